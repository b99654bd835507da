import { createTransport } from 'nodemailer';
import type { SystemActor } from '../actor.ts';
import type { Tx } from '../db/database.ts';
import type { Ground } from '../ground.ts';
import type { MailParameters } from './outbox.ts';
import { ownMailCarrier } from './own-server.ts';
import { renderMail } from './render-mail.ts';

/** Hands one mail to the world; rejects when the world did not take it. */
export type MailCarrier = (mail: { to: string; subject: string; text: string }) => Promise<void>;

/** Carries mail by SMTP; the address of the server is the operator's. */
export function smtpCarrier(url: string, from: string): MailCarrier {
  const transport = createTransport(url, { from });
  return async (mail) => void (await transport.sendMail(mail));
}

/** In a demonstration nothing leaves: the captured-mail page shows what would have. */
export const capturingCarrier: MailCarrier = async () => {};

const keepDays = 30;
const attemptsPause = (attempts: number) => Math.min(60_000 * 2 ** attempts, 6 * 3_600_000);

/** Sends what waits in the outbox by the community's own server, else by the common one; what fails is tried again later, ever more seldom, for ever: a page must not get lost. */
export async function deliverMail(tx: Tx<SystemActor>, ground: Ground, common: MailCarrier | null): Promise<number> {
  const now = ground.clock.now();
  const carrier = (ground.mode === 'demo' ? null : await ownMailCarrier(tx, ground)) ?? common;
  if (!carrier) return 0;
  const waiting = await tx.sql
    .selectFrom('mailMessages as mail')
    .innerJoin('people', 'people.id', 'mail.personId')
    .select(['mail.id', 'mail.template', 'mail.parameters', 'mail.attempts', 'people.email', 'people.language'])
    .where('mail.deliveredAt', 'is', null)
    .where('mail.nextAttemptAt', '<=', now)
    .orderBy('mail.nextAttemptAt')
    .limit(100)
    .forUpdate('mail')
    .skipLocked()
    .execute();
  const delivered: string[] = [];
  for (const mail of waiting) {
    const rendered = renderMail(mail.template, mail.parameters as MailParameters, mail.language, ground.publicUrl);
    const isTaken = await carrier({ to: mail.email, ...rendered }).then(
      () => true,
      () => false,
    );
    if (isTaken) delivered.push(mail.id);
    else await tryLater(tx, mail, now);
  }
  if (delivered.length > 0)
    await tx.sql.updateTable('mailMessages').set({ deliveredAt: now }).where('id', 'in', delivered).execute();
  await tx.sql
    .deleteFrom('mailMessages')
    .where('deliveredAt', '<', new Date(now.getTime() - keepDays * 86_400_000))
    .execute();
  return waiting.length;
}

async function tryLater(tx: Tx, mail: { id: string; attempts: number }, now: Date): Promise<void> {
  const attempts = mail.attempts + 1;
  const nextAttemptAt = new Date(now.getTime() + attemptsPause(attempts));
  await tx.sql.updateTable('mailMessages').set({ attempts, nextAttemptAt }).where('id', '=', mail.id).execute();
}

/** The newest mails of a demonstration, as their receivers would have read them. */
export async function capturedMails(tx: Tx, ground: Ground) {
  const rows = await tx.sql
    .selectFrom('mailMessages as mail')
    .innerJoin('people', 'people.id', 'mail.personId')
    .select([
      'mail.id',
      'mail.template',
      'mail.parameters',
      'mail.createdAt',
      'mail.deliveredAt',
      'people.name',
      'people.language',
    ])
    .orderBy('mail.createdAt', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    to: row.name,
    at: row.createdAt.toISOString(),
    ...renderMail(row.template, row.parameters as MailParameters, row.language, ground.publicUrl),
    delivered: row.deliveredAt !== null,
  }));
}
