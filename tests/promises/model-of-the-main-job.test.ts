import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  acceptOffer,
  addAction,
  addMember,
  agreeConcern,
  caseOfReport,
  closeCase,
  declineOffer,
  endInquiry,
  handOverAll,
  leaveStage,
  linkReport,
  moveAction,
  offerLead,
  openCase,
  planInquiry,
  rateConcern,
  recuse,
  reviewCase,
  setReview,
} from '../../src/cases/index.ts';
import { suspend } from '../../src/community/index.ts';
import type { PersonActor } from '../../src/platform/actor.ts';
import type { Tx } from '../../src/platform/db/database.ts';
import { Refused } from '../../src/platform/errors.ts';
import { decideReport, openReport } from '../../src/reports/index.ts';
import { aReport } from '../../src/reports/testing/a-report.ts';
import { addTeamMembers } from '../program/extra-people.ts';
import { handOnWork, type Program, startProgram } from '../program/program.ts';

const steps = process.env.FORESTALL_PROMISES === 'full' ? 12_000 : 250;
const seed = Number(process.env.SEED ?? 20_261_123);

let program: Program;
let people: PersonActor[];
beforeAll(async () => {
  program = await startProgram();
  people = [
    program.actors.duty,
    program.actors.second,
    program.actors.coordinator,
    ...(await addTeamMembers(program, 5, ['team-member', 'duty-officer'])),
  ];
});
afterAll(() => program.close());

type Dice = (below: number) => number;
type Step = (dice: Dice) => Promise<unknown>;

const pick = <T>(dice: Dice, list: readonly T[]): T | undefined => list[dice(list.length)];
const as = <T>(actor: PersonActor, work: (tx: Tx<PersonActor>) => Promise<T>) =>
  program.ground.database.withActor(actor, work);
const rows = async (text: string, values: unknown[] = []) => (await program.databases.owner.query(text, values)).rows;
const inDays = (days: number) => new Date(program.clock.now().getTime() + days * 86_400_000);
const iso = (days: number) => inDays(days).toISOString();
const actorOf = (id: string) => people.find((each) => each.personId === id);

/** Every step may be refused; none may leave something unowned. */
const walk: Record<string, Step> = {
  tell: (dice) => aReport(program.ground, program.communityId, { signs: dice(2) ? ['M1', 'P1'] : [] }),
  wait: async (dice) => {
    program.clock.advance((1 + dice(90)) * 60_000);
    await program.sweep();
  },
  decide: async (dice) => {
    const report = pick(dice, await rows("select id from reports where state = 'waiting' order by id"));
    const actor = pick(dice, [program.actors.duty, program.actors.second, program.actors.coordinator])!;
    if (!report) return;
    await as(actor, async (tx) => {
      const { version } = await openReport(tx, program.ground, report.id, caseOfReport);
      const opens = {
        outcome: 'opened-case' as const,
        version,
        reason: 'Model.',
        title: 'Model',
        leadId: pick(dice, people)!.personId,
        deputyId: pick(dice, people)!.personId,
      };
      const ends = {
        outcome: pick(dice, ['unsubstantiated', 'misuse', 'resolved-on-contact'] as const)!,
        version,
        reason: 'Model.',
      };
      await decideReport(tx, program.ground, report.id, dice(3) ? opens : ends, { openCase, linkReport });
    });
  },
  offer: async (dice) => {
    const one = pick(dice, await rows("select id, lead_id, version from cases where state = 'open' order by id"));
    const lead = one && actorOf(one.lead_id);
    if (!lead) return;
    const toIds = [...new Set([pick(dice, people)!.personId, pick(dice, people)!.personId])];
    await as(lead, (tx) =>
      offerLead(tx, program.ground, one.id, {
        version: one.version,
        toIds,
        deputyAfterId: pick(dice, people)!.personId,
        expiresAt: inDays(1),
      }),
    );
  },
  answer: async (dice) => {
    const offer = pick(dice, await rows("select id, to_id from hand_over_offers where state = 'open' order by id"));
    const to = offer && actorOf(offer.to_id);
    if (to)
      await as<unknown>(to, (tx) =>
        dice(3) ? acceptOffer(tx, program.ground, offer.id) : declineOffer(tx, program.ground, offer.id),
      );
  },
  team: async (dice) => {
    const one = pick(dice, await rows("select id, lead_id from cases where state = 'open' order by id"));
    const lead = one && actorOf(one.lead_id);
    if (lead)
      await as(lead, (tx) =>
        addMember(tx, program.ground, one.id, { personId: pick(dice, people)!.personId, part: 'member' }),
      );
  },
  act: async (dice) => {
    const one = pick(dice, await rows("select id, lead_id from cases where state = 'open' order by id"));
    const lead = one && actorOf(one.lead_id);
    if (lead)
      await as(lead, (tx) =>
        addAction(tx, program.ground, one.id, {
          category: 'subject',
          words: 'Do it.',
          assigneeId: pick(dice, people)!.personId,
          dueAt: iso(1 + dice(3)),
        }),
      );
  },
  finish: async (dice) => {
    const action = pick(
      dice,
      await rows(
        "select id, case_id, assignee_id, version from actions where state in ('assigned', 'accepted') order by id",
      ),
    );
    const assignee = action && actorOf(action.assignee_id);
    if (assignee)
      await as(assignee, (tx) =>
        moveAction(tx, program.ground, action.case_id, action.id, {
          to: 'done',
          version: action.version,
          result: 'Done.',
        }),
      );
  },
  stage: async (dice) => {
    const one = pick(dice, await rows("select id, lead_id, version from cases where state = 'open' order by id"));
    const lead = one && actorOf(one.lead_id);
    const to = pick(dice, ['screening', 'assessment', 'management', 'monitoring'] as const)!;
    if (lead)
      await as(lead, (tx) =>
        leaveStage(tx, program.ground, one.id, { version: one.version, to, reason: 'So the model decides.' }),
      );
  },
  rate: async (dice) => {
    const one = pick(dice, await rows("select id, lead_id, deputy_id from cases where state = 'open' order by id"));
    const rater = one && actorOf(dice(2) ? one.lead_id : one.deputy_id);
    const level = pick(dice, ['low', 'moderate', 'high', 'imminent'] as const)!;
    if (rater)
      await as(rater, (tx) =>
        rateConcern(tx, program.ground, one.id, {
          level,
          confidence: 'fair',
          reasonsFor: 'Model.',
          reasonsAgainst: 'Model.',
          unknowns: 'Model.',
        }),
      );
  },
  agree: async (dice) => {
    const one = pick(
      dice,
      await rows(
        "select c.id, c.lead_id, c.version from cases c join concern_rounds r on r.case_id = c.id and r.level is null where c.state = 'open' order by c.id",
      ),
    );
    const lead = one && actorOf(one.lead_id);
    const level = pick(dice, ['low', 'moderate', 'high', 'imminent'] as const)!;
    if (lead)
      await as(lead, (tx) =>
        agreeConcern(tx, program.ground, one.id, { version: one.version, level, confidence: 'fair', words: 'Model.' }),
      );
  },
  recuse: async (dice) => {
    const one = pick(dice, await rows("select id, lead_id from cases where state = 'open' order by id"));
    const lead = one && actorOf(one.lead_id);
    if (lead)
      await as(lead, (tx) =>
        recuse(tx, program.ground, one.id, { personId: pick(dice, people)!.personId, reason: 'Model.' }),
      );
  },
  inquire: async (dice) => {
    const one = pick(dice, await rows("select id, lead_id from cases where state = 'open' order by id"));
    const lead = one && actorOf(one.lead_id);
    if (lead)
      await as(lead, (tx) =>
        planInquiry(tx, program.ground, one.id, {
          kind: 'record-request',
          who: 'An office',
          purpose: 'Model.',
          askerId: pick(dice, people)!.personId,
          dueAt: iso(1 + dice(3)),
        }),
      );
  },
  hear: async (dice) => {
    const one = pick(
      dice,
      await rows("select id, case_id, asker_id, version from inquiries where state = 'planned' order by id"),
    );
    const asker = one && actorOf(one.asker_id);
    if (asker)
      await as(asker, (tx) =>
        endInquiry(tx, program.ground, one.case_id, one.id, { version: one.version, to: 'done', outcome: 'Model.' }),
      );
  },
  leave: async (dice) => {
    const toIds = [pick(dice, people)!.personId];
    await as(pick(dice, people)!, (tx) => handOverAll(tx, program.ground, { toIds, expiresAt: iso(1), note: '' }));
  },
  look: async (dice) => {
    const one = pick(dice, await rows("select id, lead_id, version from cases where state = 'open' order by id"));
    const lead = one && actorOf(one.lead_id);
    if (lead)
      await as(lead, (tx) =>
        reviewCase(tx, program.ground, one.id, { version: one.version, words: 'Model.', nextReviewAt: null }),
      );
  },
  review: async (dice) => {
    const one = pick(dice, await rows("select id, lead_id, version from cases where state = 'open' order by id"));
    const lead = one && actorOf(one.lead_id);
    if (lead)
      await as(lead, (tx) => setReview(tx, program.ground, one.id, { version: one.version, nextReviewAt: iso(2) }));
  },
  close: async (dice) => {
    const one = pick(dice, await rows("select id, lead_id, version from cases where state = 'open' order by id"));
    const lead = one && actorOf(one.lead_id);
    if (lead && dice(4) === 0)
      await as(lead, (tx) =>
        closeCase(tx, program.ground, one.id, {
          version: one.version,
          reason: 'resolved',
          words: 'Model.',
          reopenTriggers: 'New words.',
        }),
      );
  },
  suspend: async (dice) => {
    const victim = pick(dice, people.slice(3))!;
    if (dice(4) > 0) return;
    await as(program.actors.coordinator, (tx) => suspend(tx, program.ground, victim.personId, handOnWork));
  },
  reinstate: async () => {
    await program.databases.owner.query(
      "update memberships set state = 'active', ended_at = null where state = 'suspended'",
    );
  },
};

/** What must be none after every step. */
const broken = `
  select 'a waiting report without an active officer' as what from reports r join memberships m on m.person_id = r.responsible_id where r.state = 'waiting' and (m.state <> 'active' or r.next_due_at is null)
  union all select 'a decided report without a person or a reason' from reports r where r.state = 'decided' and not exists (select from report_decisions d where d.report_id = r.id and d.act = 'decided' and d.person_id is not null and d.reason is not null)
  union all select 'an open case without two active people' from cases c where c.state = 'open' and (select count(*) from memberships m where m.person_id in (c.lead_id, c.deputy_id) and m.state = 'active') <> 2
  union all select 'an open case without a next review' from cases c where c.state = 'open' and c.next_review_at is null
  union all select 'an open action in the hands of nobody active' from actions a join cases c on c.id = a.case_id join memberships m on m.person_id = a.assignee_id where a.state in ('assigned', 'accepted') and c.state = 'open' and (m.state <> 'active' or a.due_at is null)
  union all select 'a planned inquiry in the hands of nobody active' from inquiries i join cases c on c.id = i.case_id join memberships m on m.person_id = i.asker_id where i.state = 'planned' and c.state = 'open' and m.state <> 'active'
  union all select 'an open case outside its stage' from cases c where c.state = 'open' and (select count(*) from stage_visits v where v.case_id = c.id and v.exit is null and v.stage = c.stage) <> 1
  union all select 'a stage left without a reason' from stage_visits where exit is not null and (reason is null or exited_by is null)
  union all select 'a level that one person alone lowered' from concern_rounds r where r.level is not null and (select count(distinct rater_id) from concern_ratings g where g.round_id = r.id) <> 2
  union all select 'somebody recused with a part in the case' from recusals r join cases c on c.id = r.case_id where c.state = 'open' and (r.person_id in (c.lead_id, c.deputy_id) or exists (select from case_members m where m.case_id = c.id and m.person_id = r.person_id and m.left_at is null) or exists (select from actions a where a.case_id = c.id and a.assignee_id = r.person_id and a.state in ('assigned', 'accepted')) or exists (select from hand_over_offers o where o.case_id = c.id and o.to_id = r.person_id and o.state = 'open'))
  union all select 'a case closed over something still planned' from cases c where c.state = 'closed' and exists (select from inquiries i where i.case_id = c.id and i.state = 'planned')
  union all select 'a round accepted twice' from hand_over_offers where state = 'accepted' group by round_id having count(*) > 1
  union all select 'a story that does not end with today''s lead' from cases c where (select lead_id::text || deputy_id::text from lead_changes l where l.case_id = c.id order by position desc limit 1) <> c.lead_id::text || c.deputy_id::text`;

describe('model of the main job', { retry: 0 }, () => {
  it(`keeps everything owned over ${steps} random steps (seed ${seed})`, { timeout: 7_200_000 }, async () => {
    const names = fc.sample(
      fc.constantFrom(...Object.keys(walk), 'tell', 'decide', 'decide', 'offer', 'answer', 'answer', 'act'),
      { numRuns: steps, seed },
    );
    const throws = fc.sample(fc.array(fc.nat(1_000_003), { minLength: 12, maxLength: 12 }), { numRuns: steps, seed });
    const done = new Map<string, number>();

    for (const [at, name] of names.entries()) {
      let thrown = 0;
      const dice: Dice = (below) => (below === 0 ? 0 : (throws[at]![thrown++ % 12] ?? 0) % below);
      const outcome = await walk[name]!(dice).then(
        () => 'done',
        (error) => (error instanceof Refused ? 'refused' : Promise.reject(error)),
      );
      if (outcome === 'done') done.set(name, (done.get(name) ?? 0) + 1);
      expect((await rows(broken)).map((row) => `${row.what} after ${name} (step ${at})`)).toEqual([]);
    }

    expect(done.get('answer') ?? 0).toBeGreaterThan(0);
    expect(done.get('suspend') ?? 0).toBeGreaterThan(0);
    for (const step of ['stage', 'rate', 'recuse', 'inquire', 'look'])
      expect(done.get(step) ?? 0, step).toBeGreaterThan(0);
  });
});
