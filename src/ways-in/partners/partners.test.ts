import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, startProgram } from '../../../tests/program/program.ts';
import { type HeldSession, sessionOf } from '../../../tests/program/sessions.ts';

let program: Program;
let coordinator: HeldSession;
beforeAll(async () => {
  program = await startProgram();
  coordinator = await sessionOf(program, program.actors.coordinator);
});
afterAll(() => program.close());

const concern = { dangerNow: false, what: 'He named the day.', language: 'ca', reference: 'S-17' };
const key = (name: string) => `an-idempotency-key-of-${name}`;

const made = async (name: string) =>
  (await coordinator.call('POST', '/api/v1/partners', { name })).body as { id: string; token: string };

const post = (token: string | null, more: Record<string, string> = {}, body: unknown = concern) =>
  program.request('POST', '/api/v1/partner/reports', {
    body,
    headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...more },
  });

describe('a partner', () => {
  it('sends a report that the desk reads with whose it is, and gets a receipt for it', async () => {
    const { token } = await made('Institut Nord');
    const duty = await sessionOf(program, program.actors.duty);

    const answer = await post(token);
    const { rows } = (await duty.call('GET', '/api/v1/triage')).body as { rows: { id: string; channel: string }[] };
    const opened = (await duty.call('GET', `/api/v1/reports/${rows[0]?.id}`)).body as {
      concern: { what: string; whoElseKnows: string };
    };

    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ receipt: expect.stringMatching(/^\d{24}$/) });
    expect(rows.map(({ channel }) => channel)).toEqual(['partner']);
    expect(opened.concern.whoElseKnows).toBe('Institut Nord (S-17)');
  });

  it('counts once however often it sends the same again, also at once', async () => {
    const { token } = await made('Twice');
    const count = async () => (await program.databases.owner.query('select from reports')).rows.length;
    const before = await count();

    const answers = await Promise.all([1, 2, 3].map(() => post(token, { 'idempotency-key': key('one') })));

    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  it('is refused from the moment its key ends, and what it sent stays', async () => {
    const { id, token } = await made('Ended');
    await post(token);

    await coordinator.call('POST', `/api/v1/partners/${id}/end`);
    const answer = await post(token);
    const { partners } = (await coordinator.call('GET', '/api/v1/partners')).body as {
      partners: { id: string; reports: number; endedAt: string | null }[];
    };

    expect(answer.status).toBe(401);
    expect(partners.find((each) => each.id === id)).toMatchObject({ reports: 1, endedAt: expect.any(String) });
  });

  it.each([null, '', 'forestall_partner_', `forestall_partner_${'A'.repeat(43)}`, "x' or '1'='1"])(
    'is nobody with the token %j',
    async (token) => {
      const answer = await post(token);

      expect(answer.status).toBe(401);
    },
  );

  it('may do nothing else with its token', async () => {
    const { token } = await made('Curious');
    const headers = { authorization: `Bearer ${token}` };

    const answers = await Promise.all(
      ['/api/v1/triage', '/api/v1/partners', '/api/v1/people', '/api/v1/session'].map((path) =>
        program.request('GET', path, { headers }),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
  });

  it('leaves no token in the database, only its hash', async () => {
    const { token } = await made('Hidden');

    const { rows } = await program.databases.owner.query('select * from partners');

    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(token).toString('hex'));
  });

  it('says beside the field what is wrong with a report', async () => {
    const { token } = await made('Careless');

    const answer = await post(token, {}, { ...concern, what: '', dangerNow: 'no', more: 1 });

    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ fields: { what: 'required', dangerNow: 'wrong-kind' } });
  });
});
