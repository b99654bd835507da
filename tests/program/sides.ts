import { communityOf } from '../../src/community/index.ts';
import type { PersonActor } from '../../src/platform/actor.ts';
import { tendGroups } from '../../src/platform/keys/index.ts';
import { kitMark } from '../../src/platform/vault/index.ts';
import type { Program } from './program.ts';
import { type HeldSession, sessionOf } from './sessions.ts';

/** Lets both sides confirm their sheet of the recovery kit, so that a sealed identity is taken from now on. */
export async function confirmBothSides(program: Program, sides?: { custodian: HeldSession; overseer: HeldSession }) {
  const { custodian, overseer } = sides ?? {
    custodian: await sessionOf(program, program.actors.custodian),
    overseer: await sessionOf(program, program.actors.overseer),
  };
  const { recoveryPublicKey } = await program.as(program.actors.custodian, (tx) => communityOf(tx));
  const mark = (half: 'A' | 'B') => kitMark(half, recoveryPublicKey!);
  const answers = [
    await custodian.call('POST', '/api/v1/recovery-kit', { half: 'A', mark: mark('A') }),
    await overseer.call('POST', '/api/v1/recovery-kit', { half: 'B', mark: mark('B') }),
  ];
  const refused = answers.find(({ status }) => status !== 200);
  if (refused) throw new Error(`a side could not confirm its sheet: ${refused.status} ${refused.text}`);
}

/** Seals the groups' keys to whoever has joined a side meanwhile, as a sign-in of a holder does. */
export async function tend(program: Program, ...holders: PersonActor[]): Promise<void> {
  for (const holder of holders) await program.ground.database.withActor(holder, (tx) => tendGroups(tx, program.ground));
}
