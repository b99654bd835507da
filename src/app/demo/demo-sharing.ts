import { shareFromCase, writePerson } from '../../cases/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';

const day = 86_400_000;

/** The invented people of the case under way, and what the health centre was told of it by telephone. */
export async function shareDemo(tx: Tx<PersonActor>, ground: Ground, caseId: string): Promise<void> {
  const people = [
    { part: 'subject', pseudonym: 'Kestrel', note: 'Fourth year. Answers when somebody asks.' },
    { part: 'family', pseudonym: 'Kestrel’s mother', note: 'Agreed to the weekly talk; best reached after six.' },
  ] as const;
  for (const person of people) await writePerson(tx, ground, caseId, person);
  await shareFromCase(tx, ground, caseId, {
    gives: 'summary',
    summary: 'A pupil comes to a weekly talk with you. If he misses one, please call us the same day.',
    recipient: { kind: 'agency', name: 'Health centre, front desk', reach: 'The number in the town’s directory' },
    basis: 'gdpr-consent',
    basisNote: 'Signed by his mother',
    necessity: 'They must know what a missed talk means, and whom to call.',
    isEmergency: false,
    endsAt: new Date(ground.clock.now().getTime() + 13 * day).toISOString(),
    way: 'phone',
    language: 'ca',
  });
}
