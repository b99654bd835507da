import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptRecords } from '../../src/app/routes.ts';
import { closeCase } from '../../src/cases/index.ts';
import { reviewCase } from '../../src/cases/reviews/review-case.ts';
import { aCase } from '../../src/cases/testing/a-case.ts';
import { validateCase } from '../../src/cases/validity/validate-case.ts';
import type { VirtualClock } from '../../src/platform/clock.ts';
import { closeGeneration, isCloseDue } from '../../src/platform/keys/index.ts';
import { aReport } from '../../src/reports/testing/a-report.ts';
import { keepLonger } from '../../src/retention/commands/keep-longer.ts';
import { certifyShreddings } from '../../src/retention/index.ts';
import { foundInstallation } from '../program/keeping.ts';
import { type Program, startProgram } from '../program/program.ts';

const dayMilliseconds = 86_400_000;
const years = 6;
const isFull = process.env.FORESTALL_PROMISES === 'full';
/** Reports a month; and on how many days the clock's work is looked at, since each look runs every sweep. */
const perMonth = isFull ? 3 : 1;
const lookEvery = isFull ? 5 : 60;

let program: Program;
let clock: VirtualClock;
beforeAll(async () => {
  program = await startProgram();
  clock = program.clock;
  await foundInstallation(program);
});
afterAll(() => program.close());

type Expected = { id: string; goneBy: Date; renewedUntil?: Date };
const ceilingDays = 1_826;
const after = (days: number) => new Date(clock.now().getTime() + days * dayMilliseconds);
const isThere = async (table: 'reports' | 'cases', id: string) =>
  (await program.databases.owner.query(`select from ${table} where id = $1`, [id])).rowCount === 1;

async function decideReport(outcome: string): Promise<Expected> {
  const { id } = await aReport(program.ground, program.communityId, { what: `Told on ${clock.now().toISOString()}.` });
  await program.databases.owner.query(
    `update reports set state = 'decided', outcome = $2, decided_at = $3, decided_by = $4, next_due_at = null where id = $1`,
    [id, outcome, clock.now(), program.actors.duty.personId],
  );
  return { id, goneBy: after(outcome === 'referred-elsewhere' ? 731 : 91) };
}

const openedCase = async () => (await aCase(program.ground, program.actors.duty, program.actors.second.personId)).id;
const versionOf = async (id: string): Promise<number> =>
  (await program.databases.owner.query('select version from cases where id = $1', [id])).rows[0].version;

/** Closes it, a fresh one where none is named; gone by the sooner of its two years and its ceiling. */
async function closedCase(opened?: { id: string; validUntil: Date }): Promise<Expected> {
  const id = opened?.id ?? (await openedCase());
  const version = await versionOf(id);
  await program.ground.database.withActor(program.actors.duty, (tx) =>
    closeCase(tx, program.ground, id, {
      version,
      reason: 'resolved',
      words: 'All is well.',
      reopenTriggers: 'New words.',
    } as never),
  );
  const byRule = after(731);
  return { id, goneBy: opened && opened.validUntil < byRule ? opened.validUntil : byRule };
}

async function validate(id: string): Promise<Date> {
  const version = await versionOf(id);
  await program.ground.database.withActor(program.actors.duty, (tx) =>
    validateCase(tx, program.ground, id, { version, words: 'A trial goes on.' }),
  );
  return after(ceilingDays);
}

async function review(id: string): Promise<void> {
  const version = await versionOf(id);
  await program.ground.database.withActor(program.actors.duty, (tx) =>
    reviewCase(tx, program.ground, id, { version, words: 'Nothing new.', nextReviewAt: null }),
  );
}

/** Open cases with a missed review or a passed ceiling that has not climbed as far as it should have by now. */
const notClimbed = async (): Promise<string[]> => {
  const { rows } = await program.databases.owner.query(
    `select id from cases, (values ($1::timestamptz)) as clock (now), lateral (values
       (next_review_at, review_climbs), (coalesce(validated_at, opened_at) + make_interval(days => $2), validity_climbs)
     ) as date (due, climbs)
     where state = 'open' and climbs < case when due <= now - interval '1 day' then 2 when due <= now then 1 else 0 end`,
    [clock.now(), ceilingDays],
  );
  return rows.map(({ id }) => `open case ${id}`);
};

async function renew(expected: Expected): Promise<Expected> {
  const { duty } = program.actors;
  const renewedUntil = after(365);
  await program.ground.database.withActor(duty, (tx) =>
    keepLonger(tx, program.ground, keptRecords, {
      recordKind: 'report',
      recordId: expected.id,
      until: renewedUntil.toISOString(),
      reason: 'A trial goes on.',
    }),
  );
  return { ...expected, renewedUntil, goneBy: new Date(renewedUntil.getTime() + dayMilliseconds) };
}

describe('C-06 lawful deadlines fire', () => {
  it('finds nothing overdue on any day that is looked at through six years, and nothing gone that is kept by name', async () => {
    const reports: Expected[] = [];
    const cases: Expected[] = [];
    const missed: string[] = [];
    const early: string[] = [];
    let closes = 0;
    const [reviewed, forgotten, closedLate, keptByName] = [
      await openedCase(),
      await openedCase(),
      await openedCase(),
      await openedCase(),
    ];
    const validUntil = after(ceilingDays);
    for (let day = 0; day < years * 365; day += 1) {
      if (day % 30 === 0)
        for (let n = 0; n < perMonth; n += 1) {
          reports.push(await decideReport(['unsubstantiated', 'referred-elsewhere', 'test'][(day / 30) % 3]!));
          if (day % 120 === 0) reports.push(await renew(await decideReport('misuse')));
        }
      if (day % 90 === 0) cases.push(await closedCase());
      if (day === ceilingDays - 300) {
        cases.push(await closedCase({ id: closedLate, validUntil }));
        cases.push(await closedCase({ id: keptByName, validUntil: await validate(keptByName) }));
      }
      if (day === ceilingDays - 60) await validate(reviewed);
      clock.advance(dayMilliseconds);
      if (day % lookEvery !== lookEvery - 1) continue;
      await program.sweep();
      if (await isCloseDue(program.ground))
        closes += (await closeGeneration(program.ground, certifyShreddings)) ? 1 : 0;
      const now = clock.now();
      const check = async (table: 'reports' | 'cases', { id, goneBy, renewedUntil }: Expected) => {
        const there = await isThere(table, id);
        if (there && goneBy <= now) missed.push(`${table} ${id}`);
        if (!there && renewedUntil && renewedUntil > now) early.push(`${table} ${id}`);
      };
      for (const each of reports) await check('reports', each);
      for (const each of cases) await check('cases', each);
      missed.push(...(await notClimbed()));
      for (const id of [reviewed, forgotten]) if (!(await isThere('cases', id))) early.push(`open case ${id}`);
      await review(reviewed);
    }
    const { rows } = await program.databases.owner.query(
      'select count(*)::int as all, count(destroyed_at)::int as destroyed from shreddings',
    );

    console.log(`C-06: ${reports.length} reports, ${cases.length} cases, ${rows[0].all} destroyed, ${closes} closes`);
    expect({ missed, early }).toEqual({ missed: [], early: [] });
    const { rows: old } = await program.databases.owner.query(
      `select validity_climbs from cases where id = any($1) order by array_position($1, id)`,
      [[reviewed, forgotten]],
    );
    expect(old.map(({ validity_climbs }) => validity_climbs)).toEqual([0, 2]);
    expect(rows[0].destroyed).toBe(rows[0].all);
    expect(rows[0].all).toBeGreaterThan(reports.length / 2);
    expect(closes).toBe(Math.floor((years * 365) / lookEvery));
  }, 600_000);
});
