import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, startProgram } from '../program/program.ts';
import { rehearsal, rehearsed } from '../program/rehearsing.ts';
import { type HeldSession, sessionOf } from '../program/sessions.ts';
import { type Stage, setTheStage } from '../program/stage.ts';
import { doorOf, validRequests } from '../program/valid-requests/index.ts';

/**
 * The acts that nobody does on the strength of a sign-in of this morning, by hand: to open an identity, to give something out of a case, to destroy or to hold,
 * to say how long things are kept, who watches the log, to give somebody another role, to take a factor of sign-in away, to vouch for a colleague
 * who lost theirs. A closed case is handed over by no door.
 */
const gravest = [
  'POST /api/v1/people/{id}/roles',
  'POST /api/v1/lendings',
  'POST /api/v1/lendings/{id}/answers',
  'DELETE /api/v1/passkeys/{id}',
  'DELETE /api/v1/totp',
  'POST /api/v1/recovery-requests/{id}/confirmations',
  'POST /api/v1/reports/{id}/identity-requests',
  'POST /api/v1/cases/{id}/disclosures',
  'POST /api/v1/cases/{id}/archive',
  'POST /api/v1/identity-requests/{id}/release',
  'POST /api/v1/identity-requests/{id}/opening',
  'POST /api/v1/keeping/acts',
  'POST /api/v1/keeping/acts/{id}/confirmation',
  'POST /api/v1/keeping/periods',
  'POST /api/v1/community-export',
  'POST /api/v1/witnesses',
  'POST /api/v1/witnesses/removal',
  'POST /api/v1/watched-logs',
  'POST /api/v1/legal-profile',
  'POST /api/v1/legal-profile/sign-offs',
];

let program: Program;
let stage: Stage;
beforeAll(async () => {
  const { routes, begin } = rehearsal();
  program = await startProgram({ routes });
  stage = await setTheStage(program);
  begin();
}, 120_000);
afterAll(() => program.close());

async function statusOf(door: string, by: HeldSession): Promise<{ status: number; because?: string }> {
  const { path, body } = validRequests(program, stage)[door]!;
  const answer = await program.request(door.split(' ')[0]!, path, { body, headers: by.headers });
  return { status: answer.status, because: (answer.body as { because?: string } | null)?.because };
}

describe('N-03 the gravest acts ask again who is there', () => {
  it('asks for every act of the list, and for no other than those', () => {
    const asking = program.routes.filter((route) => route.stepUp).map(doorOf);

    expect(asking.toSorted()).toEqual(gravest.toSorted());
  });

  it('does none of them in a session that showed itself more than five minutes ago, and asks in no fresh one', async () => {
    const stale: Record<string, unknown> = {};
    const fresh: string[] = [];

    program.clock.advance(5 * 60_000);
    for (const door of gravest) {
      const as = validRequests(program, stage)[door]!.as!;
      stale[door] = await statusOf(door, stage.sessions[as]);
      const { because } = await statusOf(door, await sessionOf(program, program.actors[as]));
      if (because === 'step-up-needed') fresh.push(door);
    }

    const asked = { status: 401, because: 'step-up-needed' };
    expect(stale).toEqual(Object.fromEntries(gravest.map((door) => [door, asked])));
    expect(fresh).toEqual([]);
  });

  it('leaves the session as it is: what is no grave act still works in it', async () => {
    const { status } = await stage.sessions.duty.call('GET', '/api/v1/session');

    expect(status).toBe(rehearsed);
  });
});
