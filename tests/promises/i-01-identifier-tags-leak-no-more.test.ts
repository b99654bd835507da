import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededChance } from '../../src/platform/chance.ts';
import { fullTag, tagLength } from '../../src/platform/identifiers/tags.ts';
import { aKeyStore } from '../../src/platform/vault/testing/a-key-store.ts';
import type { SimilarReports } from '../../src/reports/contract.ts';
import { aReport } from '../../src/reports/testing/a-report.ts';
import { must } from '../program/must.ts';
import { type Program, startProgram } from '../program/program.ts';
import { type HeldSession, sessionOf } from '../program/sessions.ts';
import { sayWhy } from '../program/stage.ts';

const isFull = process.env.FORESTALL_PROMISES === 'full';
const sizes = isFull ? [16, 64, 256, 1_024, 4_096, 16_384, 65_536] : [16, 64, 256, 1_024, 4_096];
const strangers = 400;
const seed = 20_261_123;
const keyStore = aKeyStore();

const tagOf = (value: string) => fullTag(keyStore, 'a community', 'name', value);

/** Tags as an index of this size holds them, each as long as its rank lets it be. */
const indexOf = (values: readonly string[], length: (rank: number) => number): string[] =>
  values.map((value, at) => tagOf(value).slice(0, length(at + 1)));

/** With how many entries a value that was never entered coincides, on average. */
function coincidences(tags: readonly string[]): number {
  let met = 0;
  for (let at = 0; at < strangers; at += 1) {
    const full = tagOf(`a stranger ${at}`);
    met += tags.filter((tag) => full.startsWith(tag)).length;
  }
  return met / strangers;
}

const different = (count: number) => Array.from({ length: count }, (_, at) => `somebody ${at}`);

/** Names as they are spread in life: few are common, most are rare (Zipf). */
function namesOf(count: number): string[] {
  const bytes = seededChance(seed).bytes(count * 4);
  return Array.from({ length: count }, (_, at) => {
    const share = (bytes.readUInt32LE(at * 4) + 1) / 2 ** 32;
    return `name ${Math.floor(2_000 ** share)}`;
  });
}

/** Somebody with the database and a telephone book: the most frequent tag is the most frequent name. The share of entries told right. */
function attack(names: readonly string[], tags: readonly string[]): number {
  const ranked = (values: readonly string[]) =>
    [...Map.groupBy(values, (value) => value)].toSorted((one, other) => other[1].length - one[1].length);
  const guess = new Map<string, string>();
  const book = ranked(names).map(([name]) => name);
  for (const [at, [tag]] of ranked(tags).entries()) guess.set(tag, book[at] ?? '');
  return names.filter((name, at) => guess.get(tags[at]!) === name).length / names.length;
}

describe('I-01 identifier tags leak no more than stated', () => {
  it.each(sizes)('lets a value meet 2 ≤ C < √R strangers with R = %i entries', (size) => {
    const stated = Array.from({ length: size }, (_, at) => 2 ** -tagLength(at + 1)).reduce((sum, each) => sum + each);

    const met = coincidences(indexOf(different(size), tagLength));

    expect(stated).toBeGreaterThanOrEqual(2);
    expect(stated).toBeLessThan(Math.sqrt(size));
    expect(Math.abs(met - stated)).toBeLessThan(stated * 0.35);
  });

  it('gives a frequency attack less than half of what long tags would give', () => {
    const names = namesOf(4_096);

    const withOurs = attack(names, indexOf(names, tagLength));
    const withLong = attack(
      names,
      indexOf(names, () => 32),
    );

    console.log(
      `frequency attack on 4096 names: ${(withOurs * 100).toFixed(1)} % told, long tags ${(withLong * 100).toFixed(1)} %`,
    );
    expect(withOurs).toBeLessThan(withLong / 2);
  });

  it('would notice tags of 32 bits', () => {
    expect(coincidences(indexOf(different(1_024), () => 32))).toBeLessThan(2);
  });
});

describe('a match', () => {
  let program: Program;
  let duty: HeldSession;
  let custodian: HeldSession;
  beforeAll(async () => {
    program = await startProgram();
    duty = await sessionOf(program, program.actors.duty);
    custodian = await sessionOf(program, program.actors.custodian);
  });
  afterAll(() => program.close());

  let count = 0;
  const told = (more: object) =>
    aReport(program.ground, program.communityId, { what: `Report number ${++count}.`, ...more });
  const similar = async (by: HeldSession, id: string) => {
    await sayWhy(by, id);
    return await must<SimilarReports>(by.call('GET', `/api/v1/reports/${id}/similar`));
  };
  const enter = async (by: HeldSession, id: string, field: string, value: string) => {
    await sayWhy(by, id);
    return await must<SimilarReports>(by.call('POST', `/api/v1/reports/${id}/identifiers`, { field, value }));
  };

  it('is made by nobody before a person took the identifier out of the report', async () => {
    const [one, other] = [await told({ aboutWhom: 'Nora Vidal' }), await told({ aboutWhom: 'Nora Vidal' })];

    const { rows } = await program.databases.owner.query('select count(*)::int as count from identifiers');
    await enter(duty, one.id, 'name', 'Nora Vidal');
    const before = await similar(duty, one.id);
    const after = await enter(duty, other.id, 'name', 'VIDAL, N.');

    expect(rows).toEqual([{ count: 0 }]);
    expect(before.reports).toEqual([]);
    expect(after.reports).toMatchObject([{ report: { id: one.id }, reasons: ['name'], isLinked: false }]);
  });

  it('says only to ask the coordinator where the other report is closed to whoever asks', async () => {
    const open = await told({});
    const closed = await told({ about: 'somebody-who-works-here', staffName: 'Dina Utyman' });

    await enter(custodian, closed.id, 'phone', '+34 600 111 222');
    const asked = await enter(duty, open.id, 'phone', '600111222');

    expect(asked).toMatchObject({ reports: [], askCoordinator: true });
  });

  it('never reaches a report that proved unfounded, a month later', async () => {
    const [one, other] = [await told({}), await told({})];
    await enter(duty, one.id, 'plate', '1234 BCD');
    await enter(duty, other.id, 'plate', '1234bcd');
    const decision = { outcome: 'unsubstantiated', reason: 'Nothing bears it out.', version: 1 };
    await must(duty.call('POST', `/api/v1/reports/${other.id}/decisions`, decision));

    const before = await similar(duty, one.id);
    program.clock.advance(31 * 86_400_000);
    await program.sweep();
    const session = await sessionOf(program, program.actors.duty);
    const after = await similar(session, one.id);

    expect(before.reports).toMatchObject([{ report: { id: other.id } }]);
    expect(after).toMatchObject({ reports: [], askCoordinator: false });
  });

  it('shows near copies, what tells of the same place and time, and what a person linked', async () => {
    const session = await sessionOf(program, program.actors.duty);
    const words = 'Somebody stood at the west gate for an hour with a bag and looked at every child that went in';
    const one = await told({ what: words, where: 'West gate of the school', when: 'Thursday morning' });
    const copy = await told({ what: `${words} today` });
    const same = await told({ what: 'A man watched us.', where: 'school, west gate', when: 'on Thursday morning' });
    const far = await told({ what: 'Quite another thing.' });
    await sayWhy(session, one.id);

    const found = await must<SimilarReports>(
      session.call('POST', `/api/v1/reports/${one.id}/links`, { act: 'link', to: far.id }),
    );
    const apart = await must<SimilarReports>(
      session.call('POST', `/api/v1/reports/${one.id}/links`, { act: 'unlink', to: far.id }),
    );

    const reasonsOf = (id: string) => found.reports.find(({ report }) => report.id === id);
    expect(reasonsOf(copy.id)).toMatchObject({ reasons: ['near-copy'], isLinked: false });
    expect(reasonsOf(same.id)).toMatchObject({ reasons: ['same-place-and-time'] });
    expect(reasonsOf(far.id)).toMatchObject({ reasons: [], isLinked: true });
    expect(apart.reports.map(({ report }) => report.id)).not.toContain(far.id);
  });
});
