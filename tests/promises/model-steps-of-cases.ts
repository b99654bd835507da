import { aShare } from '../program/sharing.ts';
import { aSubjectRequest } from '../program/stage.ts';
import { teamOf } from './model-steps.ts';
import type { Row, Steps, World } from './model-world.ts';

const levels = ['low', 'moderate', 'high', 'imminent'] as const;
const stages = ['screening', 'assessment', 'management', 'monitoring'] as const;
const closings = ['resolved', 'support-in-place', 'moved-away', 'transferred', 'no-concern'] as const;

/** Asks at a door of an open case, with a body made for it. */
const onCase =
  (path: string, bodyOf: (world: World, row: Row) => unknown | Promise<unknown>) => async (world: World) => {
    const found = await world.openCase();
    if (found) await world.post(found.by, `/cases/${found.row.id}/${path}`, await bodyOf(world, found.row));
  };

/** Somebody of the case in whose part something hangs that the question found: mostly its lead. */
const inCaseOf = ({ people, dice, anybody }: World, row: Row) =>
  people.find(({ personId }) => personId === (dice(4) ? row.lead_id : row.deputy_id)) ?? anybody();

const actionFor = async (world: World, row: Row) => ({
  category: 'subject',
  words: 'Model.',
  assigneeId: world.pick(await teamOf(world, row.id!)),
  dueAt: world.inDays(1 + world.dice(9)),
  needsVerification: world.dice(2) === 0,
});

const moves = ['accepted', 'done', 'not-done', 'result-reported', 'verified', 'verified'] as const;

/** What a team does in a case, from its first statement to its end and after; every step may be refused. */
export const stepsOfCases: Steps = {
  state: onCase('statements', ({ pick }) => ({
    kind: pick(['seen', 'told', 'assessed']),
    words: 'Model.',
    source: 'Model',
  })),
  'answer a stage': onCase('stage/answers', async ({ one }, { id }) => ({
    version: (await one('select version from stage_visits where case_id = $1 and exit is null', [id]))?.version,
    question: 'known',
    answer: 'Model.',
  })),
  stage: onCase('stage/exit', ({ pick }, { version }) => ({ version, to: pick(stages), reason: 'Model.' })),
  rate: onCase('concern/ratings', ({ pick }) => ({
    level: pick(levels),
    confidence: 'fair',
    reasonsFor: 'Model.',
    reasonsAgainst: 'Model.',
    unknowns: 'Model.',
  })),
  agree: onCase('concern/agreement', ({ pick }, { version }) => ({
    version,
    level: pick(levels),
    confidence: 'fair',
    words: 'Model.',
  })),
  'ask for a level': onCase('concern/rounds', () => ({ why: 'hearing' })),
  'note a date': onCase('concern/triggers', ({ inDays, dice }) => ({
    kind: 'hearing',
    at: inDays(1 + dice(9)),
    note: '',
  })),
  act: onCase('actions', actionFor),
  move: async (world) => {
    const action = await world.one(
      `select a.*, c.lead_id, c.deputy_id from actions a join cases c on c.id = a.case_id
       where a.state <> 'verified' and c.state = 'open' order by a.id`,
    );
    if (!action) return;
    const mine = world.people.find(({ personId }) => personId === action.assignee_id);
    const by = world.dice(3) ? mine : inCaseOf(world, action);
    const to = world.pick(moves)!;
    const result = to === 'accepted' || to === 'verified' ? {} : { result: 'Model.' };
    if (by)
      await world.post(by, `/cases/${action.case_id}/actions/${action.id}/moves`, {
        to,
        version: action.version,
        ...result,
      });
  },
  reassign: async (world) => {
    const action = await world.one(
      `select a.*, c.lead_id, c.deputy_id from actions a join cases c on c.id = a.case_id
       where a.state in ('assigned', 'accepted') order by a.id`,
    );
    if (!action) return;
    const assigneeId = world.pick(await teamOf(world, action.case_id!));
    await world.post(inCaseOf(world, action), `/cases/${action.case_id}/actions/${action.id}/assignment`, {
      version: action.version,
      assigneeId,
      dueAt: world.inDays(2),
    });
  },
  inquire: onCase('inquiries', async (world, row) => ({
    kind: 'record-request',
    who: 'An office',
    purpose: 'Model.',
    askerId: world.pick(await teamOf(world, row.id!)),
    dueAt: world.inDays(1 + world.dice(9)),
  })),
  hear: async ({ people, one, post }) => {
    const inquiry = await one("select * from inquiries where state = 'planned' order by id");
    const asker = people.find(({ personId }) => personId === inquiry?.asker_id);
    if (inquiry && asker)
      await post(asker, `/cases/${inquiry.case_id}/inquiries/${inquiry.id}/end`, {
        version: inquiry.version,
        to: 'done',
        outcome: 'Model.',
      });
  },
  look: onCase('reviews', (_, { version }) => ({ version, words: 'Model.', nextReviewAt: null })),
  review: onCase('review', ({ inDays }, { version }) => ({ version, nextReviewAt: inDays(2) })),
  'call a meeting': ({ anybody, post, inDays, dice }) =>
    post(anybody(), '/meetings', { heldAt: inDays(dice(3)), personIds: [anybody().personId, anybody().personId] }),
  'begin a meeting': async ({ people, one, rows, post }) => {
    const meeting = await one("select * from meetings where state = 'planned' order by id");
    const chair = people.find(({ personId }) => personId === meeting?.chair_id);
    if (!meeting || !chair) return;
    const asked = await rows('select person_id from meeting_attendance where meeting_id = $1', [meeting.id]);
    const presentIds = asked.map(({ person_id }) => person_id);
    await post(chair, `/meetings/${meeting.id}/beginning`, { version: meeting.version, presentIds });
  },
  'bring a case': async ({ people, one, post }) => {
    const meeting = await one("select * from meetings where state = 'running' order by id");
    const brought = await one("select id from cases where state = 'open' order by position");
    const chair = people.find(({ personId }) => personId === meeting?.chair_id);
    if (meeting && brought && chair) await post(chair, `/meetings/${meeting.id}/items`, { caseId: brought.id });
  },
  minute: async (world) => {
    const item = await world.one(
      `select m.id as meeting_id, m.chair_id, c.* from meetings m join meeting_items i on i.meeting_id = m.id
       join cases c on c.id = i.case_id where m.state = 'running' order by c.position`,
    );
    if (!item) return;
    const by = world.people.find(({ personId }) => personId === (world.dice(2) ? item.chair_id : item.lead_id));
    const decided = world.dice(2) ? [await actionFor(world, item)] : [];
    if (by)
      await world.post(by, `/meetings/${item.meeting_id}/items/${item.id}/entries`, {
        words: 'Model.',
        actions: decided,
        review: world.dice(2) ? { nextReviewAt: null } : null,
      });
  },
  'end a meeting': async ({ people, dice, one, post }) => {
    const meeting = await one("select * from meetings where state in ('planned', 'running') order by id");
    const chair = people.find(({ personId }) => personId === meeting?.chair_id);
    if (!meeting || !chair) return;
    const { version } = meeting;
    if (dice(4) === 0) await post(chair, `/meetings/${meeting.id}/calling-off`, { version });
    else await post(chair, `/meetings/${meeting.id}/closing`, { version, putOffRest: dice(2) === 0 });
  },
  share: onCase('disclosures', ({ program, pick }) => ({ ...aShare(program), way: pick(['view', 'phone']) })),
  withdraw: async (world) => {
    const given = await world.one(
      'select d.id, d.case_id, c.lead_id, c.deputy_id from disclosures d join cases c on c.id = d.case_id order by d.id',
    );
    if (given)
      await world.post(inCaseOf(world, given), `/cases/${given.case_id}/disclosures/${given.id}/withdrawal`, {
        reason: 'Model.',
      });
  },
  'enter a person': onCase('people', ({ pick }) => ({
    part: pick(['subject', 'target', 'family']),
    pseudonym: 'Grey',
  })),
  'note an identifier': async (world) => {
    const person = await aPerson(world);
    if (!person) return;
    const value = `600 000 00${world.dice(4)}`;
    await world.post(inCaseOf(world, person), `/cases/${person.case_id}/people/${person.id}/identifiers`, {
      act: 'enter',
      field: 'phone',
      value,
    });
  },
  'say who is the same': async (world) => {
    const [person, other] = [await aPerson(world), await aPerson(world)];
    if (!person || !other) return;
    const link = await world.one('select id from same_person_links where person_id = $1 and undone_at is null', [
      person.id,
    ]);
    const body =
      link && world.dice(2) ? { act: 'undo', linkId: link.id } : { act: 'link', kind: 'case', otherId: other.id };
    await world.post(inCaseOf(world, person), `/cases/${person.case_id}/people/${person.id}/links`, body);
  },
  'take a person out': async (world) => {
    const person = await aPerson(world);
    if (person && world.dice(3) === 0)
      await world.ask(inCaseOf(world, person), 'DELETE', `/cases/${person.case_id}/people/${person.id}`);
  },
  close: onCase('closing', ({ pick }, { version }) => ({
    version,
    reason: pick(closings),
    words: 'Model.',
    inPlace: 'Model.',
    told: [{ who: 'The family', how: 'By phone' }],
    reopenTriggers: 'New words.',
    acceptedBy: 'Somebody there',
  })),
  'open again': async (world) => {
    const row = await world.one("select * from cases where state = 'closed' order by position");
    if (row)
      await world.post(inCaseOf(world, row), `/cases/${row.id}/reopening`, {
        version: row.version,
        words: 'Model.',
        nextReviewAt: world.inDays(2),
      });
  },
  'stay closed': async (world) => {
    const question = await world.one(
      `select q.id, c.id as case_id, c.lead_id, c.deputy_id from reopening_questions q join cases c on c.id = q.case_id
       where q.answer is null order by q.id`,
    );
    if (question)
      await world.post(
        inCaseOf(world, question),
        `/cases/${question.case_id}/reopening-questions/${question.id}/staying-closed`,
        { reason: 'Model.' },
      );
  },
  keep: async ({ program, dice, pick, one, post, anybody }) => {
    const kind = pick(['case', 'report'] as const)!;
    const record = await one(`select id from ${kind}s order by id`);
    const act = pick(['hold', 'hold', 'release-hold', 'shred'] as const);
    const by = dice(2) ? program.actors.custodian : anybody();
    if (record) await post(by, '/keeping/acts', { act, recordKind: kind, recordId: record.id, reason: 'Model.' });
  },
  'answer a keeping': async ({ program, dice, pick, one, post }) => {
    const asked = await one("select id from two_person_acts where state = 'asked' order by id");
    const by = pick([program.actors.custodian, program.actors.coordinator])!;
    if (asked) await post(by, `/keeping/acts/${asked.id}/${dice(4) ? 'confirmation' : 'refusal'}`);
  },
  'ask about oneself': async (world) => {
    const row = await world.one('select * from cases order by position');
    if (row)
      await world.post(inCaseOf(world, row), `/cases/${row.id}/subject-requests`, aSubjectRequest(world.program));
  },
  'answer the other side': async (world) => {
    const asked = await world.one(
      `select s.*, c.lead_id, c.deputy_id from subject_requests s join cases c on c.id = s.case_id
       where s.state = 'open' order by s.id`,
    );
    if (!asked) return;
    const path = `/cases/${asked.case_id}/subject-requests/${asked.id}`;
    const { version } = asked;
    const by = inCaseOf(world, asked);
    if (world.dice(3) === 0)
      await world.post(by, `${path}/extension`, { version, reason: 'Model.', told: 'By letter.' });
    else await world.post(by, `${path}/answer`, { version, outcome: 'granted', words: 'Model.' });
  },
};

const aPerson = (world: World) =>
  world.one('select p.*, c.lead_id, c.deputy_id from case_people p join cases c on c.id = p.case_id order by p.id');
