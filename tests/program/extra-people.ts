import { addPerson, communityOf, newPerson } from '../../src/community/index.ts';
import type { PersonActor } from '../../src/platform/actor.ts';
import { sealTo } from '../../src/platform/vault/index.ts';
import { type Program, password } from './program.ts';

/** Adds team members beside the cast; they can act, and sign in with the password of the tests. */
export async function addTeamMembers(
  program: Program,
  count: number,
  roles: readonly string[] = ['team-member'],
): Promise<PersonActor[]> {
  const { ground, communityId } = program;
  const made: PersonActor[] = [];
  for (let index = 0; index < count; index += 1) {
    const mark = ground.chance.bytes(4).toString('hex');
    const person = await newPerson(
      ground,
      { name: `Extra ${mark}`, email: `extra-${mark}@test-town.example`, language: 'en', roles, discipline: 'school' },
      password,
    );
    await ground.database.withActor(program.actors.coordinator, async (tx) => {
      const { recoveryPublicKey } = await communityOf(tx);
      await addPerson(tx, ground, person, sealTo(recoveryPublicKey!, person.keyPair.privateKey));
    });
    made.push({ kind: 'person', communityId, personId: person.id, roles: person.roles, keyPair: person.keyPair });
  }
  return made;
}
