import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, startProgram } from '../../../tests/program/program.ts';
import { openLibrary } from '../reading/open-library.ts';
import type { TrainingRecord } from './training-contract.ts';

const day = 86_400_000;

let program: Program;
let answers: Record<string, string>;
beforeAll(async () => {
  program = await startProgram();
  const course = (await openLibrary()).courses.find(({ id }) => id === 'being-there');
  answers = Object.fromEntries((course?.situations ?? []).map(({ id, best }) => [id, best]));
});
afterAll(() => program.close());

const recordsIn = (body: unknown) => (body as { records: TrainingRecord[] }).records;

describe('training records', () => {
  it('keeps a finished course with the date of its renewal, for the person alone', async () => {
    const [dina, mem] = [await program.signIn('duty'), await program.signIn('member')];

    const kept = await dina.call('POST', '/api/v1/library/training', { courseId: 'being-there', answers });
    const others = await mem.call('GET', '/api/v1/library/training');

    expect(kept.status).toBe(201);
    expect(recordsIn(kept.body)).toMatchObject([{ courseId: 'being-there', isDue: false }]);
    expect(recordsIn(kept.body)[0]?.title?.ca).toBeTruthy();
    expect(recordsIn(others.body)).toEqual([]);
  });

  it('says when a course is due, and that it no longer is once it was taken again', async () => {
    const ove = await program.signIn('overseer');
    const first = await ove.call('POST', '/api/v1/library/training', { courseId: 'being-there', answers });
    const renewBy = Date.parse(recordsIn(first.body)[0]?.renewBy ?? '');
    program.clock.set(new Date(renewBy + day));
    const late = await program.signIn('overseer');

    const due = await late.call('GET', '/api/v1/library/training');
    const again = await late.call('POST', '/api/v1/library/training', { courseId: 'being-there', answers });

    expect(recordsIn(due.body)).toMatchObject([{ isDue: true }]);
    expect(recordsIn(again.body)).toMatchObject([{ isDue: false }]);
    expect(recordsIn(again.body)).toHaveLength(1);
  });

  it('refuses an unknown course and one with a situation left open', async () => {
    const dina = await program.signIn('duty');
    const [, ...rest] = Object.entries(answers);

    const unknown = await dina.call('POST', '/api/v1/library/training', { courseId: 'no-such', answers });
    const unfinished = await dina.call('POST', '/api/v1/library/training', {
      courseId: 'being-there',
      answers: Object.fromEntries(rest),
    });

    expect([unknown.status, unfinished.status]).toEqual([400, 400]);
  });

  it('keeps no answers, and the program may neither change nor delete a record', async () => {
    const { rows: columns } = await program.databases.owner.query(
      `select column_name from information_schema.columns where table_name = 'training_records' order by 1`,
    );
    const tryTo = (statement: string) => program.databases.app.query(statement).catch(({ code }) => code);

    const refused = [
      await tryTo('delete from training_records'),
      await tryTo('update training_records set course_id = id::text'),
    ];

    expect(columns.map(({ column_name }) => column_name)).toEqual([
      'community_id',
      'course_id',
      'finished_at',
      'id',
      'person_id',
      'renew_by',
    ]);
    expect(refused).toEqual(['42501', '42501']);
  });
});
