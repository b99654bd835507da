import { changeRoles } from '../../src/community/commands/change-people.ts';
import type { PersonActor } from '../../src/platform/actor.ts';
import { keepAnArchive } from '../program/archive.ts';
import { type AnsweredExtract, answeredExtract } from '../program/extract.ts';
import { must } from '../program/must.ts';
import { foundTestCommunity, type Program } from '../program/program.ts';
import { type HeldSession, sessionOf } from '../program/sessions.ts';
import { enterPerson, shareByView } from '../program/sharing.ts';
import { days, decide, joinCommunity, recordSubjectRequest, reportConcern, type Versioned } from '../program/stage.ts';
import { type StatementFile, statementWithPicture } from '../program/statement-file.ts';
import { type Relation, relations } from './a-02-expected.ts';

export type CaseOfTable = {
  id: string;
  version: number;
  reportId: string;
  reportVersion: number;
  offers: Record<string, string>;
  inquiry: string;
  /** What the person of concern asked, not answered yet. */
  asked: string;
  disclosure: string;
  casePerson: string;
  said: StatementFile;
  /** What the consultant was given and answered. */
  extract: AnsweredExtract;
  assigned: Versioned;
  done: Versioned;
};
export type CaseTable = {
  people: Record<Relation, HeldSession>;
  cases: Record<'open' | 'quiet' | 'closed', CaseOfTable>;
  free: PersonActor;
};

type Page = Versioned & {
  actions: (Versioned & { position: number })[];
  offers: { id: string; state: string; to: { id: string } }[];
};

/** Everybody who can stand in some way to a case, the same people in three cases: with work to do, without, and closed. */
export async function setTheCases(program: Program): Promise<CaseTable> {
  const people = {} as Record<Relation, HeldSession>;
  for (const relation of relations) {
    if (relation !== 'other community')
      people[relation] = await sessionOf(program, await joinCommunity(program, relation, ['duty-officer']));
  }
  const other = await foundTestCommunity(program.ground, 'other-town');
  people['other community'] = await sessionOf(program, other.actors.duty);
  const coordinator = await sessionOf(program, program.actors.coordinator);
  await must(coordinator.call('GET', '/api/v1/people'));
  const free = await joinCommunity(program, 'Free', ['team-member']);
  const open = await setTheCase(program, people, true);
  const quiet = await setTheCase(program, people, false);
  const closed = await setTheCase(program, people, true);
  await finish(people, closed);
  await must(
    people.lead.call('POST', `/api/v1/cases/${closed.id}/inquiries/${closed.inquiry}/end`, {
      version: 1,
      to: 'done',
      outcome: 'Told.',
    }),
  );
  const { id } = closed;
  const lead = people.lead;
  await must(
    lead.call('POST', `/api/v1/cases/${id}/closing`, {
      version: await versionOf(lead, id),
      reason: 'resolved',
      reopenTriggers: 'New words.',
      words: 'All is well.',
    }),
  );
  await must(
    coordinator.call('POST', `/api/v1/people/${people.suspended.person.personId}/suspension`, {
      reason: 'For the test.',
    }),
  );
  const cases = { open, quiet, closed };
  for (const each of Object.values(cases)) Object.assign(each, await present(program, people.lead, each));
  return { people, cases, free };
}

const versionOf = async (by: HeldSession, id: string) =>
  (await must<Page>(by.call('GET', `/api/v1/cases/${id}`))).version;

async function setTheCase(
  program: Program,
  people: Record<Relation, HeldSession>,
  hasWork: boolean,
): Promise<CaseOfTable> {
  const idOf = (relation: Relation) => people[relation].person.personId;
  const { id: reportId } = await reportConcern(program);
  const id = (await decide(people['former lead'], reportId, {
    outcome: 'opened-case',
    title: 'A case',
    leadId: idOf('lead'),
    deputyId: idOf('deputy'),
  }))!;
  const first = await must<Page>(people['former lead'].call('GET', `/api/v1/cases/${id}`));
  await must(people.lead.call('POST', `/api/v1/offers/${first.offers[0]!.id}/acceptance`));
  const change = (name: string, body: object) =>
    must<Page>(people.lead.call('POST', `/api/v1/cases/${id}/${name}`, body));
  for (const relation of ['member', 'removed', 'suspended'] as const)
    await change('members', { personId: idOf(relation), part: 'member' });
  await change('members', { personId: idOf('consultant'), part: 'consultant' });
  await must(people.lead.call('DELETE', `/api/v1/cases/${id}/members/${idOf('removed')}`));
  const offer = async (to: Relation[]) =>
    await change('offers', {
      version: await versionOf(people.lead, id),
      toIds: to.map(idOf),
      deputyAfterId: idOf('deputy'),
      expiresAt: days(program, 1),
    });
  await offer(['offered before']);
  const { offers } = await offer(['declined', 'offered']);
  await must(
    people.declined.call(
      'POST',
      `/api/v1/offers/${offers.find((each) => each.to.id === idOf('declined') && each.state === 'open')!.id}/decline`,
    ),
  );
  if (hasWork)
    for (const words of ['Talk.', 'Listen.'])
      await change('actions', { category: 'subject', words, assigneeId: idOf('member'), dueAt: days(program, 3) });
  const inquiry = hasWork ? await planOne(program, people, id) : reportId;
  const none = { id: reportId, version: 0 };
  const { disclosure } = await shareByView(program, people.lead, id);
  const casePerson = await enterPerson(people.lead, id);
  const said = await statementWithPicture(program, people.lead, id);
  await keepAnArchive(program, people.lead, { beside: id, of: id, other: id });
  const set = {
    id,
    version: 0,
    reportId,
    reportVersion: 0,
    offers: {},
    inquiry,
    asked: await recordSubjectRequest(program, people.lead, id),
    disclosure,
    casePerson,
    said,
    extract: await answeredExtract(people.lead, people.consultant, id, said.statement),
    assigned: none,
    done: none,
  };
  if (hasWork) await finishOne(people, id, 1);
  return set;
}

/** The member is to ask somebody. */
async function planOne(program: Program, people: Record<Relation, HeldSession>, id: string): Promise<string> {
  const body = {
    kind: 'interview',
    guide: 'witness',
    who: 'The tutor',
    purpose: 'What she saw.',
    askerId: people.member.person.personId,
    dueAt: days(program, 4),
  };
  const { inquiries } = await must<{ inquiries: { id: string }[] }>(
    people.lead.call('POST', `/api/v1/cases/${id}/inquiries`, body),
  );
  return inquiries[0]!.id;
}

/** The member finishes one of their actions. */
async function finishOne(people: Record<Relation, HeldSession>, id: string, index: number): Promise<void> {
  const { actions } = await must<Page>(people.member.call('GET', `/api/v1/cases/${id}`));
  const action = actions.toSorted((one, other) => one.position - other.position)[index]!;
  await must(
    people.member.call('POST', `/api/v1/cases/${id}/actions/${action.id}/moves`, {
      to: 'done',
      version: action.version,
      result: 'Done.',
    }),
  );
}

const finish = (people: Record<Relation, HeldSession>, { id }: CaseOfTable) => finishOne(people, id, 0);

async function present(
  program: Program,
  lead: HeldSession,
  { id, reportId }: CaseOfTable,
): Promise<Partial<CaseOfTable>> {
  const page = await must<Page>(lead.call('GET', `/api/v1/cases/${id}`));
  const [assigned, done] = page.actions.toSorted((one, other) => one.position - other.position);
  const report = await program.databases.owner.query<{ version: number }>('select version from reports where id = $1', [
    reportId,
  ]);
  const names = await program.databases.owner.query<{ id: string; name: string }>(
    'select o.id, p.name from hand_over_offers o join people p on p.id = o.to_id where o.case_id = $1',
    [id],
  );
  const offers = Object.fromEntries(names.rows.map((row) => [row.name, row.id]));
  return {
    version: page.version,
    reportVersion: report.rows[0]!.version,
    offers,
    ...(assigned && done ? { assigned, done } : {}),
  };
}

/** Gives everybody in the table these roles; how they stand to the cases stays. */
export async function giveRoles(program: Program, { people }: CaseTable, roles: readonly string[]): Promise<void> {
  for (const relation of relations) {
    if (relation === 'other community') continue;
    await program.as(program.actors.coordinator, (tx) =>
      changeRoles(tx, program.ground, people[relation].person.personId, roles, 'school'),
    );
  }
}
