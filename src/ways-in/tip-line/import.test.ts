import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, startProgram } from '../../../tests/program/program.ts';
import { type HeldSession, sessionOf } from '../../../tests/program/sessions.ts';
import type { ImportOptions, TipImport } from '../contract.ts';

let program: Program;
let coordinator: HeldSession;
beforeAll(async () => {
  program = await startProgram();
  coordinator = await sessionOf(program, program.actors.coordinator);
});
afterAll(() => program.close());

const mapping = { what: 0, receivedAt: 1, earlierReport: 2 };
const waiting: ImportOptions = { become: 'waiting', language: 'ca', mapping };
const decided: ImportOptions = {
  ...waiting,
  become: 'decided',
  outcome: 'unsubstantiated',
  reason: 'Looked into by the old line.',
};

const listOf = (rows: readonly string[]) => ['text;date;number', ...rows].join('\n');
const bringIn = (list: string, options: unknown, by = coordinator) => {
  const body = new FormData();
  body.set('options', JSON.stringify(options));
  body.set('file', new File([list], 'tips.csv'));
  return program.request('POST', '/api/v1/tip-imports', { body, headers: by.headers });
};
const imports = async () =>
  ((await coordinator.call('GET', '/api/v1/tip-imports')).body as { imports: TipImport[] }).imports;
const reportsKept = async () => (await program.databases.owner.query('select from reports')).rows.length;
const newest = async (state: string) => {
  const { rows } = (await coordinator.call('GET', `/api/v1/triage?state=${state}`)).body as {
    rows: { id: string; channel: string; receivedAt: string; outcome: string | null }[];
  };
  return rows;
};

describe('old tips', () => {
  it('wait on the desk with the day on which they came, marked as brought in, without paging anybody', async () => {
    const mails = async () => (await program.databases.owner.query('select from mail_messages')).rows.length;
    const before = await mails();

    const answer = await bringIn(listOf(['"Va dir ""divendres""";31/05/2024 14:05;A-7', 'Un altre;;']), waiting);
    const rows = await newest('waiting');
    const opened = (await coordinator.call('GET', `/api/v1/reports/${rows[0]?.id}`)).body as {
      concern: { what: string; earlierReport: string; language: string };
    };

    expect(answer.status).toBe(201);
    expect(rows.map(({ channel }) => channel)).toEqual(['import', 'import']);
    expect(rows[0]?.receivedAt).toBe('2024-05-31T14:05:00.000Z');
    expect(opened.concern).toMatchObject({ what: 'Va dir "divendres"', earlierReport: 'A-7', language: 'ca' });
    expect(await mails()).toBe(before);
    expect((await imports())[0]).toMatchObject({ state: 'done', rows: 2, done: 2, become: 'waiting' });
  });

  it('come as decided where they were, with the outcome and a reason in their story', async () => {
    await bringIn(listOf(['Fa temps;2020-01-02;B-1']), decided);
    const [row] = await newest('decided');
    const opened = (await coordinator.call('GET', `/api/v1/reports/${row?.id}`)).body as {
      transitions: { act: string; reason: string }[];
    };

    expect(row).toMatchObject({ channel: 'import', outcome: 'unsubstantiated' });
    expect(opened.transitions).toEqual([
      expect.objectContaining({ act: 'decided', reason: 'Looked into by the old line.' }),
    ]);
  });

  it('are refused whole for one faulty row among many, and leave nothing', async () => {
    const before = await reportsKept();
    const rows = Array.from({ length: 500 }, (_, index) => (index === 377 ? ';soon;' : `Row ${index};;`));

    const answer = await bringIn(listOf(rows), waiting);

    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ fields: { file: 'rows-broken' } });
    expect(await reportsKept()).toBe(before);
  });

  it('are all there or none where it is cancelled half-way, and somebody else sees how far it was', async () => {
    const before = await reportsKept();
    const rows = Array.from({ length: 300 }, (_, index) => `Row ${index};;`);

    const whole = bringIn(listOf(rows), waiting);
    const running = await until(async () =>
      (await imports()).find(({ state, done }) => state === 'running' && done > 0),
    );
    const cancelled = await coordinator.call('POST', `/api/v1/tip-imports/${running.id}/cancellation`);
    const answer = await whole;

    expect(running.done).toBeLessThan(running.rows);
    expect(cancelled.status).toBe(200);
    expect(answer.body).toMatchObject({ kind: 'conflict', because: 'cancelled' });
    expect(await reportsKept()).toBe(before);
    expect((await imports()).find(({ id }) => id === running.id)?.state).toBe('cancelled');
  });

  it.each([
    ['no list', ''],
    ['a list of nothing but its heading', 'text;date;number'],
    ['a picture', '\u0000PNG\u0000'],
  ])('are refused where there is %s', async (_name, list) => {
    const answer = await bringIn(list, waiting);

    expect(answer.status).toBe(400);
  });

  it.each([{}, { ...waiting, become: 'gone' }, { ...decided, outcome: 'opened-case' }, { ...waiting, mapping: {} }])(
    'are refused with the choices %j',
    async (options) => {
      const answer = await bringIn(listOf(['One;;']), options);

      expect(answer.body).toMatchObject({ fields: { options: 'not-valid' } });
    },
  );

  it('are nobody else’s to bring in, and begin nothing then', async () => {
    const before = (await imports()).length;
    const duty = await sessionOf(program, program.actors.duty);

    const answer = await bringIn(listOf(['One;;']), waiting, duty);

    expect(answer.status).toBe(404);
    expect((await imports()).length).toBe(before);
  });
});

/** Asks again and again, without a clock, until there is something. */
async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let turn = 0; turn < 500; turn += 1) {
    const found = await look();
    if (found) return found;
  }
  throw new Error('it never came');
}
