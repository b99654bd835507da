import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptRecords } from '../../src/app/routes.ts';
import type { PersonActor } from '../../src/platform/actor.ts';
import type { Tx } from '../../src/platform/db/database.ts';
import { Refused } from '../../src/platform/errors.ts';
import { aReport } from '../../src/reports/testing/a-report.ts';
import { shred } from '../../src/retention/commands/shred.ts';
import { shredExpired } from '../../src/retention/commands/shred-expired.ts';
import { askFor, confirmAsk, endAsk } from '../../src/retention/commands/two-people.ts';
import { type CastKey, type Program, startProgram } from '../program/program.ts';

const walks = process.env.FORESTALL_PROMISES === 'full' ? 1_000 : 40;
const people: CastKey[] = ['duty', 'coordinator', 'custodian', 'overseer'];

type Step =
  | { do: 'ask'; act: 'hold' | 'release-hold' | 'shred'; by: CastKey }
  | { do: 'confirm' | 'end'; by: CastKey }
  | { do: 'expire' | 'shred' | 'delete' | 'delete keys' };
const anyone = fc.constantFrom(...people);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('ask' as const),
    act: fc.constantFrom('hold' as const, 'release-hold' as const, 'shred' as const),
    by: anyone,
  }),
  fc.record({ do: fc.constantFrom('confirm' as const, 'end' as const), by: anyone }),
  fc.record({ do: fc.constantFrom('expire' as const, 'shred' as const, 'delete' as const, 'delete keys' as const) }),
);

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.close());

const system = () => ({ kind: 'system' as const, communityId: program.communityId, job: 'test' });

async function anEndedReport() {
  const { id, number } = await aReport(program.ground, program.communityId);
  const decidedAt = new Date(program.clock.now().getTime() - 100 * 86_400_000);
  await program.databases.owner.query(
    `update reports set state = 'decided', outcome = 'test', decided_at = $2, decided_by = $3, next_due_at = null where id = $1`,
    [id, decidedAt, program.actors.duty.personId],
  );
  return { id, number, kind: 'report' as const };
}

/** What the two people agreed on, told by the story of the acts alone. */
type Story = { open: Map<string, { id: string; by: CastKey }>; held: boolean; agreedToShred: boolean };

/** Does one step as the program would and says whether it was done; a refusal changes nothing. */
async function take(each: Step, record: Awaited<ReturnType<typeof anEndedReport>>, story: Story): Promise<void> {
  const { ground } = program;
  const as = <T>(by: CastKey, work: (tx: Tx<PersonActor>) => Promise<T>) =>
    ground.database.withActor(program.actors[by], work);
  if (each.do === 'ask') {
    const input = { act: each.act, recordKind: 'report' as const, recordId: record.id, reason: 'For the court.' };
    const id = await as(each.by, (tx) => askFor(tx, ground, keptRecords, input));
    story.open.set(each.act, { id, by: each.by });
  } else if (each.do === 'confirm' || each.do === 'end') {
    const [act, ask] = [...story.open][0] ?? [];
    if (!act || !ask) return;
    if (each.do === 'end') await as(each.by, (tx) => endAsk(tx, ground, ask.id));
    else await as(each.by, (tx) => confirmAsk(tx, ground, keptRecords, ask.id));
    story.open.delete(act);
    if (each.do === 'end') return;
    if (ask.by === each.by) throw new Error('one person did what needs two');
    if (act === 'hold') story.held = true;
    if (act === 'release-hold') story.held = false;
    if (act === 'shred') story.agreedToShred = true;
  } else if (each.do === 'expire') {
    await ground.database.withActor(system(), (tx) => shredExpired(tx, ground, keptRecords));
  } else if (each.do === 'shred') {
    await ground.database.withActor(system(), (tx) =>
      shred(tx, ground, keptRecords, record, { rule: 'report-no-concern', days: 90 }),
    );
  } else {
    const statement =
      each.do === 'delete' ? 'delete from reports where id = $1' : 'delete from wrapped_copies where record_id = $1';
    await asApp(statement, record.id);
  }
}

/** What somebody who took the serving role could try by hand. */
async function asApp(statement: string, id: string): Promise<void> {
  const client = await program.databases.app.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.community', $1, true)`, [program.communityId]);
    await client.query(statement, [id]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function standing(id: string) {
  const { rows } = await program.databases.owner.query(
    `select exists (select from reports where id = $1) as there, exists (select from wrapped_copies where record_id = $1) as opens,
       exists (select from shreddings where record_id = $1) as certified`,
    [id],
  );
  return rows[0] as { there: boolean; opens: boolean; certified: boolean };
}

const isRefusal = (error: unknown) =>
  error instanceof Refused || /destroyed|certificate|keeps a key/.test(String(error));

describe('K-06 a legal hold beats every deletion', () => {
  it('keeps what is held, whatever is tried in whatever order, and destroys nothing without a certificate', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const record = await anEndedReport();
        const story: Story = { open: new Map(), held: false, agreedToShred: false };
        for (const each of steps) {
          const before = await standing(record.id);
          const protectedNow = story.held || story.open.has('hold');
          await take(each, record, story).catch((error) => {
            if (!isRefusal(error)) throw error;
          });
          const after = await standing(record.id);
          if (protectedNow && each.do !== 'confirm' && each.do !== 'end')
            expect(after, `${JSON.stringify(each)} on what is held`).toEqual(before);
          if (story.held) expect(after).toMatchObject({ there: true });
          if (!after.there) expect(after.certified).toBe(true);
          if (!after.there) return;
        }
      }),
      { numRuns: walks, verbose: 1 },
    );
  }, 600_000);

  it('is released by two people only, and then the rule that ran out takes its course', async () => {
    const { ground, actors } = program;
    const record = await anEndedReport();
    const ask = (by: PersonActor, act: 'hold' | 'release-hold') =>
      ground.database.withActor(by, (tx) =>
        askFor(tx, ground, keptRecords, { act, recordKind: 'report', recordId: record.id, reason: 'For the court.' }),
      );
    const confirm = (by: PersonActor, id: string) =>
      ground.database.withActor(by, (tx) => confirmAsk(tx, ground, keptRecords, id));
    const expire = () => ground.database.withActor(system(), (tx) => shredExpired(tx, ground, keptRecords));

    await confirm(actors.custodian, await ask(actors.duty, 'hold'));
    await expire();
    const whileHeld = await standing(record.id);
    const release = await ask(actors.custodian, 'release-hold');
    await expect(confirm(actors.custodian, release)).rejects.toMatchObject({
      refusal: { because: 'same-person-twice' },
    });
    await confirm(actors.coordinator, release);
    await expire();

    expect(whileHeld.there).toBe(true);
    expect(await standing(record.id)).toEqual({ there: false, opens: false, certified: true });
  });

  it('is a rule of the database: neither a hold nor its release can be written without two people', async () => {
    const record = await anEndedReport();
    const { owner } = program.databases;
    const values = [program.communityId, record.id, program.actors.duty.personId, program.clock.now()];

    const alone = owner.query(
      `insert into two_person_acts (community_id, id, act, record_kind, record_id, number, state, asked_by, asked_at, answered_by, answered_at, reason)
       values ($1, gen_random_uuid(), 'hold', 'report', $2, 'X', 'confirmed', $3, $4, $3, $4, '')`,
      values,
    );
    const unasked = owner.query(
      `insert into legal_holds (community_id, id, record_kind, record_id, held_at) values ($1, gen_random_uuid(), 'report', $2, $3)`,
      [program.communityId, record.id, program.clock.now()],
    );

    await expect(alone).rejects.toMatchObject({ constraint: 'confirmed_by_another' });
    await expect(unasked).rejects.toMatchObject({ constraint: 'a_hold_rests_on_two' });
  });

  it('is a rule of the database: neither a held record nor the last of its keys can be deleted, with a certificate or without', async () => {
    const record = await anEndedReport();
    await program.ground.database.withActor(program.actors.duty, (tx) =>
      askFor(tx, program.ground, keptRecords, {
        act: 'hold',
        recordKind: 'report',
        recordId: record.id,
        reason: 'For the court.',
      }),
    );
    await program.databases.owner.query(
      `insert into shreddings (community_id, id, record_kind, record_id, number, rule, days, shredded_at, generation)
       values ($1, gen_random_uuid(), 'report', $2, $3, 'report-no-concern', 90, now(), 1)`,
      [program.communityId, record.id, record.number],
    );

    const deletion = asApp('delete from reports where id = $1', record.id);
    await expect(deletion).rejects.toMatchObject({ constraint: 'a_held_record_is_not_destroyed' });
    const keys = asApp('delete from wrapped_copies where record_id = $1', record.id);
    await expect(keys).rejects.toMatchObject({ constraint: 'a_held_record_is_not_destroyed' });

    expect(await standing(record.id)).toMatchObject({ there: true, opens: true });
  });
});
