import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../../tests/program/must.ts';
import { type Program, startProgram } from '../../../tests/program/program.ts';
import { type HeldSession, sessionOf } from '../../../tests/program/sessions.ts';
import { addStatement } from '../statements/add-statement.ts';
import { aCase } from '../testing/a-case.ts';
import type { OpenSubjectRequests, SubjectRequests } from './contract.ts';
import { monthsAfter } from './deadline.ts';
import { redact } from './redact.ts';

let program: Program;
let duty: HeldSession;
beforeAll(async () => {
  program = await startProgram();
  duty = await sessionOf(program, program.actors.duty);
});
afterAll(() => program.close());

const day = 86_400_000;
const asked = (more: object = {}) => ({
  kind: 'access',
  askedBy: 'guardian',
  receivedAt: program.clock.now().toISOString(),
  words: 'What do you hold about my son?',
  identity: 'Came in person, known to the school.',
  ...more,
});
const later = (reason: string) => ({ reason, told: 'By letter on the 21st.' });
const choose = async (profile: string) => {
  const custodian = await sessionOf(program, program.actors.custodian);
  const { version } = (await custodian.call('GET', '/api/v1/legal-profile')).body as { version: number };
  await must(custodian.call('POST', '/api/v1/legal-profile', { profile, version }));
};
const opened = async () => (await aCase(program.ground, program.actors.duty, program.actors.second.personId)).id;
const post = async (id: string, path: string, body: object) => {
  const answer = await duty.call('POST', `/api/v1/cases/${id}/subject-requests${path}`, body);
  return { ...answer, body: answer.body as SubjectRequests & { fields?: object } };
};
const close = (id: string) =>
  duty.call('POST', `/api/v1/cases/${id}/closing`, {
    version: 1,
    reason: 'no-concern',
    words: 'Nothing to it.',
    reopenTriggers: 'New words.',
  });

describe('subject-requests', () => {
  it('gives what is ticked without who told it, and blacks out what would show them', async () => {
    const id = await opened();
    await program.as(program.actors.duty, (tx) =>
      addStatement(tx as never, program.ground, id, {
        kind: 'told',
        words: 'Lena Ruiz says that he shouted. LENA was afraid.',
        source: 'Lena Ruiz, his aunt',
      }),
    );
    const { body } = (await duty.call('GET', `/api/v1/cases/${id}`)) as { body: { statements: { id: string }[] } };
    const recorded = await post(id, '', asked());
    const { id: requestId } = recorded.body.requests[0]!;

    const answered = await post(id, `/${requestId}/answer`, {
      version: 1,
      outcome: 'in-part',
      words: 'Here is what we hold.',
      give: { statements: [body.statements[0]!.id], level: true },
      blackOut: ['Lena Ruiz', 'lena'],
      withheld: 'Who told us: rights of others.',
      hearing: 'He says that it was a quarrel about money.',
    });

    expect(recorded.status).toBe(201);
    const answer = answered.body.requests[0]!.answer!;
    expect(answer.given.map(({ words }) => words)).toEqual(['▇▇▇ says that he shouted. ▇▇▇ was afraid.', 'unrated']);
    expect(answer.hearing).toBe('He says that it was a quarrel about money.');
    expect(JSON.stringify(answer)).not.toMatch(/lena|aunt/i);
    const { rows } = await program.databases.owner.query('select content, answer from subject_requests');
    expect(rows.map(({ content, answer: sealed }) => `${content} ${sealed}`).join()).not.toContain('quarrel');
  });

  it('is due in a month, can be put off once within it, and is answered once', async () => {
    const id = await opened();
    const { body } = await post(id, '', asked({ receivedAt: '2026-11-20T09:00:00Z' }));
    const [request] = body.requests;

    const putOff = await post(id, `/${request!.id}/extension`, { version: 1, ...later('Many pages.') });
    const again = await post(id, `/${request!.id}/extension`, { version: 2, ...later('More pages.') });
    const unfounded = await post(id, `/${request!.id}/answer`, { version: 2, outcome: 'refused', words: 'No.' });
    const answered = await post(id, `/${request!.id}/answer`, { version: 2, outcome: 'granted', words: 'Yes.' });
    const twice = await post(id, `/${request!.id}/answer`, { version: 3, outcome: 'granted', words: 'Yes.' });

    expect(request!.dueAt).toBe('2026-12-20T09:00:00.000Z');
    expect(putOff.body.requests[0]!.extension).toEqual(later('Many pages.'));
    expect(putOff.body.requests[0]!.dueAt).toBe('2027-02-20T09:00:00.000Z');
    expect([again.status, again.body.fields]).toEqual([400, { reason: 'too-late-to-extend' }]);
    expect([unfounded.status, unfounded.body.fields]).toEqual([400, { withheld: 'required' }]);
    expect([answered.status, twice.status]).toEqual([200, 409]);
  });

  it('is due when the law that the community works under says so, and keeps that law when another is chosen', async () => {
    const id = await opened();
    const at = '2026-11-20T09:00:00Z';
    await choose('us-school');
    const { body: school } = await post(id, '', asked({ receivedAt: at }));
    const [first] = school.requests;
    const never = await post(id, `/${first!.id}/extension`, { version: 1, ...later('Many pages.') });
    const untold = await post(id, `/${first!.id}/extension`, { version: 1, reason: 'Many pages.' });
    await choose('spain');

    const { body } = await post(id, '', asked({ receivedAt: at, kind: 'correction' }));

    expect(school.law).toMatchObject({ unit: 'days', within: 45, further: 0, source: { section: '99.10(b)' } });
    expect(first).toMatchObject({ dueAt: '2027-01-04T09:00:00.000Z', mayWaitUntil: null });
    expect([never.status, never.body.fields]).toEqual([400, { reason: 'not-under-this-law' }]);
    expect([untold.status, Object.keys(untold.body.fields ?? {})]).toEqual([400, ['told']]);
    expect(body.requests.map(({ dueAt, law }) => [dueAt.slice(0, 10), law]).toSorted()).toEqual([
      ['2026-12-20', 'GDPR, Regulation (EU) 2016/679, Art. 12(3)'],
      ['2027-01-04', 'FERPA, 34 CFR Part 99, 99.10(b)'],
    ]);
  });

  it('is never put off beyond its law, nor twice, whoever asks the database', async () => {
    const id = await opened();
    const { body } = await post(id, '', asked());
    const change = (set: string) =>
      program.databases.owner.query(`update subject_requests set ${set} where id = $1`, [body.requests[0]!.id]);

    await expect(
      change("due_at = latest_due_at + interval '1 day', extended_at = received_at, extension = 'x'"),
    ).rejects.toMatchObject({
      constraint: 'a_request_is_answered_within_its_law',
    });
    await expect(change('due_at = latest_due_at')).rejects.toMatchObject({ constraint: 'a_later_date_is_set_once' });
    await expect(
      program.databases.app.query('update subject_requests set latest_due_at = latest_due_at'),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('is refused where it lies in the future, or where anything else is missing', async () => {
    const id = await opened();

    const future = await post(
      id,
      '',
      asked({ receivedAt: new Date(program.clock.now().getTime() + day).toISOString() }),
    );
    const nobody = await post(id, '', asked({ identity: ' ' }));

    expect([future.status, future.body.fields]).toEqual([400, { receivedAt: 'in-the-future' }]);
    expect(nobody.status).toBe(400);
  });

  it('keeps a closed case from being destroyed until it is answered, and tells who is answerable', async () => {
    const id = await opened();
    await close(id);
    program.clock.advance(729 * day);
    duty = await sessionOf(program, program.actors.duty);
    const { body } = await post(id, '', asked());

    program.clock.advance(25 * day);
    await program.sweep();
    const held = await program.databases.owner.query('select from cases where id = $1', [id]);
    const custodian = await sessionOf(program, program.actors.custodian);
    const open = (await custodian.call('GET', '/api/v1/subject-requests')).body as OpenSubjectRequests;
    duty = await sessionOf(program, program.actors.duty);
    const answered = await post(id, `/${body.requests[0]!.id}/answer`, {
      version: 1,
      outcome: 'granted',
      words: 'Yes.',
    });
    await program.sweep();
    const gone = await program.databases.owner.query('select from cases where id = $1', [id]);

    expect(held.rows.length).toBe(1);
    expect(open.requests.map(({ id: each }) => each)).toContain(body.requests[0]!.id);
    expect(
      (await program.databases.owner.query("select from audit_entries where act = 'subject-request-climbed'")).rows,
    ).not.toEqual([]);
    expect([answered.status, gone.rows.length]).toEqual([200, 0]);
    await expect(
      program.databases.owner.query('select is_held($1, $2) as held', [program.communityId, id]),
    ).resolves.toMatchObject({ rows: [{ held: false }] });
  });

  it('counts months as the law does', () => {
    expect(monthsAfter(new Date('2027-01-31T10:00:00Z'), 1).toISOString()).toBe('2027-02-28T10:00:00.000Z');
    expect(monthsAfter(new Date('2026-11-30T10:00:00Z'), 3).toISOString()).toBe('2027-02-28T10:00:00.000Z');
  });

  it('leaves no letter of what is blacked out, whatever it is made of', () => {
    const words = fc.string({ minLength: 2, maxLength: 12 }).filter((each) => each.trim().length > 1);
    fc.assert(
      fc.property(fc.string(), words, fc.string(), (before, secret, after) => {
        expect(redact(`${before}${secret}${after}`, [secret]).toLowerCase()).not.toContain(secret.toLowerCase());
      }),
      { numRuns: 1_000, examples: [['a ', '(.*)', ' b']] },
    );
  });
});
