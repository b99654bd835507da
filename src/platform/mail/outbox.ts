import type { Tx } from '../db/database.ts';
import type { Ground } from '../ground.ts';
import { newId } from '../ids.ts';

/** Parameters of a mail: numbers, urgency, times. Never content, never a name of a report's people. */
export type MailParameters = Record<string, string | number>;

/** Puts a mail into the outbox inside the caller's transaction; it leaves after the commit, or not at all. */
export async function postMail(tx: Tx, ground: Ground, personId: string, template: string, parameters: MailParameters): Promise<void> {
  const now = ground.clock.now();
  await tx.sql
    .insertInto('mailMessages')
    .values({
      communityId: tx.actor.communityId,
      id: newId(ground.clock, ground.chance),
      personId,
      template,
      parameters: JSON.stringify(parameters),
      createdAt: now,
      nextAttemptAt: now,
    })
    .execute();
}
