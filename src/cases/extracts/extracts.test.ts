import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../../tests/program/must.ts';
import { type Program, startProgram } from '../../../tests/program/program.ts';
import { type HeldSession, sessionOf } from '../../../tests/program/sessions.ts';
import { joinCommunity } from '../../../tests/program/stage.ts';
import type { GivenExtract, MyDay, OpenedCase } from '../contract.ts';
import { aCase } from '../testing/a-case.ts';

let program: Program;
let lead: HeldSession;
beforeAll(async () => {
  program = await startProgram();
  lead = await sessionOf(program, program.actors.duty);
});
afterAll(() => program.close());

const question = 'Does this fit what you see in young people of his age?';
const given = 'He speaks of an end of all things.';
const kept = 'His aunt told us where he sleeps.';

/** A case with two statements and a consultant who was given the first of them. */
async function anExtract() {
  const consultant = await joinCommunity(program, 'Con Sulta', ['consultant']);
  const { id } = await aCase(program.ground, program.actors.duty, program.actors.second.personId, 'Doors and hours');
  const at = `/api/v1/cases/${id}`;
  const readerId = consultant.personId;
  await must(lead.call('POST', `${at}/members`, { personId: readerId, part: 'consultant' }));
  await must(lead.call('POST', `${at}/statements`, { kind: 'told', words: given, source: 'His aunt Lucia' }));
  const { statements } = await must<OpenedCase>(
    lead.call('POST', `${at}/statements`, { kind: 'told', words: kept, source: 'His aunt Lucia' }),
  );
  const give = { readerId, question, statementIds: [statements[0]!.id] };
  const { extracts } = await must<OpenedCase>(lead.call('POST', `${at}/extracts`, give));
  const by = await sessionOf(program, consultant);
  return { id, at, by, readerId, give, statements, extract: extracts[0]!, door: `/api/v1/extracts/${extracts[0]!.id}` };
}
const shown = async (at: string) => (await must<OpenedCase>(lead.call('GET', at))).extracts[0]!;
const copiesOf = async (record: string, recipient: string) =>
  (
    await program.databases.owner.query('select from wrapped_copies where record_id = $1 and recipient_id = $2', [
      record,
      recipient,
    ])
  ).rowCount;

describe('an extract for a consultant', () => {
  it('shows the question and the chosen statements, and nothing else of the case', async () => {
    const { id, at, by, readerId, door, extract } = await anExtract();

    const read = await by.call('GET', door);

    expect(read.body).toMatchObject({ question, statements: [{ kind: 'told', words: given }], answers: [] });
    for (const hidden of [kept, 'Lucia', 'Doors and hours', 'leadId']) expect(read.text).not.toContain(hidden);
    expect((await by.call('GET', at)).status).toBe(404);
    const { rows } = await must<{ rows: unknown[] }>(by.call('GET', '/api/v1/cases'));
    expect(rows).toEqual([]);
    const { advice } = await must<MyDay>(by.call('GET', '/api/v1/my-day'));
    expect(advice).toMatchObject([{ id: extract.id, isAnswered: false }]);
    expect([await copiesOf(id, readerId), await copiesOf(extract.id, readerId)]).toEqual([0, 1]);
  });

  it('is answered in words, which become a statement marked as assessed once the lead takes them', async () => {
    const { at, by, door, extract, readerId } = await anExtract();
    const words = 'It fits, and it can pass with company.';

    const answered = await must<GivenExtract>(by.call('POST', `${door}/answers`, { words }));
    const waiting = await shown(at);
    const path = `${at}/extracts/${extract.id}/answers/${waiting.answers[0]!.id}/statement`;
    const { statements } = await must<OpenedCase>(lead.call('POST', path));
    const again = await lead.call('POST', path);

    expect(answered.answers).toMatchObject([{ words, isRecorded: false }]);
    expect(waiting).toMatchObject({ reader: { id: readerId }, answers: [{ words, statementId: null }] });
    expect(statements.at(-1)).toMatchObject({
      kind: 'assessed',
      words,
      source: 'Con Sulta',
      recordedBy: { id: readerId },
    });
    expect(again.status).toBe(409);
    expect((await must<GivenExtract>(by.call('GET', door))).answers).toMatchObject([{ isRecorded: true }]);
  });

  it('is taken back at once: the door closes, the key is gone, and the team still sees what was given', async () => {
    const { at, by, door, extract, readerId } = await anExtract();

    await must(lead.call('POST', `${at}/extracts/${extract.id}/end`));

    const after = [await by.call('GET', door), await by.call('POST', `${door}/answers`, { words: 'Late.' })];
    expect(after.map(({ status }) => status)).toEqual([404, 404]);
    expect(await copiesOf(extract.id, readerId)).toBe(0);
    expect(await shown(at)).toMatchObject({ question, ended: { by: { id: program.actors.duty.personId } } });
    expect((await lead.call('POST', `${at}/extracts/${extract.id}/end`)).status).toBe(404);
  });

  it('ends with the part of its reader, with the case, and with a suspension', async () => {
    const removed = await anExtract();
    const closed = await anExtract();
    const suspended = await anExtract();
    const { version } = await must<OpenedCase>(lead.call('GET', closed.at));
    const coordinator = await sessionOf(program, program.actors.coordinator);

    await must(lead.call('DELETE', `${removed.at}/members/${removed.readerId}`));
    const closing = { version, reason: 'resolved', words: 'All is well.', reopenTriggers: 'New words.' };
    await must(lead.call('POST', `${closed.at}/closing`, closing));
    await must(
      coordinator.call('POST', `/api/v1/people/${suspended.readerId}/suspension`, { reason: 'For the test.' }),
    );

    for (const { extract, readerId } of [removed, closed, suspended])
      expect(await copiesOf(extract.id, readerId)).toBe(0);
    expect((await removed.by.call('GET', removed.door)).status).toBe(404);
    expect((await closed.by.call('GET', closed.door)).status).toBe(404);
    expect(await shown(suspended.at)).toMatchObject({ ended: { by: null } });
  });

  it('is given to a consultant of the case only, of statements of the case only', async () => {
    const { at, give } = await anExtract();
    const elsewhere = await anExtract();
    const { member } = program.actors;

    const stranger = await lead.call('POST', `${at}/extracts`, { ...give, readerId: member.personId });
    const astray = await lead.call('POST', `${at}/extracts`, { ...give, statementIds: elsewhere.give.statementIds });

    expect([stranger.status, stranger.body]).toMatchObject([400, { fields: { readerId: 'not-a-consultant-here' } }]);
    expect([astray.status, astray.body]).toMatchObject([400, { fields: { statementIds: 'not-possible' } }]);
    const direct = program.databases.owner.query('update extracts set ended_at = null where id = $1', [
      (await must<OpenedCase>(lead.call('POST', `${at}/extracts/${(await shown(at)).id}/end`))).extracts[0]!.id,
    ]);
    await expect(direct).rejects.toMatchObject({ constraint: 'an_ended_extract_stands' });
  });

  it('keeps the key of the case from a consultant, whoever shares it', async () => {
    const { id, readerId, at } = await anExtract();

    const member = await lead.call('POST', `${at}/members`, { personId: readerId, part: 'member' });
    const back = await lead.call('POST', `${at}/members`, { personId: readerId, part: 'consultant' });

    expect([member.status, await copiesOf(id, readerId)]).toEqual([200, 1]);
    expect([back.status, back.body]).toMatchObject([400, { fields: { personId: 'already-on-the-team' } }]);
    const lowered = program.databases.owner.query(
      "update case_members set part = 'consultant' where case_id = $1 and person_id = $2",
      [id, readerId],
    );
    await expect(lowered).rejects.toMatchObject({ constraint: 'a_consultant_holds_no_key' });
  });

  it('lies in the database without a word of it, and each step is on record', async () => {
    const { id, by, door, extract } = await anExtract();
    await must(by.call('GET', door));
    await must(by.call('POST', `${door}/answers`, { words: 'It fits, and it can pass.' }));

    const { rows } = await program.databases.owner.query(
      'select e::text || a::text as row from extracts e join extract_answers a on a.extract_id = e.id',
    );
    const acts = await program.databases.owner.query<{ act: string }>(
      "select act from audit_entries where record_id in ($1, $2) and act like 'extract-%' order by at, act",
      [id, extract.id],
    );

    for (const words of [question, given, 'It fits, and']) expect(JSON.stringify(rows)).not.toContain(words);
    expect(acts.rows.map(({ act }) => act)).toEqual(['extract-answered', 'extract-given', 'extract-read']);
  });
});
