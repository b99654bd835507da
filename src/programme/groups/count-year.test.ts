import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, startProgram } from '../../../tests/program/program.ts';
import { closeCase, groupSettingsOf, recordGroup, setGroupSettings } from '../../cases/index.ts';
import { aCase } from '../../cases/testing/a-case.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { GroupFigures } from './contract.ts';

let program: Program;
let listed: string[];
beforeAll(async () => {
  program = await startProgram();
  listed = await as(program.actors.coordinator, async (tx) => {
    await setGroupSettings(tx, program.ground, {
      version: 0,
      isOn: true,
      heading: 'Language spoken at home',
      groups: ['Northern', 'Southern'].map((name) => ({ name, people: 400 })),
      document: 'Act on equal treatment',
      section: 'Section 4',
      counsel: 'A. Lawyer, 2026-01-09',
      threshold: 5,
    });
    return (await groupSettingsOf(tx)).groups.map(({ id }) => id);
  });
});
afterAll(() => program.close());

const as = <T>(actor: PersonActor, work: (tx: Tx<PersonActor>) => Promise<T>) =>
  program.ground.database.withActor(actor, work);

/** Opens so many cases, records a group on each, and closes the first of them for a reason. */
async function open(count: number, group: string | null, ended: number, reason: 'no-concern' | 'resolved') {
  const { duty, second } = program.actors;
  for (let at = 0; at < count; at += 1) {
    const { id } = await aCase(program.ground, duty, second.personId);
    await as(duty, async (tx) => {
      if (group) await recordGroup(tx, program.ground, id, { version: 0, groupId: group });
      if (at < ended)
        await closeCase(tx, program.ground, id, {
          version: 1,
          reason,
          words: 'So be it.',
          reopenTriggers: 'New words.',
        });
    });
  }
}
const figures = async (who: 'overseer' | 'coordinator' = 'overseer') =>
  (await (await program.signIn(who)).call('GET', '/api/v1/programme/groups')).body as GroupFigures;
const count = async (year: number, who: 'overseer' | 'coordinator' = 'overseer') =>
  await (await program.signIn(who)).call('POST', '/api/v1/programme/groups', { year });

describe('a year by group', () => {
  it('is counted by an overseer once it has ended, once, and holds back what is small and what would give it away', async () => {
    await open(9, listed[0]!, 6, 'no-concern');
    await open(3, listed[1]!, 3, 'resolved');
    await open(7, null, 6, 'resolved');
    const early = await count(2026);
    program.clock.advance(60 * 86_400_000);

    const byCoordinator = await count(2026, 'coordinator');
    const { ended } = await figures('coordinator');
    const done = await count(2026);
    const again = await count(2026);

    expect([early, byCoordinator, done, again].map(({ status }) => status)).toEqual([400, 404, 200, 400]);
    expect([early.body, again.body]).toMatchObject([
      { fields: { year: 'not-ended' } },
      { fields: { year: 'counted-already' } },
    ]);
    expect(ended).toEqual([{ year: 2026, cases: 19, recorded: 12 }]);
    const { counted } = await figures('coordinator');
    const [opened, closed] = counted[0]!.tables;
    expect(opened).toMatchObject({ columns: ['opened'], all: [19], leftOut: [] });
    expect(opened!.rows.map(({ name, values }) => [name, ...values])).toEqual([
      ['Northern', 9],
      ['Southern', null],
      ['', null],
    ]);
    expect(closed).toMatchObject({ columns: ['unfounded', 'helped', 'passed-on', 'legal', 'together'], leftOut: [] });
    expect(closed!.rows.map(({ values }) => values)).toEqual([
      [6, 0, 0, 0, 6],
      [0, null, 0, 0, null],
      [0, null, 0, 0, null],
    ]);
  });

  it('goes out as a file in which a number that is held back is marked', async () => {
    const { call } = await program.signIn('coordinator');

    const { status, text } = await call('GET', '/api/v1/programme/groups/file?year=2026');
    const missing = await call('GET', '/api/v1/programme/groups/file?year=2025');

    const { rows } = await program.databases.owner.query(
      "select from audit_entries where act = 'group-figures-taken-out'",
    );
    expect([status, missing.status, rows.length]).toEqual([200, 404, 1]);
    expect(text).toContain('opened,Northern,opened,9\r\n');
    expect(text).toContain('opened,Southern,opened,held-back\r\n');
    expect(text).toContain('people,Southern,people,400\r\n');
  });

  it('is refused to an overseer to whom a record does not open, rather than counted in part', async () => {
    await program.databases.owner.query(
      `delete from wrapped_copies where record_id in (select id from case_groups limit 1)`,
    );
    await program.databases.owner.query('delete from counted_years');

    const { status, body } = await count(2026);

    expect([status, body]).toMatchObject([400, { fields: { year: 'does-not-open-to-you-yet' } }]);
  });
});

describe('the database', () => {
  it('keeps no small number by group, nothing of a year that has not ended, and writes over no count', async () => {
    const keep = (year: number, value: number) =>
      program.databases.owner.query(
        `insert into counted_years (community_id, year, counted_at, counted_by, heading, document, section, counsel, threshold, tables)
         select community_id, $1, $2, changed_by, '', '', '', '', 5, $3 from group_settings`,
        [year, program.clock.now(), JSON.stringify([{ rows: [{ values: [null, 0, value] }] }])],
      );

    await expect(keep(2025, 4)).rejects.toMatchObject({ constraint: 'no_small_number_is_kept' });
    await expect(keep(2027, 5)).rejects.toMatchObject({ constraint: 'a_year_is_counted_once_it_ended' });
    await keep(2025, 5);
    const over = as(program.actors.overseer, (tx) =>
      tx.sql.updateTable('countedYears').set({ threshold: 6 }).where('year', '=', 2025).execute(),
    );
    await expect(over).rejects.toMatchObject({ code: '42501' });
  });
});
