import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCase } from '../../src/cases/testing/a-case.ts';
import { aReport } from '../../src/reports/testing/a-report.ts';
import { type Answered, type Program, type SignedInPerson, startProgram } from '../program/program.ts';

const rounds = process.env.FORESTALL_PROMISES === 'full' ? 2_000 : 12;

let program: Program;
let duty: SignedInPerson;
beforeAll(async () => {
  program = await startProgram();
  duty = await program.signIn('duty');
});
afterAll(() => program.close());

const times = (round: number) => 1 + (round % 5);
const many = (count: number, send: () => Promise<Answered>) => Promise.all(Array.from({ length: count }, send));
const countOf = async (text: string, values: unknown[]) =>
  (await program.databases.owner.query(text, values)).rows[0].count as number;

describe('C-03 retrying is safe', { retry: 0 }, () => {
  it('keeps one report for one key, and gives every sender the same receipt', { timeout: 3_600_000 }, async () => {
    const before = await countOf('select count(*)::int from reports', []);

    for (let round = 0; round < rounds; round += 1) {
      const key = program.ground.chance.bytes(24).toString('base64url');
      const body = { dangerNow: false, what: `Told again and again ${round}`, language: 'en' };
      const send = () => program.request('POST', '/api/v1/reports', { body, headers: { 'idempotency-key': key } });
      const answers = [...(await many(times(round), send)), await send()];
      expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
      expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    }

    expect((await countOf('select count(*)::int from reports', [])) - before).toBe(rounds);
  });

  it('refuses the same key with another body', async () => {
    const headers = { 'idempotency-key': program.ground.chance.bytes(24).toString('base64url') };
    await program.request('POST', '/api/v1/reports', {
      body: { dangerNow: false, what: 'One', language: 'en' },
      headers,
    });

    const other = await program.request('POST', '/api/v1/reports', {
      body: { dangerNow: false, what: 'Another', language: 'en' },
      headers,
    });

    expect(other.body).toMatchObject({ status: 409, because: 'same-key-other-body' });
  });

  it('decides a report once, however often the decision is sent', { timeout: 3_600_000 }, async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { id } = await aReport(program.ground, program.communityId);
      const body = {
        outcome: 'opened-case',
        version: 1,
        reason: 'Needs a team.',
        title: 'Once',
        leadId: program.actors.duty.personId,
        deputyId: program.actors.second.personId,
      };
      const answers = await many(times(round), () => duty.call('POST', `/api/v1/reports/${id}/decisions`, body));
      expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
      expect(await countOf('select count(*)::int from case_reports where report_id = $1', [id])).toBe(1);
    }
  });

  it('accepts an offer once', { timeout: 3_600_000 }, async () => {
    const member = await program.signIn('member');
    for (let round = 0; round < rounds; round += 1) {
      const { id } = await aCase(program.ground, program.actors.duty, program.actors.second.personId);
      const { version } = (await duty.call('GET', `/api/v1/cases/${id}`)).body as { version: number };
      const offered = await duty.call('POST', `/api/v1/cases/${id}/offers`, {
        version,
        toIds: [program.actors.member.personId],
        deputyAfterId: program.actors.second.personId,
        expiresAt: '2026-12-30T10:00:00Z',
      });
      const offer = (offered.body as { offers: { id: string }[] }).offers[0]!.id;
      const answers = await many(times(round), () => member.call('POST', `/api/v1/offers/${offer}/acceptance`));
      expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
      expect(
        await countOf("select count(*)::int from lead_changes where case_id = $1 and why = 'accepted-offer'", [id]),
      ).toBe(1);
    }
  });
});
