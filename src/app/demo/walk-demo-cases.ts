import {
  addAction,
  addStatement,
  agreeConcern,
  caseOfReport,
  closeCase,
  leaveStage,
  linkReport,
  openCase,
  rateConcern,
  setReview,
} from '../../cases/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { concern, decideReport, openReport, prepareReport, receiveReport } from '../../reports/index.ts';
import { type DemoCase, demoCases } from './demo-cases.ts';
import { ago, type DemoActors } from './demo-past.ts';

const day = 86_400_000;
const dayMinutes = 1_440;
const path = ['triage', 'screening', 'assessment', 'management', 'monitoring'] as const;

type Pair = { lead: PersonActor; deputy: PersonActor };

/** Leads every invented case along to where it stands, each with a lead and a deputy of the invented team. */
export async function walkDemoCases(ground: Ground, actors: DemoActors): Promise<void> {
  const { pau, ines, nora, claire, tom } = actors;
  const pairs: Pair[] = [
    { lead: pau, deputy: claire },
    { lead: ines, deputy: tom },
    { lead: nora, deputy: ines },
  ];
  for (const [at, each] of demoCases.entries()) await walk(ground, pairs[at % pairs.length]!, each);
}

async function walk(ground: Ground, { lead, deputy }: Pair, each: DemoCase): Promise<void> {
  const then = ago(ground, each.daysAgo * dayMinutes);
  const as = <T>(actor: PersonActor, step: (tx: Tx<PersonActor>) => Promise<T>) =>
    ground.database.withActor(actor, step);
  const id = await open(then, lead, deputy, each);
  const change = <T>(step: (tx: Tx<PersonActor>, version: number) => Promise<T>) =>
    as(lead, async (tx) => {
      const found = tx.sql.selectFrom('cases').select('version').where('id', '=', id);
      return await step(tx, (await found.executeTakeFirstOrThrow()).version);
    });
  if (each.stage === 'closed')
    return await change((tx, version) =>
      closeCase(tx, then, id, {
        version,
        reason: 'no-concern',
        words: `${each.what} Nothing points to harm.`,
        told: [{ who: 'Whoever called', how: 'By phone, the same day' }],
      }),
    );
  await as(lead, (tx) =>
    addStatement(tx, then, id, { kind: 'told', words: each.what, source: 'Whoever called', signs: ['M4'] }),
  );
  for (const to of path.slice(1, path.indexOf(each.stage) + 1))
    await change((tx, version) =>
      leaveStage(tx, then, id, { version, to: to as 'screening', reason: 'The answers on this page point that way.' }),
    );
  if (each.level) await rate(as, change, then, id, [lead, deputy], each.level);
  if (each.stage === 'management' || each.stage === 'monitoring')
    await as(lead, (tx) =>
      addAction(tx, then, id, {
        category: 'subject',
        kind: 'talk',
        words: 'Talk once a week, at a fixed hour',
        assigneeId: deputy.personId,
        dueAt: new Date(ground.clock.now().getTime() + (each.review + 1) * day).toISOString(),
      }),
    );
  if (each.review > 0)
    await change((tx, version) =>
      setReview(tx, ground, id, {
        version,
        nextReviewAt: new Date(ground.clock.now().getTime() + each.review * day - 60_000).toISOString(),
      }),
    );
}

async function open(then: Ground, lead: PersonActor, deputy: PersonActor, each: DemoCase): Promise<string> {
  const prepared = await prepareReport(then);
  const told = concern.parse({ dangerNow: false, what: each.what, language: 'en' });
  return await then.database.withActor(lead, async (tx) => {
    await receiveReport(tx, then, told, prepared, 'phone');
    const { version } = await openReport(tx, then, prepared.id, caseOfReport);
    const decision = {
      outcome: 'opened-case' as const,
      version,
      reason: 'The team should look at it together.',
      leadId: lead.personId,
      deputyId: deputy.personId,
      title: each.title,
    };
    return (await decideReport(tx, then, prepared.id, decision, { openCase, linkReport }))!;
  });
}

type As = <T>(actor: PersonActor, step: (tx: Tx<PersonActor>) => Promise<T>) => Promise<T>;
type Change = <T>(step: (tx: Tx<PersonActor>, version: number) => Promise<T>) => Promise<T>;

async function rate(
  as: As,
  change: Change,
  then: Ground,
  id: string,
  raters: PersonActor[],
  level: NonNullable<DemoCase['level']>,
): Promise<void> {
  const found = {
    level,
    confidence: 'fair' as const,
    reasonsFor: 'What was said, by more than one voice.',
    reasonsAgainst: 'Answers when somebody asks; people close by.',
    unknowns: 'Access to means.',
  };
  for (const rater of raters) await as(rater, (tx) => rateConcern(tx, then, id, found));
  await change((tx, version) =>
    agreeConcern(tx, then, id, { version, level, confidence: 'fair', words: 'Both of us came to the same.' }),
  );
}
