import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeCase } from '../../src/cases/closing/close-case.ts';
import { reopenCase } from '../../src/cases/closing/reopen-case.ts';
import { addAction } from '../../src/cases/commands/add-action.ts';
import { addMember, describeCase } from '../../src/cases/commands/direct-case.ts';
import { moveAction } from '../../src/cases/commands/follow-up.ts';
import { acceptOffer, offerLead } from '../../src/cases/commands/offer-lead.ts';
import { linkReport } from '../../src/cases/commands/open-case.ts';
import { rateConcern } from '../../src/cases/concern/rate.ts';
import type { OpenedCase } from '../../src/cases/contract.ts';
import { writePerson } from '../../src/cases/people/write-person.ts';
import { openCasePage } from '../../src/cases/queries/case-page.ts';
import { reviewCase } from '../../src/cases/reviews/review-case.ts';
import { shareFromCase } from '../../src/cases/sharing/share.ts';
import { sharingOf } from '../../src/cases/sharing/sharing-of-case.ts';
import { leaveStage } from '../../src/cases/stages/walk-stages.ts';
import { addStatement } from '../../src/cases/statements/add-statement.ts';
import { recuse } from '../../src/cases/team/recuse.ts';
import { aCase } from '../../src/cases/testing/a-case.ts';
import type { PersonActor } from '../../src/platform/actor.ts';
import type { Tx } from '../../src/platform/db/database.ts';
import { Refused } from '../../src/platform/errors.ts';
import { openReport } from '../../src/reports/index.ts';
import { aReport } from '../../src/reports/testing/a-report.ts';
import { type CastKey, type Program, startProgram } from '../program/program.ts';
import { aShare } from '../program/sharing.ts';

const lists = process.env.FORESTALL_PROMISES === 'full' ? 10_000 : 6;
const dayMilliseconds = 86_400_000;

let program: Program;
let start: Date;
beforeAll(async () => {
  program = await startProgram();
  start = program.clock.now();
}, 60_000);
afterAll(() => program.close());

/** Far enough that no clock which is a day off comes near. */
const inDays = (days: number) => new Date(start.getTime() + days * dayMilliseconds).toISOString();
const actorOf = (id: string): PersonActor =>
  Object.values(program.actors).find(({ personId }) => personId === id) ?? program.actors.duty;
const idOf = (key: CastKey) => program.actors[key].personId;
const as = <T>(actor: PersonActor, work: (tx: Tx<PersonActor>) => Promise<T>) =>
  program.ground.database.withActor(actor, work);

type Led = { id: string; page: OpenedCase; lead: PersonActor };
type Act = { name: keyof typeof acts; pick: number };

const people: CastKey[] = ['duty', 'second', 'member', 'coordinator', 'custodian'];
const stages = ['screening', 'assessment', 'management', 'monitoring'] as const;

/** What a team does in a case; each act is done by its lead, or by whom it is for. */
const acts = {
  say: ({ id, lead }: Led, pick: number) =>
    as(lead, (tx) =>
      addStatement(tx, program.ground, id, { kind: 'told', words: `Words ${pick}`, source: `Source ${pick % 3}` }),
    ),
  plan: ({ id, lead }: Led, pick: number) =>
    as(lead, (tx) =>
      addAction(tx, program.ground, id, {
        category: 'subject',
        words: `Plan ${pick}`,
        assigneeId: lead.personId,
        dueAt: inDays(30 + (pick % 5)),
      }),
    ),
  finish: async ({ id, lead, page }: Led, pick: number) => {
    const open = page.actions.filter(({ state }) => state === 'assigned');
    const action = open[pick % Math.max(open.length, 1)];
    if (!action) return;
    const move = { to: 'done' as const, version: action.version, result: `Done ${pick}` };
    await as(lead, (tx) => moveAction(tx, program.ground, id, action.id, move));
  },
  offer: ({ id, lead, page }: Led, pick: number) => {
    const to = people[pick % people.length]!;
    const after = people[(pick + 1) % people.length]!;
    const offer = { version: page.version, toIds: [idOf(to)], deputyAfterId: idOf(after), note: `Take it ${pick}` };
    return as(lead, (tx) => offerLead(tx, program.ground, id, { ...offer, expiresAt: new Date(inDays(20)) }));
  },
  accept: async ({ page }: Led) => {
    const offer = page.offers.find(({ state }) => state === 'open');
    if (offer) await as(actorOf(offer.to.id), (tx) => acceptOffer(tx, program.ground, offer.id));
  },
  describe: ({ id, lead, page }: Led, pick: number) =>
    as(lead, (tx) =>
      describeCase(tx, program.ground, id, { version: page.version, title: `Title ${pick}`, summary: '' }),
    ),
  goOn: ({ id, lead, page }: Led, pick: number) =>
    as(lead, (tx) =>
      leaveStage(tx, program.ground, id, {
        version: page.version,
        to: stages[pick % stages.length]!,
        reason: `Because ${pick}`,
      }),
    ),
  enter: ({ id, lead }: Led, pick: number) =>
    as(lead, (tx) => writePerson(tx, program.ground, id, { part: 'family', pseudonym: `Person ${pick}` })),
  rate: ({ id, lead }: Led, pick: number) => {
    const level = (['low', 'moderate', 'high'] as const)[pick % 3]!;
    const rating = {
      level,
      confidence: 'fair' as const,
      reasonsFor: 'Rooms.',
      reasonsAgainst: 'Help.',
      unknowns: 'Means.',
    };
    return as(lead, (tx) => rateConcern(tx, program.ground, id, rating));
  },
  review: ({ id, lead, page }: Led, pick: number) =>
    as(lead, (tx) =>
      reviewCase(tx, program.ground, id, {
        version: page.version,
        words: `Looked at ${pick}`,
        nextReviewAt: inDays(5),
      }),
    ),
  share: ({ id, lead }: Led, pick: number) => {
    const share = { ...aShare(program), way: 'phone' as const, summary: `Summary ${pick}`, endsAt: inDays(40) };
    return as(lead, (tx) => shareFromCase(tx, program.ground, id, share as Parameters<typeof shareFromCase>[3]));
  },
  join: ({ id, lead }: Led, pick: number) =>
    as(lead, (tx) => addMember(tx, program.ground, id, { personId: idOf(people[pick % 5]!), part: 'member' })),
  recuse: ({ id, lead }: Led, pick: number) =>
    as(lead, (tx) =>
      recuse(tx, program.ground, id, { personId: idOf(people[2 + (pick % 3)]!), reason: `Tie ${pick}` }),
    ),
  report: async ({ id, lead }: Led, pick: number) => {
    const report = await aReport(program.ground, program.communityId, { what: `Heard ${pick}` });
    await as(program.actors.duty, (tx) => openReport(tx, program.ground, report.id, async () => null));
    await as(lead, (tx) => linkReport(tx, program.ground, id, report.id));
  },
  close: ({ id, lead, page }: Led, pick: number) =>
    as(lead, (tx) =>
      closeCase(tx, program.ground, id, {
        version: page.version,
        reason: 'resolved',
        words: `Settled ${pick}`,
        reopenTriggers: 'New words.',
      } as Parameters<typeof closeCase>[3]),
    ),
  reopen: ({ id, lead, page }: Led, pick: number) =>
    as(lead, (tx) =>
      reopenCase(tx, program.ground, id, { version: page.version, words: `Anew ${pick}`, nextReviewAt: inDays(5) }),
    ),
};

const pageOf = async (id: string): Promise<Led> => {
  const { rows } = await program.databases.owner.query<{ lead_id: string }>('select lead_id from cases where id = $1', [
    id,
  ]);
  const lead = actorOf(rows[0]!.lead_id);
  return { id, lead, page: await as(lead, (tx) => openCasePage(tx, program.ground, id)) };
};

/** Does a list of acts in a case of its own, each at its own time; answers how each went and how the case stands then. */
async function lived(list: readonly Act[], clocks: readonly number[]): Promise<object> {
  program.clock.set(start);
  const { id } = await aCase(program.ground, program.actors.duty, idOf('second'));
  const went: string[] = [];
  for (const [index, { name, pick }] of list.entries()) {
    program.clock.set(new Date(start.getTime() + (clocks[index] ?? 0)));
    went.push(`${name} ${await outcome(async () => acts[name](await pageOf(id), pick))}`);
  }
  program.clock.set(start);
  const { page, lead } = await pageOf(id);
  const { disclosures } = await as(lead, (tx) => sharingOf(tx, program.ground, id));
  return { went, ...standing(page), shared: disclosures.map(({ parcel }) => parcel.summary) };
}

/** Refused is an answer like any other; what else is thrown is a bug. */
async function outcome(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'done';
  } catch (error) {
    if (error instanceof Refused) return JSON.stringify(error.refusal);
    throw error;
  }
}

/** A case without ids and times: what is in it, and in which order. */
const standing = (page: OpenedCase) => ({
  title: page.title,
  state: [page.state, page.stage, page.lead.name, page.deputy.name, page.levelOfConcern, page.version],
  statements: page.statements.map(({ position, words }) => [position, words]),
  actions: page.actions.map(({ position, words, state, result }) => [position, words, state, result]),
  team: page.team.map(({ name, part }) => [name, part]),
  offers: page.offers.map(({ to, state, note }) => [to.name, state, note]),
  stages: page.stages.map(({ stage, reason }) => [stage, reason]),
  leads: page.leadChanges.map(({ lead, deputy, why }) => [lead.name, deputy.name, why]),
  reviews: page.reviews.map(({ words }) => words),
  recusals: page.recusals.map(({ person, reason }) => [person.name, reason]),
  reports: page.reports.map(({ what }) => what),
  closings: page.closings.map(({ reason }) => reason),
  rounds: page.concern.rounds.map(({ ratings }) => ratings.map(({ rater, level }) => [rater.name, level])),
});

const act: fc.Arbitrary<Act> = fc.record({
  name: fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])),
  pick: fc.nat({ max: 59 }),
});
/** A list of acts, and for each how far its clock is off: a day before or a day behind at most. */
const listAndClocks = fc.array(act, { minLength: 6, maxLength: 14 }).chain((list) =>
  fc.tuple(
    fc.constant(list),
    fc.array(fc.integer({ min: -dayMilliseconds, max: dayMilliseconds }), {
      minLength: list.length,
      maxLength: list.length,
    }),
  ),
);

describe('C-05 order never depends on a clock', () => {
  it(
    `leaves a case as it is with steady clocks, in ${lists} lists of acts whose clocks are up to a day off`,
    async () => {
      const seed = Number(process.env.FORESTALL_SEED ?? 20_261_124);

      const check = fc.asyncProperty(listAndClocks, async ([list, clocks]) => {
        const steady = await lived(list, []);
        expect(await lived(list, clocks)).toEqual(steady);
      });

      await fc.assert(check, { numRuns: lists, seed });
      console.log(`C-05: ${lists} lists, seed ${seed}`);
    },
    lists * 20_000,
  );

  it('keeps the order of acts whose clock runs backwards all the time', async () => {
    const list: Act[] = ['say', 'offer', 'report', 'recuse', 'say', 'offer', 'report', 'recuse', 'review', 'say'].map(
      (name, pick) => ({ name: name as Act['name'], pick }),
    );

    const steady = await lived(list, []);
    const backwards = await lived(
      list,
      list.map((_, index) => dayMilliseconds - index * 3_600_000),
    );

    expect(backwards).toEqual(steady);
  }, 60_000);
});
