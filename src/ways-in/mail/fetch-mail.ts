import type { SystemActor } from '../../platform/actor.ts';
import type { Ground } from '../../platform/ground.ts';
import { type MailCarrier, ownMailCarrier } from '../../platform/mail/index.ts';
import { answerMail } from './answer-mail.ts';
import { lookInto, MailboxTrouble, type OpenFolder } from './look-into.ts';
import { type OpenedMailbox, openMailbox } from './mailbox.ts';
import { readMail } from './read-mail.ts';
import { takeMail } from './take-mail.ts';

/** A mailbox that one process looks into is no other's for this long. */
const claimMilliseconds = 10 * 60_000;
const atOnce = 500;

/** Looks into the mailbox of every community that has one. One that is out of reach delays no other. */
export async function fetchMail(ground: Ground, common: MailCarrier | null): Promise<void> {
  const communities = await ground.database.withoutCommunity((sql) =>
    sql.selectFrom('communities').select('id').execute(),
  );
  await Promise.all(communities.map(({ id }) => fetchMailOf(ground, common, id)));
}

/**
 * Takes what came to one community's mailbox. No transaction is open while the server thinks. A mail is marked, or removed, only
 * after its report was committed: whatever breaks in between, the next look finds it again and our own mark says that it is known.
 */
async function fetchMailOf(ground: Ground, common: MailCarrier | null, communityId: string): Promise<void> {
  const actor: SystemActor = { kind: 'system', communityId, job: 'fetch-mail' };
  const claimed = await claim(ground, actor);
  if (!claimed) return;
  const { mailbox, since } = claimed;
  const answer = mailbox.answers ? ((await carrierOf(ground, actor)) ?? common) : null;
  const trouble = await lookInto(mailbox, since, (folder) => takeAll(ground, actor, mailbox, folder, answer)).then(
    () => null,
    (error: Error) => (error instanceof MailboxTrouble ? error.because : 'unreachable'),
  );
  await ground.database.withActor(actor, (tx) =>
    tx.sql.updateTable('mailboxes').set({ checkedAt: ground.clock.now(), trouble, claimedUntil: null }).execute(),
  );
}

const carrierOf = (ground: Ground, actor: SystemActor) =>
  ground.mode === 'demo' ? null : ground.database.withActor(actor, (tx) => ownMailCarrier(tx, ground));

async function claim(ground: Ground, actor: SystemActor): Promise<{ mailbox: OpenedMailbox; since: Date } | null> {
  const now = ground.clock.now();
  const row = await ground.database.withActor(actor, (tx) =>
    tx.sql
      .updateTable('mailboxes')
      .set({ claimedUntil: new Date(now.getTime() + claimMilliseconds) })
      .where((is) => is.or([is('claimedUntil', 'is', null), is('claimedUntil', '<', now)]))
      .returningAll()
      .executeTakeFirst(),
  );
  const mailbox = openMailbox(ground, row);
  return row && mailbox && mailbox.host !== '' ? { mailbox, since: row.begunAt } : null;
}

async function takeAll(
  ground: Ground,
  actor: SystemActor,
  mailbox: OpenedMailbox,
  folder: OpenFolder,
  answer: MailCarrier | null,
): Promise<void> {
  for (const mail of (await folder.untaken()).slice(0, atOnce)) {
    try {
      await takeOne(ground, actor, mailbox, folder, mail, answer);
    } catch (error) {
      // One that cannot be taken now keeps no other waiting; the next look finds it again.
      if (error instanceof MailboxTrouble) throw error;
      ground.log.error({ job: actor.job, name: (error as Error).name }, 'a mail was not taken');
    }
  }
}

async function takeOne(
  ground: Ground,
  actor: SystemActor,
  { afterwards }: OpenedMailbox,
  folder: OpenFolder,
  mail: number,
  answer: MailCarrier | null,
): Promise<void> {
  const source = await folder.sourceOf(mail);
  if (source === null) return;
  const read = await readMail(source);
  const { isNew, isWhole } = await takeMail(ground, actor, read);
  if (isNew && answer && read.answerTo) await answerMail(ground, actor, read.answerTo, answer);
  await (afterwards === 'remove' && isWhole ? folder.remove(mail) : folder.markTaken(mail));
}
