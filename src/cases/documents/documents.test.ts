import { describe, expect, it } from 'vitest';
import type { Program } from '../../../tests/program/program.ts';
import { aShare } from '../../../tests/program/sharing.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { languages } from '../../platform/i18n/language.ts';
import { closeCase } from '../closing/close-case.ts';
import { addAction } from '../commands/add-action.ts';
import { beginMeeting, callMeeting } from '../meetings/hold-meeting.ts';
import { writeMinutes } from '../meetings/write-minutes.ts';
import { addStatement } from '../statements/add-statement.ts';
import { aCase } from '../testing/a-case.ts';
import { onCases } from '../testing/on-cases.ts';
import { documentKinds } from './contract.ts';
import { caseDocumentOf, documentFile, meetingMinutesOf } from './make-document.ts';

let program: Program;
let duty: PersonActor;
let second: PersonActor;
let member: PersonActor;
let caseId: string;
const { as, inDays } = onCases(async (started) => {
  program = started;
  ({ duty, second, member } = started.actors);
  ({ id: caseId } = await aCase(program.ground, duty, second.personId, 'Rooms and times'));
  await as(duty, async (tx) => {
    await addStatement(tx, program.ground, caseId, { kind: 'seen', words: 'A list on a desk.', source: 'A tutor' });
    await addAction(tx, program.ground, caseId, {
      category: 'subject',
      words: 'Talk with the family.',
      assigneeId: second.personId,
      dueAt: inDays(4),
    });
  });
});
const make = (kind: (typeof documentKinds)[number], language: (typeof languages)[number] = 'en', id = caseId) =>
  as(duty, (tx) => caseDocumentOf(tx, program.ground, id, kind, language));
/** Every word of a document. */
const wordsIn = (paper: Awaited<ReturnType<typeof make>>) => JSON.stringify(paper);
const runningMeeting = (by: PersonActor, others: PersonActor[]) =>
  as(by, async (tx) => {
    const personIds = others.map(({ personId }) => personId);
    const id = await callMeeting(tx, program.ground, { heldAt: inDays(1), personIds });
    await beginMeeting(tx, program.ground, id, { version: 1, presentIds: [by.personId, ...personIds] });
    return id;
  });

describe('documents of a case', () => {
  it('say what the team wrote under headings of the language that was asked for', async () => {
    const [english, catalan] = [await make('assessment-summary'), await make('assessment-summary', 'ca')];

    expect(wordsIn(english)).toContain('A list on a desk.');
    expect(wordsIn(catalan)).toContain('A list on a desk.');
    expect([english.title, catalan.title]).toEqual(['Assessment summary', 'Resum de l’avaluació']);
    expect(english.footer).toContain('Dina Utyman');
  });

  it('put the emergency number before everything else in a safety plan, and lines to sign under a plan to return', async () => {
    const plan = await make('safety-plan', 'fr');
    const entry = await make('re-entry-plan', 'es');

    expect(plan.sections[0]?.paragraphs[0]).toContain('112');
    expect(wordsIn(plan)).toContain('Talk with the family.');
    expect(entry.sections.at(-1)?.signatures).toHaveLength(4);
  });

  it('tell in a closing memo why, what is in place, who is told, what reopens it and how long it is kept', async () => {
    const { id } = await aCase(program.ground, duty, second.personId);
    const open = await make('closing-memo', 'en', id);
    await as(duty, (tx) =>
      closeCase(tx, program.ground, id, {
        version: 1,
        reason: 'moved-away',
        words: 'They left for another town.',
        told: [{ who: 'The school there', how: 'By phone' }],
        reopenTriggers: 'They come back.',
      }),
    );

    const closed = wordsIn(await make('closing-memo', 'en', id));

    expect(open.sections[0]?.paragraphs).toEqual(['The case is open. A closing memo can be made once it is closed.']);
    for (const part of ['They left for another town.', 'The school there: By phone', 'They come back.', '2028'])
      expect(closed).toContain(part);
  });

  it('record what was given to whom, by whom, on which ground and why, and never who said it', async () => {
    const none = await make('disclosure-record');
    const { id } = await aCase(program.ground, duty, second.personId);
    const { call } = await program.signIn('duty');
    await call('POST', `/api/v1/cases/${id}/statements`, { kind: 'seen', words: 'A list.', source: 'Anna the tutor' });
    const { statements } = (await call('GET', `/api/v1/cases/${id}`)).body as { statements: { id: string }[] };
    const share = { ...aShare(program), gives: 'statements', statementIds: [statements[0]!.id], summary: '' };
    const { status } = await call('POST', `/api/v1/cases/${id}/disclosures`, share);

    const record = await make('disclosure-record', 'fr', id);

    expect([status, none.sections[0]?.paragraphs]).toEqual([200, ['Nothing is on record.']]);
    expect(record.sections.map(({ heading }) => heading)).toEqual([`1. ${share.recipient.name}`]);
    for (const part of ['A list.', 'Dina Utyman', share.necessity, 'Fondement'])
      expect(wordsIn(record)).toContain(part);
    expect(wordsIn(record)).not.toContain('Anna');
  });

  it('are tagged PDF that names its language and title, in all four languages', async () => {
    for (const language of languages)
      for (const kind of documentKinds) {
        const paper = await make(kind, language);
        const file = await documentFile(paper);
        const bytes = Buffer.from(await file.arrayBuffer()).toString('latin1');

        expect(bytes.startsWith('%PDF-1.7')).toBe(true);
        expect(bytes).toContain('/MarkInfo');
        expect(bytes).toContain(`/Lang (${language})`);
        expect(bytes).toContain('/StructTreeRoot');
      }
  });

  it('are made only for whoever may open the case, and each making is logged', async () => {
    const path = `/api/v1/cases/${caseId}/documents/safety-plan`;
    const signedIn = [await program.signIn('duty'), await program.signIn('member')];

    const statuses = [];
    for (const { call } of signedIn) statuses.push((await call('GET', `${path}/file?language=ca`)).status);

    expect(statuses).toEqual([200, 404]);
    const { rows } = await program.databases.owner.query(
      "select body from audit_entries where act = 'document-made' and record_id = $1",
      [caseId],
    );
    expect(rows.map(({ body }) => JSON.parse(body).facts)).toEqual([
      { kind: 'safety-plan', language: 'ca', reason: 'lead' },
    ]);
  });
});

describe('minutes as a document', () => {
  it('hold what was said of the cases that the reader may open, and count the others', async () => {
    const id = await runningMeeting(duty, [second, member]);
    await as(duty, (tx) => writeMinutes(tx, program.ground, id, caseId, { words: 'His tutor sees him each morning.' }));
    const minutes = (reader: PersonActor) => as(reader, (tx) => meetingMinutesOf(tx, program.ground, id, 'en'));

    const [mine, theirs] = [await minutes(second), await minutes(member)];

    expect(wordsIn(mine)).toContain('His tutor sees him each morning.');
    expect(wordsIn(theirs)).not.toContain('His tutor');
    expect(wordsIn(theirs)).not.toContain('Rooms and times');
    expect(wordsIn(theirs)).toContain('in which you have no part');
  });
});
