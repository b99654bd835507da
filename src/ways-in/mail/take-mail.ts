import { createHmac } from 'node:crypto';
import { communityOf } from '../../community/index.ts';
import { takeIdentity } from '../../identities/index.ts';
import type { SystemActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { cleanImages } from '../../platform/files/clean-images.ts';
import { readImages } from '../../platform/files/read-images.ts';
import type { Ground } from '../../platform/ground.ts';
import { isLanguage, translator } from '../../platform/i18n/index.ts';
import { concern, prepareReport, receiveReport } from '../../reports/index.ts';
import type { ReadMail } from './read-mail.ts';
import { mailWords } from './words/index.ts';

/** More than this in an hour and the rest stands behind in the queue on the desk; nothing is refused. */
const inAnHour = 60;

/** `isWhole` says that nothing of the mail is left out of the report; `isNew` that it had not been taken before. */
type Taken = { isNew: boolean; isWhole: boolean };

/** What tells this mail from any other, without saying anything of it. */
const markOf = (ground: Ground, { identity }: ReadMail) =>
  createHmac('sha256', ground.keyStore.installationSecret('taken mails')).update(identity).digest();

/**
 * Makes a report of one mail, once, however often it is shown: the mark, the report and its log entry commit together or not at
 * all. Images are made anew; what is no image stays in the mailbox. The sender goes into the sealed identity, else nowhere.
 */
export async function takeMail(ground: Ground, actor: SystemActor, mail: ReadMail): Promise<Taken> {
  const mark = markOf(ground, mail);
  const isKnown = await ground.database.withActor(actor, (tx) => isTaken(tx, mark));
  if (isKnown) return { isNew: false, isWhole: false };
  const form = new FormData();
  for (const file of mail.files) form.append('images', file);
  const { files, refused } = readImages(form);
  const clean = await cleanImages(ground, files);
  const left = refused.length + clean.refused.length;
  const prepared = await prepareReport(ground, clean.images);
  const isNew = await ground.database.withActor(actor, async (tx) => {
    if (!(await leaveMark(tx, ground, mark))) return false;
    const told = concern.parse({ dangerNow: false, ...(await wordsOf(tx, mail, left)) });
    const isBehind = mail.isAutomatic || (await takenWithinTheHour(tx, ground)) > inAnHour;
    await receiveReport(tx, ground, told, prepared, 'email', isBehind ? { isSurge: true, fromNetwork: inAnHour } : {});
    await takeIdentity(tx, ground, prepared.id, mail.contact);
    await tx.sql
      .updateTable('mailboxes')
      .set((is) => ({ taken: is('taken', '+', 1) }))
      .execute();
    return true;
  });
  return { isNew, isWhole: left === 0 && !mail.isCut };
}

const isTaken = async (tx: Tx, mark: Buffer): Promise<boolean> =>
  (await tx.sql.selectFrom('takenMails').select('mark').where('mark', '=', mark).executeTakeFirst()) !== undefined;

/** False where the same mail was taken meanwhile. */
async function leaveMark(tx: Tx, ground: Ground, mark: Buffer): Promise<boolean> {
  const left = await tx.sql
    .insertInto('takenMails')
    .values({ communityId: tx.actor.communityId, mark, takenAt: ground.clock.now() })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  return left.numInsertedOrUpdatedRows === 1n;
}

/** What was written, and beneath it what of the mail is not in the report: in the community's own language. */
async function wordsOf(tx: Tx, { words, isCut }: ReadMail, left: number) {
  const { defaultLanguage } = await communityOf(tx);
  const language = isLanguage(defaultLanguage) ? defaultLanguage : 'en';
  const { t } = translator(mailWords, language, 'UTC');
  const notes = [
    words === '' && t('email.nothing-readable'),
    words !== '' && isCut && t('email.is-cut'),
    left > 0 && t('email.left', { count: left }),
  ].filter((note) => note !== false);
  return { language, what: words || notes.join(' '), whoElseKnows: words === '' ? '' : notes.join(' ') };
}

async function takenWithinTheHour(tx: Tx, ground: Ground): Promise<number> {
  const since = new Date(ground.clock.now().getTime() - 3_600_000);
  const taken = await tx.sql
    .selectFrom('takenMails')
    .select('mark')
    .where('takenAt', '>', since)
    .limit(inAnHour + 1)
    .execute();
  return taken.length;
}
