import { sql as raw } from 'kysely';
import type { Tx } from '../db/database.ts';
import { insertTogether, newRow } from '../db/insert-together.ts';
import type { Ground } from '../ground.ts';
import { newId } from '../ids.ts';
import type { MailKey } from './words/index.ts';

export type MailTemplate = MailKey extends infer Key
  ? Key extends `mail.${infer Name}.subject`
    ? Name
    : never
  : never;

/** Parameters of a mail: a number to find the record by, and its urgency. Never content, never a name. */
export type MailParameters = { number: string; urgency?: string };

/** Puts a mail into the outbox inside the caller's transaction; it leaves after the commit, or not at all. */
export async function postMail(
  tx: Tx,
  ground: Ground,
  personId: string,
  template: MailTemplate,
  parameters: MailParameters,
): Promise<void> {
  await insertTogether(tx, [mailRow(tx, ground, personId, template, parameters)]);
}

/** The row of the mail, to be written with others. */
export function mailRow(tx: Tx, ground: Ground, personId: string, template: MailTemplate, parameters: MailParameters) {
  const now = ground.clock.now();
  return newRow('mailMessages', {
    communityId: tx.actor.communityId,
    id: newId(ground.clock, ground.chance),
    personId,
    template,
    parameters: JSON.stringify(parameters),
    createdAt: now,
    nextAttemptAt: now,
  });
}

/** Forgets what was written to anybody about the record with this number. */
export async function forgetMailAbout(tx: Tx, number: string): Promise<void> {
  await tx.sql.deleteFrom('mailMessages').where(raw<boolean>`parameters ->> 'number' = ${number}`).execute();
}
