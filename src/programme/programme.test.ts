import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, startProgram } from '../../tests/program/program.ts';
import { addAction, closeCase, setReview } from '../cases/index.ts';
import { aCase } from '../cases/testing/a-case.ts';
import type { PersonActor } from '../platform/actor.ts';
import type { Tx } from '../platform/db/database.ts';
import { answerReporter, openReport } from '../reports/index.ts';
import { aReport } from '../reports/testing/a-report.ts';
import type { Programme, ProgrammeTable } from './contract.ts';

let program: Program;
let duty: PersonActor;
let second: PersonActor;
beforeAll(async () => {
  program = await startProgram();
  ({ duty, second } = program.actors);
});
afterAll(() => program.close());

const minute = 60_000;
const day = 1_440 * minute;
const as = <T>(actor: PersonActor, work: (tx: Tx<PersonActor>) => Promise<T>) =>
  program.ground.database.withActor(actor, work);
const figures = async (days = '') =>
  (await (await program.signIn('overseer')).call('GET', `/api/v1/programme${days}`)).body as Programme;
const valuesOf = ({ tables }: Programme, table: ProgrammeTable['table'], row: string) =>
  tables.find((each) => each.table === table)?.rows.find((each) => each.row === row)?.values;

describe('the programme', () => {
  it('counts what was received, seen, answered, decided and led, and how long each took', async () => {
    const { ground, communityId, clock } = program;
    const { id: answered } = await aReport(ground, communityId);
    await aReport(ground, communityId);
    clock.advance(30 * minute);
    await as(duty, (tx) => openReport(tx, ground, answered, async () => null));
    clock.advance(30 * minute);
    await as(duty, (tx) => answerReporter(tx, ground, answered, 'Thank you.'));
    await as(duty, (tx) => answerReporter(tx, ground, answered, 'Once more.'));

    const seen = await figures();

    expect(['received', 'read', 'answered', 'decided'].map((row) => valuesOf(seen, 'reports', row))).toEqual([
      [2],
      [1],
      [1],
      [0],
    ]);
    expect(valuesOf(seen, 'times', 'eyes')).toEqual([1, 30, 30]);
    expect(valuesOf(seen, 'times', 'answer')).toEqual([1, 60, 60]);
    expect(valuesOf(seen, 'times', 'decision')).toEqual([0, null, null]);
    expect(valuesOf(seen, 'waiting', 'unsorted')).toEqual([0, 2, 0, 0]);
    expect(valuesOf(seen, 'months', '2026-11')).toEqual([2, 0, 0]);
  });

  it('counts open cases by stage, level and age, late reviews and actions, and reports after closing', async () => {
    const { ground, communityId, clock } = program;
    const { id: open } = await aCase(ground, duty, second.personId);
    const { id: closed } = await aCase(ground, duty, second.personId);
    const add = (kind: 'talk' | 'police-contact' | null, dueDays: number) =>
      as(duty, (tx) =>
        addAction(tx, ground, open, {
          category: 'subject',
          kind,
          words: 'Something.',
          assigneeId: duty.personId,
          dueAt: new Date(clock.now().getTime() + dueDays * day).toISOString(),
        }),
      );
    await add('talk', 2);
    await add('talk', 20);
    await add('police-contact', 20);
    await add(null, 20);
    await as(duty, (tx) =>
      closeCase(tx, ground, closed, {
        version: 1,
        reason: 'resolved',
        words: 'All is well.',
        reopenTriggers: 'New words.',
      }),
    );
    clock.advance(10 * day);

    const seen = await figures();

    expect(valuesOf(seen, 'stages', 'triage')).toEqual([1, 0, 0, 0, 0]);
    expect(valuesOf(seen, 'ages', 'triage')).toEqual([0, 1, 0, 0, 0]);
    expect(valuesOf(seen, 'reviews', 'unrated')).toEqual([0, 1]);
    expect(valuesOf(seen, 'actions', 'subject')).toEqual([3, 1, 0, 0]);
    expect(['outside-justice', 'justice', 'own-words'].map((row) => valuesOf(seen, 'planned', row))).toEqual([
      [2],
      [1],
      [1],
    ]);
    expect(valuesOf(seen, 'closings', 'resolved')).toEqual([1]);
    expect(valuesOf(seen, 'repeats', 'reported-again')).toEqual([0]);
    expect(valuesOf(seen, 'load', 'Dina Utyman')).toEqual([1, 0, 4, 1]);
    await as(duty, (tx) =>
      setReview(tx, ground, open, {
        version: 1,
        nextReviewAt: new Date(clock.now().getTime() + day / 2).toISOString(),
      }),
    );
    const { id: later } = await aReport(ground, communityId);
    await as(duty, (tx) =>
      tx.sql
        .insertInto('caseReports')
        .values({
          communityId,
          caseId: closed,
          reportId: later,
          position: 99,
          linkedAt: clock.now(),
          linkedBy: duty.personId,
        })
        .execute(),
    );
    const after = await figures();
    expect(valuesOf(after, 'reviews', 'unrated')).toEqual([1, 0]);
    expect(valuesOf(after, 'repeats', 'reported-again')).toEqual([1]);
  });

  it('takes the period in days of the community, and refuses one that ends before it begins', async () => {
    const before = await figures('?from=2025-01-01&to=2025-12-31');
    const wrong = await (await program.signIn('overseer')).call(
      'GET',
      '/api/v1/programme?from=2026-02-01&to=2026-01-31',
    );

    expect(valuesOf(before, 'reports', 'received')).toEqual([0]);
    expect(before.tables.find(({ table }) => table === 'months')?.rows).toHaveLength(12);
    expect([wrong.status, (wrong.body as { fields: object }).fields]).toEqual([400, { to: 'before-its-beginning' }]);
  });

  it('goes out as a file without anybody’s name, and the log says so', async () => {
    const { status, text } = await (await program.signIn('overseer')).call('GET', '/api/v1/programme/file');

    const { rows } = await program.databases.owner.query("select from audit_entries where act = 'programme-taken-out'");
    expect([status, rows.length]).toEqual([200, 1]);
    expect(text).toContain('stages,triage,unrated,1\r\n');
    expect(text).not.toContain('Dina');
  });

  it('measures from the opening of a case to the first meeting that spoke of it', async () => {
    const { ground, clock } = program;
    const before = valuesOf(await figures(), 'times', 'meeting');
    const { id: spokenOf } = await aCase(ground, duty, second.personId);
    clock.advance(2 * day);
    const { call } = await program.signIn('duty');
    const send = async (path: string, body: object) => (await call('POST', `/api/v1/meetings${path}`, body)).body;
    const heldAt = new Date(clock.now().getTime() + day).toISOString();

    const { id } = (await send('', { heldAt, personIds: [second.personId] })) as { id: string };
    await send(`/${id}/beginning`, { version: 1, presentIds: [duty.personId, second.personId] });
    clock.advance(minute);
    await send(`/${id}/items/${spokenOf}/entries`, { words: 'We spoke of it.' });

    expect(before).toEqual([0, null, null]);
    expect(valuesOf(await figures(), 'times', 'meeting')).toEqual([1, 2_880, 2_880]);
  });
});
