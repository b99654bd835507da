import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSessionKeys } from '../../src/identities/screens/browser-box.ts';
import { type CastKey, type Program, startProgram } from '../program/program.ts';
import { type HeldSession, sessionOf } from '../program/sessions.ts';
import { confirmBothSides } from '../program/sides.ts';
import { reportConcern } from '../program/stage.ts';

const runs = Number(process.env.FORESTALL_WALKS ?? (process.env.FORESTALL_PROMISES === 'full' ? 2_000 : 25));

/** The acts that take two people, by hand. A shared device is one session after another in the same test. */
type Move =
  | { act: 'hold' | 'release-hold' | 'shred'; by: CastKey }
  | { act: 'confirm' | 'release half' | 'review' | 'open'; by: CastKey };
const people: CastKey[] = ['duty', 'coordinator', 'custodian', 'overseer'];
const anyone = fc.constantFrom(...people);
const move: fc.Arbitrary<Move> = fc.record({
  act: fc.constantFrom(
    'hold',
    'release-hold',
    'shred',
    'confirm',
    'confirm',
    'release half',
    'release half',
    'review',
    'open',
  ),
  by: anyone,
}) as fc.Arbitrary<Move>;

let program: Program;
let publicKey: string;
const sessions = {} as Record<CastKey, HeldSession>;
beforeAll(async () => {
  program = await startProgram();
  await confirmBothSides(program);
  ({ publicKey } = await newSessionKeys());
  for (const key of people) sessions[key] = await sessionOf(program, program.actors[key]);
}, 60_000);
afterAll(() => program.close());

const why = { reason: 'A life may depend on it.', legalBasis: 'Article 9', plan: 'Call.', hours: 2, isEmergency: true };

async function walk(moves: readonly Move[], asker: CastKey): Promise<void> {
  const { id } = await reportConcern(program, { contact: 'Call me.', what: `Told apart, ${moves.length} ${asker}.` });
  await program.databases.owner.query(
    `update reports set state = 'decided', outcome = 'test', decided_at = now(), decided_by = $2, next_due_at = null where id = $1`,
    [id, program.actors.duty.personId],
  );
  const asked = await sessions[asker].call('POST', `/api/v1/reports/${id}/identity-requests`, {
    ...why,
    sessionKey: publicKey,
  });
  const request = (asked.body as { id?: string } | null)?.id ?? id;
  for (const { act, by } of moves) {
    const call = (path: string, body?: unknown) => sessions[by].call('POST', path, body);
    if (act === 'release half') await call(`/api/v1/identity-requests/${request}/release`);
    else if (act === 'review') await call(`/api/v1/identity-requests/${request}/review`, { words: 'It was right.' });
    else if (act === 'open') await call(`/api/v1/identity-requests/${request}/opening`);
    else if (act === 'confirm')
      for (const ask of await open(id)) await call(`/api/v1/keeping/acts/${ask}/confirmation`);
    else await call('/api/v1/keeping/acts', { act, recordKind: 'report', recordId: id, reason: 'For the court.' });
  }
}

const open = async (record: string): Promise<string[]> =>
  (
    await program.databases.owner.query(`select id from two_person_acts where record_id = $1 and state = 'asked'`, [
      record,
    ])
  ).rows.map(({ id }) => id);

/** Whatever one person did alone, told by the rows. */
const alone = async () =>
  (
    await program.databases.owner.query(`
      select 'act' as what, id from two_person_acts where state = 'confirmed' and answered_by = asked_by
      union all select 'hold', h.id from legal_holds h join two_person_acts a on a.id = h.id where a.state <> 'confirmed'
      union all select 'shredding', s.id from shreddings s left join two_person_acts a on a.id = s.act_id where s.rule = 'agreed-by-two' and a.state is distinct from 'confirmed'
      union all select 'review', id from identity_requests where reviewed_by = asked_by
      union all select 'identity', q.id from identity_requests q where q.opened_at is not null and (
        select count(distinct h.person_id) filter (where h.person_id <> q.asked_by) from identity_halves h where h.request_id = q.id) < 2
      union all select 'opening', e.id from audit_entries e where e.act = 'identity-opened' and not exists (
        select from identity_requests q where q.id = e.record_id and q.opened_at is not null) and exists (select from identity_requests q where q.id = e.record_id)`)
  ).rows;

describe('C-02 two-person acts need two people', () => {
  it('completes none by one person, in any order of anybody’s attempts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 14 }), anyone, async (moves, asker) => {
        await walk(moves, asker);
        expect(await alone()).toEqual([]);
      }),
      { numRuns: runs, verbose: 1 },
    );
    const { rows } = await program.databases.owner.query(
      `select (select count(*)::int from two_person_acts where state = 'confirmed') as confirmed, (select count(*)::int from identity_requests where opened_at is not null) as opened`,
    );
    console.log(`C-02: ${runs} walks, ${rows[0].confirmed} acts by two, ${rows[0].opened} identities by two sides`);
    expect(rows[0].confirmed).toBeGreaterThan(0);
  }, 6_000_000);
});
