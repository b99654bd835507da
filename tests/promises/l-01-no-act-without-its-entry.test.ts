import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { route } from '../../src/platform/http/route.ts';
import { changed, checksums } from '../program/checksums.ts';
import { foundTestCommunity, type Program, startProgram } from '../program/program.ts';
import { type Stage, setTheStage } from '../program/stage.ts';
import { doorOf, type ValidRequest, validRequests } from '../program/valid-requests/index.ts';

/** What may change without an entry, by hand: nothing in it is an act on a report, a case or a person's standing. */
const mayChangeAnyway: Record<string, string[]> = {
  'POST /api/v1/sign-in': ['sessions'],
  'POST /api/v1/sign-out': ['sessions'],
  'POST /api/v1/passkeys/sign-in/options': ['sign_in_challenges'],
  'POST /api/v1/passkeys/registration/options': ['sign_in_challenges'],
  'POST /api/v1/totp': ['people'],
  'POST /api/v1/language': ['people'],
  'POST /api/v1/recovery/requests': ['recovery_requests'],
  // A copy of a key takes its fast form at its first opening: the same key to the same person.
  'GET /api/v1/reports/{id}/identity': ['wrapped_copies'],
};
/** A request of the stage that finds nothing to act on, so that there is nothing to write either. */
const findsNothing = ['POST /api/v1/reports/{id}/row-decisions'];
/** What the clock may do without an entry: carry mail and forget what ran out. */
const sweepsMayChange = ['recovery_requests', 'mail_messages', 'sessions', 'sign_in_challenges', 'idempotency_keys'];

const withoutEntry = 'DELETE /api/v1/teeth/{id}';

let program: Program;
let stage: Stage;
let requests: [string, ValidRequest][];

beforeAll(async () => {
  program = await startProgram({
    routes: (routes) => {
      const removal = routes.find((each) => doorOf(each) === 'DELETE /api/v1/rota/shifts/{id}')!;
      return [...routes, route({ ...removal, path: '/api/v1/teeth/{id}', audit: { none: 'swallowed' } })];
    },
  });
  stage = await setTheStage(program);
  const isLast = ([door]: [string, ValidRequest]) => (door.endsWith('sign-out') ? 1 : 0);
  requests = Object.entries(validRequests(program, stage)).toSorted((one, other) => isLast(one) - isLast(other));
  await program.databases.owner.query('revoke insert on audit_entries from forestall_app');
});
afterAll(() => program.close());

const sums = () => checksums(program.databases.owner);

async function ask(door: string, { as, path, body }: ValidRequest): Promise<{ status: number; changes: string[] }> {
  const before = await sums();
  const { status } = await program.request(door.split(' ')[0]!, path, {
    body,
    headers: as ? stage.sessions[as].headers : {},
  });
  return { status, changes: changed(before, await sums()) };
}

const writesAnEntry = (door: string) => {
  const { audit } = program.routes.find((each) => doorOf(each) === door)!;
  return 'act' in audit || 'inside' in audit;
};

describe('L-01 no act without its entry', () => {
  it('refuses every act and changes nothing when the log cannot be written', { timeout: 600_000 }, async () => {
    const acted: string[] = [];
    for (const [door, request] of requests) {
      const { status, changes } = await ask(door, request);
      const surplus = changes.filter((table) => !mayChangeAnyway[door]?.includes(table));
      if (surplus.length > 0) acted.push(`${door} changed ${surplus.join(', ')}`);
      if (writesAnEntry(door) && status < 400 && !findsNothing.includes(door)) acted.push(`${door} answered ${status}`);
    }

    expect(requests.length).toBeGreaterThan(50);
    expect(acted).toEqual([]);
  });

  it('founds no community when the log cannot be written', async () => {
    const before = await sums();

    await expect(foundTestCommunity(program.ground, 'other-town')).rejects.toThrow(
      'permission denied for table audit_entries',
    );

    expect(changed(before, await sums())).toEqual([]);
  });

  it('would notice an act whose entry is swallowed', async () => {
    const { status, changes } = await ask(withoutEntry, { as: 'coordinator', path: `/api/v1/teeth/${stage.shift}` });

    expect({ status, changes }).toEqual({ status: 204, changes: ['shift_swaps', 'duty_shifts'] });
  });

  it('lets nothing climb or lapse by the clock when the log cannot be written', async () => {
    const before = await sums();
    program.clock.advance(5 * 86_400_000);

    await program.sweep();

    const changes = changed(before, await sums());
    expect(changes.filter((table) => !sweepsMayChange.includes(table))).toEqual([]);
    expect(program.logged.filter((line) => line.includes('sweep failed')).length).toBeGreaterThanOrEqual(4);
  });
});
