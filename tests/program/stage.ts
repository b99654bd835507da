import { addPerson, type NewPerson } from '../../src/community/commands/add-person.ts';
import { newSessionKeys } from '../../src/identities/screens/browser-box.ts';
import type { PersonActor } from '../../src/platform/actor.ts';
import { newId } from '../../src/platform/ids.ts';
import { newKeyPair } from '../../src/platform/vault/index.ts';
import { keepAnArchive, type StageArchive } from './archive.ts';
import { type AnsweredExtract, answeredExtract } from './extract.ts';
import { groupsOfStage } from './groups.ts';
import { must } from './must.ts';
import { type CastKey, cast, type Program } from './program.ts';
import { type HeldSession, sessionOf } from './sessions.ts';
import { enterPerson, type SharedView, shareByView } from './sharing.ts';
import { confirmBothSides } from './sides.ts';
import { type StatementFile, statementWithPicture } from './statement-file.ts';

export type Versioned = { id: string; version: number };

/** One record of every kind in a community, made over the API, so that each door has something real behind it. */
export type Stage = {
  sessions: Record<CastKey, HeldSession>;
  /** A member with no part in anything, and one who is suspended. */
  spare: PersonActor;
  suspended: PersonActor;
  receipt: string;
  /** A report that waits, one that was decided, one that was referred and one that rests in the case. */
  waiting: Versioned;
  decided: Versioned;
  linked: Versioned;
  handover: string;
  /** Led by the duty officer, the second is deputy, the member is of the team, the custodian is a consultant, the coordinator is offered the lead. */
  openCase: Versioned;
  closedCase: Versioned;
  /** Led by the duty officer, with nothing to do in it. */
  quietCase: Versioned;
  /** The same, whose level two people have rated and not yet agreed on. */
  rated: Versioned;
  inquiry: Versioned;
  /** What the person of concern of the open case asked. */
  asked: string;
  /** What was shared from the open case by a view that opens once. */
  sharedView: SharedView;
  /** A statement of the open case, with a picture on it. */
  said: StatementFile;
  /** One lies beside the open case, as if it had come here; this is another. */
  archive: StageArchive;
  /** What the custodian was given of it, and answered. */
  extract: AnsweredExtract;
  /** Somebody of the open case. */
  casePerson: string;
  /** Called by the duty officer, with the second: one that has not begun, one that runs. */
  meeting: Versioned;
  runningMeeting: Versioned;
  /** What a report that came later asks of the closed case. */
  question: string;
  /** The secret behind which a calendar reads the member's dates. */
  calendar: string;
  action: Versioned;
  /** A group of the list; it is recorded on the quiet case. */
  group: string;
  offer: string;
  shift: string;
  /** A hold that the duty officer asked for, on the decided report. */
  ask: string;
  /** The duty officer asked to open the identity of the waiting report; `openRequest` is one that both sides released. */
  request: string;
  openRequest: string;
  /** The public key of some browser, and what sheet A of the recovery kit begins with. */
  sessionKey: string;
  kitMark: string;
  /** What a reader told about a page of the library. */
  mistake: string;
  /** A course that the overseer finished. */
  training: string;
  leave: string;
  /** Offered by the duty officer to the coordinator. */
  swap: string;
  /** A test page to the duty officer. */
  testPage: string;
  /** The second officer asks for a new way to sign in; nobody has confirmed yet. */
  recovery: { id: string; secret: string; number: string };
  /** Whose program may send reports. */
  partner: string;
  invitationSecret: string;
};

/** A member added without the cost of a password: nobody signs in by it. */
export async function joinCommunity(program: Program, name: string, roles: readonly string[]): Promise<PersonActor> {
  const { ground, communityId } = program;
  const id = newId(ground.clock, ground.chance);
  const keyPair = newKeyPair();
  const person: NewPerson = {
    id,
    name,
    email: `${id}@test.example`,
    language: 'en',
    roles,
    discipline: 'school',
    agency: '',
    keyPair,
    passwordLockedKey: Buffer.alloc(64),
  };
  await program.as({ kind: 'system', communityId, job: 'test' }, (tx) =>
    addPerson(tx, ground, person, Buffer.alloc(80)),
  );
  return { kind: 'person', communityId, personId: id, roles, keyPair };
}

export async function reportConcern(program: Program, more: object = {}): Promise<{ receipt: string; id: string }> {
  const body = { dangerNow: false, what: 'He wrote down rooms and times.', language: 'en', ...more };
  const { receipt, number } = await must<{ receipt: string; number: string }>(
    program.request('POST', `/api/v1/communities/${program.slug}/reports`, { body }),
  );
  const { rows } = await program.databases.owner.query<{ id: string }>('select id from reports where number = $1', [
    number,
  ]);
  return { receipt, id: rows[0]!.id };
}

/** Says why somebody reads this report, whether or not they are asked to; whoever may not read it says it in vain. */
export const sayWhy = (by: HeldSession, report: string) =>
  by.call('POST', `/api/v1/reports/${report}/reading-reasons`, { words: 'To help the officer on duty.' });

/** Opens a report as somebody who may, and decides it; gives the case's id where there is one. */
export async function decide(by: HeldSession, report: string, decision: object): Promise<string | null> {
  await sayWhy(by, report);
  const { version } = await must<Versioned>(by.call('GET', `/api/v1/reports/${report}`));
  const body = { reason: 'So it was agreed.', version, ...decision };
  return (await must<{ caseId: string | null }>(by.call('POST', `/api/v1/reports/${report}/decisions`, body))).caseId;
}

const actors = (program: Program, key: CastKey): string => program.actors[key].personId;

/** Asks both sides to open the identity of a report, in an emergency; gives the request's id. */
async function askForIdentity(by: HeldSession, report: string): Promise<string> {
  const { publicKey } = await newSessionKeys();
  const why = { reason: 'A life may depend on it.', legalBasis: 'Article 9 (2) c', plan: 'Call and warn.' };
  const body = { ...why, hours: 2, isEmergency: true, sessionKey: publicKey };
  return (await must<{ id: string }>(by.call('POST', `/api/v1/reports/${report}/identity-requests`, body))).id;
}

export const days = (program: Program, count: number): string =>
  new Date(program.clock.now().getTime() + count * 86_400_000).toISOString();

/** A text as it is written in the console, with nothing wrong in it. */
export const aWrittenText = {
  title: 'How to tell us',
  summary: 'Where to tell what worries you.',
  step: 'detect',
  roles: ['public'],
  sources: [],
  readingAge: '12',
  status: 'written',
  reviewedBy: '',
  body: 'Come to the town hall.',
};

/** A text whose first version stands and whose second waits, and a mistake that somebody told; gives the mistake's id. */
async function setTheLibrary(program: Program, sessions: Record<CastKey, HeldSession>): Promise<string> {
  const at = '/api/v1/library/texts/en/prevent.how-to-tell-us';
  const write = (title: string) =>
    must(sessions.coordinator.call('POST', `${at}/draft`, { fields: { ...aWrittenText, title }, send: true }));
  await write('How to tell us');
  const approval = { decision: 'approve', words: '', position: 0 };
  await must(sessions.custodian.call('POST', `${at}/versions/1/decision`, approval));
  await write('How to tell us soon');
  const form = new FormData();
  form.set('page', '/en/library/prevent/how-to-tell-us');
  form.set('words', 'The door number is wrong.');
  await must(program.request('POST', '/en/library/mistake', { body: form }));
  return (await program.databases.owner.query<{ id: string }>('select id from library_mistakes')).rows[0]!.id;
}

/** A report that came later is put beside the one that a closed case rests on; gives the question that it asks. */
async function askTheClosedCase(program: Program, duty: HeldSession, id: string, to: string): Promise<string> {
  const later = await reportConcern(program);
  await must(duty.call('POST', `/api/v1/reports/${later.id}/links`, { act: 'link', to }));
  type Asked = { reopeningQuestions: { id: string }[] };
  return (await must<Asked>(duty.call('GET', `/api/v1/cases/${id}`))).reopeningQuestions[0]!.id;
}

/** A request of a person of concern that its door takes. */
export const aSubjectRequest = (program: Program) => ({
  kind: 'access',
  askedBy: 'subject',
  receivedAt: days(program, -3),
  words: 'What do you hold about me?',
  identity: 'Came in person with a passport.',
});

/** Records what a person of concern asked; gives its id. */
export async function recordSubjectRequest(program: Program, by: HeldSession, caseId: string): Promise<string> {
  const { requests } = await must<{ requests: { id: string }[] }>(
    by.call('POST', `/api/v1/cases/${caseId}/subject-requests`, aSubjectRequest(program)),
  );
  return requests[0]!.id;
}

/** A rating of the level of concern that its door takes. */
export const rating = {
  level: 'low',
  confidence: 'fair',
  reasonsFor: 'He wrote down rooms.',
  reasonsAgainst: 'He talks to his tutor.',
  unknowns: 'Whether he has the means.',
};

/** The overseer finishes a course; gives the id of the record. */
async function finishACourse({ overseer }: Record<CastKey, HeldSession>): Promise<string> {
  const situations = ['situation-1', 'situation-2', 'situation-3', 'situation-4'];
  const body = { courseId: 'being-there', answers: Object.fromEntries(situations.map((id) => [id, 'a'])) };
  type Kept = { records: { id: string }[] };
  return (await must<Kept>(overseer.call('POST', '/api/v1/library/training', body))).records[0]!.id;
}

async function askRecovery(program: Program, coordinator: HeldSession): Promise<Stage['recovery']> {
  const body = { email: 'second@test-town.example' };
  const { link, number } = await must<{ link: string; number: string }>(
    program.request('POST', '/api/v1/recovery/requests', { body }),
  );
  const { requests } = await must<{ requests: { id: string }[] }>(coordinator.call('GET', '/api/v1/recovery-requests'));
  return { id: requests[0]!.id, secret: link.split('#')[1]!, number };
}

export async function setTheStage(program: Program): Promise<Stage> {
  const sessions = {} as Record<CastKey, HeldSession>;
  for (const key of Object.keys(cast) as CastKey[]) sessions[key] = await sessionOf(program, program.actors[key]);
  const { duty } = sessions;
  const [spare, suspended] = [
    await joinCommunity(program, 'Spa Reman', ['team-member']),
    await joinCommunity(program, 'Sus Pended', ['team-member']),
  ];
  await must(
    sessions.coordinator.call('POST', `/api/v1/people/${suspended.personId}/suspension`, { reason: 'For the test.' }),
  );

  await confirmBothSides(program, sessions);
  const { receipt, id: waiting } = await reportConcern(program, { contact: 'Call me after six.' });
  await must(duty.call('POST', `/api/v1/reports/${waiting}/answers`, { words: 'Thank you.' }));
  const decided = await reportConcern(program, { contact: 'Call my mother.' });
  await decide(duty, decided.id, { outcome: 'resolved-on-contact' });
  const referred = await reportConcern(program);
  await decide(duty, referred.id, { outcome: 'referred-elsewhere', recipient: 'The youth service' });
  const { handovers } = await must<{ handovers: { id: string }[] }>(duty.call('GET', `/api/v1/reports/${referred.id}`));

  const leaders = { leadId: program.actors.duty.personId, deputyId: program.actors.second.personId };
  const linked = await reportConcern(program);
  const openCase = (await decide(duty, linked.id, { outcome: 'opened-case', title: 'Rooms and times', ...leaders }))!;
  const closing = await reportConcern(program);
  const closedCase = (await decide(duty, closing.id, { outcome: 'opened-case', title: 'Settled', ...leaders }))!;
  const quiet = await reportConcern(program, { contact: 'Write to me.' });
  const quietCase = (await decide(duty, quiet.id, { outcome: 'opened-case', title: 'Quiet', ...leaders }))!;
  const toRate = await reportConcern(program);
  const rated = (await decide(duty, toRate.id, { outcome: 'opened-case', title: 'Rated', ...leaders }))!;
  for (const by of [duty, sessions.second])
    await must(by.call('POST', `/api/v1/cases/${rated}/concern/ratings`, rating));
  const change = (id: string, name: string, body: object) =>
    must<Versioned & { actions: Versioned[]; offers: { id: string }[] }>(
      duty.call('POST', `/api/v1/cases/${id}/${name}`, body),
    );
  await change(closedCase, 'closing', {
    version: 1,
    reason: 'resolved',
    words: 'All is well.',
    reopenTriggers: 'New words.',
  });
  await change(openCase, 'members', { personId: program.actors.member.personId, part: 'member' });
  await change(openCase, 'members', { personId: program.actors.custodian.personId, part: 'consultant' });
  const said = await statementWithPicture(program, duty, openCase);
  const { actions } = await change(openCase, 'actions', {
    category: 'subject',
    words: 'Talk with the family.',
    assigneeId: program.actors.member.personId,
    dueAt: days(program, 3),
  });
  const offering = {
    version: 1,
    toIds: [program.actors.coordinator.personId],
    deputyAfterId: program.actors.second.personId,
    note: 'Please take it on.',
    expiresAt: days(program, 1),
  };
  const { offers, version } = await change(openCase, 'offers', offering);

  const { asks } = await must<{ asks: { id: string }[] }>(
    duty.call('POST', '/api/v1/keeping/acts', {
      act: 'hold',
      recordKind: 'report',
      recordId: decided.id,
      reason: 'A court asked.',
    }),
  );
  const partner = await must<{ id: string }>(
    sessions.coordinator.call('POST', '/api/v1/partners', { name: 'A school' }),
  );
  const openRequest = await askForIdentity(duty, quiet.id);
  for (const side of [sessions.custodian, sessions.overseer])
    await must(side.call('POST', `/api/v1/identity-requests/${openRequest}/release`));
  const shift = {
    startsAt: days(program, 20),
    endsAt: days(program, 21),
    officerId: program.actors.duty.personId,
    secondId: program.actors.second.personId,
  };
  const { id: shiftId } = await must<{ id: string }>(sessions.coordinator.call('POST', '/api/v1/rota/shifts', shift));
  const leave = { personId: actors(program, 'member'), startsAt: days(program, 40), endsAt: days(program, 41) };
  const { id: leaveId } = await must<{ id: string }>(sessions.coordinator.call('POST', '/api/v1/rota/leaves', leave));
  const toId = actors(program, 'coordinator');
  const { id: swapId } = await must<{ id: string }>(
    duty.call('POST', `/api/v1/rota/shifts/${shiftId}/swaps`, { toId }),
  );
  await must(sessions.coordinator.call('POST', '/api/v1/rota/test-pages'));
  const rota = `/api/v1/rota?from=${days(program, 0)}&to=${days(program, 1)}`;
  const { pageTest } = await must<{ pageTest: { mine: string } }>(duty.call('GET', rota));
  const invitee = { name: 'New Comer', email: 'new@test.example', roles: ['team-member'], discipline: 'school' };
  const { link } = await must<{ link: string }>(sessions.coordinator.call('POST', '/api/v1/invitations', invitee));
  const { inquiries } = await must<{ inquiries: Versioned[] }>(
    duty.call('POST', `/api/v1/cases/${openCase}/inquiries`, {
      kind: 'interview',
      guide: 'witness',
      who: 'The tutor',
      purpose: 'What she saw.',
      askerId: program.actors.member.personId,
      dueAt: days(program, 4),
    }),
  );
  const callMeeting = async () => {
    const asked = { heldAt: days(program, 2), personIds: [program.actors.second.personId] };
    return await must<Versioned>(duty.call('POST', '/api/v1/meetings', asked));
  };
  const [meeting, running] = [await callMeeting(), await callMeeting()];
  const present = { version: running.version, presentIds: [leaders.leadId, leaders.deputyId] };
  const runningMeeting = await must<Versioned>(duty.call('POST', `/api/v1/meetings/${running.id}/beginning`, present));
  const feed = await must<{ address: string }>(sessions.member.call('POST', '/api/v1/calendar'));
  const versionOf = async (table: string, id: string) => ({
    id,
    version: (await program.databases.owner.query(`select version from ${table} where id = $1`, [id])).rows[0]
      .version as number,
  });
  return {
    sessions,
    spare,
    suspended,
    receipt,
    partner: partner.id,
    shift: shiftId,
    ask: asks[0]!.id,
    request: await askForIdentity(duty, waiting),
    openRequest,
    sessionKey: (await newSessionKeys()).publicKey,
    kitMark: program.recoveryKit.halfA.slice(0, 9),
    mistake: await setTheLibrary(program, sessions),
    training: await finishACourse(sessions),
    leave: leaveId,
    swap: swapId,
    testPage: pageTest.mine,
    recovery: await askRecovery(program, sessions.coordinator),
    handover: handovers[0]!.id,
    action: actions[0]!,
    offer: offers[0]!.id,
    invitationSecret: link.split('#')[1]!,
    waiting: await versionOf('reports', waiting),
    decided: await versionOf('reports', decided.id),
    linked: await versionOf('reports', linked.id),
    openCase: { id: openCase, version },
    quietCase: { id: quietCase, version: 1 },
    rated: await versionOf('cases', rated),
    inquiry: inquiries[0]!,
    asked: await recordSubjectRequest(program, duty, openCase),
    sharedView: await shareByView(program, duty, openCase),
    said,
    archive: await keepAnArchive(program, duty, { beside: openCase, of: quietCase, other: rated }),
    extract: await answeredExtract(duty, sessions.custodian, openCase, said.statement),
    casePerson: await enterPerson(duty, openCase),
    group: await groupsOfStage(sessions, quietCase),
    meeting,
    runningMeeting,
    question: await askTheClosedCase(program, duty, closedCase, closing.id),
    calendar: feed.address.split('/').at(-1)!,
    closedCase: await versionOf('cases', closedCase),
  };
}
