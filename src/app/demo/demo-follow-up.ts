import {
  acceptOffer,
  addAction,
  addMember,
  addStatement,
  caseOfReport,
  describeCase,
  linkReport,
  moveAction,
  openCase,
  setReview,
} from '../../cases/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { answerReporter, decideReport, openReport } from '../../reports/index.ts';
import { adviseDemo } from './demo-advice.ts';
import { ago, type DemoActors } from './demo-past.ts';
import { shareDemo } from './demo-sharing.ts';

const day = 86_400_000;
type Step = (tx: Tx<PersonActor>) => Promise<unknown>;

/** What the invented team has done so far: one case under way, one whose lead is still asked, one answer to a reporter. */
export async function followUpDemo(ground: Ground, actors: DemoActors, reports: readonly string[]): Promise<void> {
  const as = (actor: PersonActor, step: Step) => ground.database.withActor(actor, step);
  const [first, second, third] = reports as [string, string, string];
  await caseUnderWay(ago(ground, 8 * 1_440), ground, actors, first, as);
  await caseOnOffer(ago(ground, 60), actors, second, as);
  const later = ago(ground, 120);
  await as(actors.pau, async (tx) => {
    await openReport(tx, later, third, caseOfReport);
    await answerReporter(
      tx,
      later,
      third,
      'Gracias por escribirnos. ¿Recuerda qué día era y si la persona nombró una puerta concreta?',
    );
  });
}

type As = (actor: PersonActor, step: Step) => Promise<unknown>;

async function decide(
  ground: Ground,
  actor: PersonActor,
  report: string,
  title: string,
  lead: PersonActor,
  deputy: PersonActor,
  as: As,
): Promise<string> {
  return (await as(actor, async (tx) => {
    const { version } = await openReport(tx, ground, report, caseOfReport);
    const input = {
      outcome: 'opened-case' as const,
      version,
      reason: 'A grievance and written preparation together; needs the team.',
      leadId: lead.personId,
      deputyId: deputy.personId,
      title,
    };
    return await decideReport(tx, ground, report, input, { openCase, linkReport });
  })) as string;
}

async function caseUnderWay(then: Ground, now: Ground, actors: DemoActors, report: string, as: As): Promise<void> {
  const { pau, claire, nora, tom, ines } = actors;
  const id = await decide(then, nora, report, 'Plans shown on the bus', pau, claire, as);
  await as(pau, async (tx) => {
    const offer = await tx.sql
      .selectFrom('handOverOffers')
      .select('id')
      .where('caseId', '=', id)
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow();
    await acceptOffer(tx, then, offer.id);
    for (const person of [tom, ines]) await addMember(tx, then, id, { personId: person.personId, part: 'member' });
    await addStatement(tx, then, id, {
      kind: 'told',
      words: 'Two pupils, asked apart, describe the same page with rooms and times.',
      source: 'Two pupils, through their tutor',
      happened: 'On the bus, Thursday',
    });
    await addStatement(tx, then, id, {
      kind: 'seen',
      words: 'He was at school on Friday, calm, sat alone at lunch.',
      source: 'Tutor',
      happened: 'Friday',
    });
  });
  await as(claire, (tx) =>
    addStatement(tx, then, id, {
      kind: 'assessed',
      words:
        'Humiliation after leaving the club weighs heavily; he answers when somebody asks. Access to means not known.',
      source: 'Claire Aubert, after a first talk',
      happened: '',
    }),
  );
  await as(pau, async (tx) => {
    const add = (category: 'subject' | 'target' | 'environment', words: string, person: PersonActor, days: number) =>
      addAction(tx, then, id, {
        category,
        words,
        assigneeId: person.personId,
        dueAt: new Date(then.clock.now().getTime() + days * day).toISOString(),
      });
    await add('subject', 'Weekly talk at the health centre; first appointment agreed with the family', claire, 10);
    await add('environment', 'Back gate of the school: lock mended, checked each morning', tom, 6);
    await add('target', 'Tell the two pupils what was done, and whom they can call', pau, 12);
    const { version } = await tx.sql
      .selectFrom('cases')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await describeCase(tx, now, id, {
      version,
      title: 'Plans shown on the bus',
      summary:
        'A pupil spoke of making others pay and showed written times and rooms. The team talks with him and his family; the school is safer at the back gate.',
    });
    await setReview(tx, now, id, {
      version: version + 1,
      nextReviewAt: new Date(now.clock.now().getTime() + 3 * day).toISOString(),
    });
    await shareDemo(tx, then, id);
  });
  await adviseDemo(now, actors, id);
  await as(claire, async (tx) => {
    const action = await tx.sql
      .selectFrom('actions')
      .select(['id', 'version'])
      .where('caseId', '=', id)
      .where('assigneeId', '=', claire.personId)
      .executeTakeFirstOrThrow();
    await moveAction(tx, now, id, action.id, { to: 'accepted', version: action.version });
  });
}

/** Whoever decided leads until Tom accepts: his day shows the offer. */
async function caseOnOffer(then: Ground, actors: DemoActors, report: string, as: As): Promise<void> {
  await decide(then, actors.pau, report, 'A brother who hardly goes out', actors.tom, actors.ines, as);
}
