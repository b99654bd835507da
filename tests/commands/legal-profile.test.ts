import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../program/must.ts';
import { type Program, startProgram } from '../program/program.ts';
import { type HeldSession, sessionOf } from '../program/sessions.ts';

type Profile = {
  id: string;
  edition: string;
  isChosen: boolean;
  version: number;
  retention: Record<string, { days: number; ceiling: number; verified: boolean }>;
  bases: { id: string; regime: string; document: string; section: string; verified: boolean }[];
  signedOff: { counsel: string; signedOn: string; recordedBy: string } | null;
};
type Keeping = { periods: { rule: string; days: number; isByProfile: boolean; ceiling: number; version: number }[] };

let program: Program;
let custodian: HeldSession;
beforeAll(async () => {
  program = await startProgram();
  custodian = await sessionOf(program, program.actors.custodian);
});
afterAll(() => program.close());

const read = () => must<Profile>(custodian.call('GET', '/api/v1/legal-profile'));
const choose = async (profile: string) =>
  custodian.call('POST', '/api/v1/legal-profile', { profile, version: (await read()).version });
const postDays = (days: number, version: number) =>
  custodian.call('POST', '/api/v1/keeping/periods', { rule: 'report-no-concern', days, version });
const setDays = async (days: number) => postDays(days, (await daysOf('report-no-concern'))!.version);
const daysOf = async (rule: string) => {
  const { periods } = await must<Keeping>(custodian.call('GET', '/api/v1/keeping'));
  return periods.find((period) => period.rule === rule);
};
const signed = (more: object = {}) => ({
  profile: 'france',
  edition: '2026-11-23',
  counsel: 'Claire Conseil',
  office: 'Service juridique',
  signedOn: '2026-11-20',
  confirmed: ['fr-officials', 'retention-report-no-concern'],
  ...more,
});

describe('the legal profile', () => {
  it('is the country’s until somebody chooses, and shortens nothing by itself', async () => {
    const profile = await read();
    const days = await daysOf('report-no-concern');

    expect([profile.id, profile.isChosen]).toEqual(['spain', false]);
    expect(days).toMatchObject({ days: 90, isByProfile: true });
    expect(profile.bases.every(({ document, section, verified }) => document && section && !verified)).toBe(true);
  });

  it('gives the periods once it is chosen', async () => {
    const answer = await choose('france');
    const days = await daysOf('report-no-concern');

    expect(answer.status).toBe(200);
    expect(days).toMatchObject({ days: 60, isByProfile: true, ceiling: 365 });
  });

  it('is never overwritten by somebody who read an older choice', async () => {
    const { version } = await read();

    const answers = await Promise.all(
      ['spain', 'france', 'elsewhere'].map((profile) =>
        custodian.call('POST', '/api/v1/legal-profile', { profile, version }),
      ),
    );

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  });

  it('lets a community set its own days, up to the ceiling and not a day further', async () => {
    await choose('france');

    const above = await setDays(366);
    const at = await setDays(365);
    const kept = await daysOf('report-no-concern');

    expect([above.status, above.body]).toEqual([
      400,
      expect.objectContaining({ fields: { days: 'above-the-ceiling' } }),
    ]);
    expect([at.status, kept?.days, kept?.isByProfile]).toEqual([204, 365, false]);
  });

  it('overwrites no days that somebody else set since', async () => {
    const { version } = (await daysOf('report-no-concern'))!;

    const answers = await Promise.all([100, 110, 120].map((days) => postDays(days, version)));

    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409, 409]);
    expect((await daysOf('report-no-concern'))?.version).toBe(version + 1);
  });

  it('holds days that were once above the ceiling down to it', async () => {
    await choose('france');
    await program.databases.owner.query(`update retention_periods set days = 3000 where rule = 'report-no-concern'`);

    const kept = await daysOf('report-no-concern');

    expect(kept?.days).toBe(365);
  });

  it('counts as verified only where counsel signed this edition', async () => {
    await choose('france');

    const answer = await custodian.call('POST', '/api/v1/legal-profile/sign-offs', signed());
    const profile = await read();
    await choose('spain');
    const other = await read();

    expect(answer.status).toBe(201);
    expect(profile.bases.filter(({ verified }) => verified).map(({ id }) => id)).toEqual(['fr-officials']);
    expect(profile.retention['report-no-concern']?.verified).toBe(true);
    expect(profile.signedOff).toMatchObject({ counsel: 'Claire Conseil', signedOn: '2026-11-20' });
    expect([other.signedOff, other.bases.some(({ verified }) => verified)]).toEqual([null, false]);
  });

  it.each([
    ['an edition that nobody shows any more', signed({ edition: '2025-01-01' }), 409],
    ['a ground that the profile does not have', signed({ confirmed: ['ferpa-emergency'] }), 400],
    ['a day that has not come', signed({ signedOn: '2027-01-01' }), 400],
    ['no name', signed({ counsel: ' ' }), 400],
    ['nothing confirmed', signed({ confirmed: [] }), 400],
  ])('takes no signature under %s', async (_, body, status) => {
    const answer = await custodian.call('POST', '/api/v1/legal-profile/sign-offs', body);

    expect(answer.status).toBe(status);
  });

  it('is chosen by coordinators and custodians only', async () => {
    const overseer = await sessionOf(program, program.actors.overseer);

    const answer = await overseer.call('POST', '/api/v1/legal-profile', { profile: 'elsewhere', version: 0 });

    expect(answer.status).toBe(404);
  });
});
