import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptRecords } from '../../src/app/routes.ts';
import { closeCase } from '../../src/cases/index.ts';
import { aCase } from '../../src/cases/testing/a-case.ts';
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

async function closedCase(): Promise<Expected> {
  const { duty, second } = program.actors;
  const { id } = await aCase(program.ground, duty, second.personId);
  await program.ground.database.withActor(duty, (tx) =>
    closeCase(tx, program.ground, id, {
      version: 1,
      reason: 'resolved',
      words: 'All is well.',
      reopenTriggers: 'New words.',
    } as never),
  );
  return { id, goneBy: after(731) };
}

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
    for (let day = 0; day < years * 365; day += 1) {
      if (day % 30 === 0)
        for (let n = 0; n < perMonth; n += 1) {
          reports.push(await decideReport(['unsubstantiated', 'referred-elsewhere', 'test'][(day / 30) % 3]!));
          if (day % 120 === 0) reports.push(await renew(await decideReport('misuse')));
        }
      if (day % 90 === 0) cases.push(await closedCase());
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
    }
    const { rows } = await program.databases.owner.query(
      'select count(*)::int as all, count(destroyed_at)::int as destroyed from shreddings',
    );

    console.log(`C-06: ${reports.length} reports, ${cases.length} cases, ${rows[0].all} destroyed, ${closes} closes`);
    expect({ missed, early }).toEqual({ missed: [], early: [] });
    expect(rows[0].destroyed).toBe(rows[0].all);
    expect(rows[0].all).toBeGreaterThan(reports.length / 2);
    expect(closes).toBe(Math.floor((years * 365) / lookEvery));
  }, 600_000);
});
