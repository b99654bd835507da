import type { PublicActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { Refused } from '../../platform/errors.ts';
import { cleanImages } from '../../platform/files/clean-images.ts';
import type { RefusedFile } from '../../platform/files/read-images.ts';
import { type StoredImage, storeImages } from '../../platform/files/store-images.ts';
import type { Ground } from '../../platform/ground.ts';
import { answerOnce, keepAnswer, type Repeatable } from '../../platform/http/idempotency.ts';
import { readForm } from '../../platform/http/read-form.ts';
import type { Language } from '../../platform/i18n/index.ts';
import { addFromReporter, type OpenedReceipt, openReporterReceipt, readMailbox } from '../commands/open-mailbox.ts';
import { type ParsedMessageForm, parseMessageForm, renderMailbox, renderReceiptEntry } from '../pages/index.ts';
import { newToken } from '../surge/form-token.ts';
import { answerPage } from './answer-page.ts';
import { type Knowledge, knowledge } from './knowledge.ts';
import { marksOf } from './marks-of.ts';
import { rememberMessage } from './sent-forms.ts';
import { repeatOf } from './token.ts';

/** A posted receipt; `opened` is null where it opens nothing. */
export interface ReadyReceipt {
  known: Knowledge;
  language: Language;
  form: ParsedMessageForm;
  opened: OpenedReceipt | null;
}

/** A message made ready; `isRepeated` where the same one arrived before. */
export interface ReadyMessage extends ReadyReceipt {
  isRepeated: boolean;
  repeat: Repeatable;
  images: StoredImage[];
  refused: RefusedFile[];
}

const openOrNull = async (ground: Ground, actor: PublicActor, receipt: string): Promise<OpenedReceipt | null> => {
  try {
    return await openReporterReceipt(ground, actor, receipt);
  } catch (error) {
    if (error instanceof Refused && error.refusal.kind === 'not-found') return null;
    throw error;
  }
};

/** Reads the form and opens its receipt, outside the transaction. */
export const readyReceipt = async (
  ground: Ground,
  request: Request,
  language: Language,
  actor: PublicActor,
): Promise<ReadyReceipt> => {
  const form = parseMessageForm(await readForm(request));
  rememberMessage(request, form);
  return {
    known: await knowledge(ground, request),
    language,
    form,
    opened: await openOrNull(ground, actor, form.receipt),
  };
};

/** The same, with the images of a message made anew and stored. */
export const readyMessage = async (
  ground: Ground,
  request: Request,
  language: Language,
  actor: PublicActor,
): Promise<ReadyMessage> => {
  const ready = await readyReceipt(ground, request, language, actor);
  const { form, opened } = ready;
  const nothing = { isRepeated: false, repeat: null, images: [], refused: form.refused };
  if (!opened || form.errors.words) return { ...ready, ...nothing };
  const repeat = repeatOf(ground, form.token, {
    words: form.words,
    report: opened.reportId,
    files: await marksOf(form.files),
  });
  if (await answerOnce(ground, actor, repeat)) return { ...ready, ...nothing, isRepeated: true };
  const { images, refused } = await cleanImages(ground, form.files);
  return {
    ...ready,
    isRepeated: false,
    repeat,
    images: await storeImages(ground, images),
    refused: [...form.refused, ...refused],
  };
};

const drawWrong = ({ known, language, form }: ReadyReceipt): Response =>
  answerPage(renderReceiptEntry({ setting: known.settingIn(language), receipt: form.receipt, isWrong: true }), 404);

const drawMailbox = async (
  tx: Tx,
  ground: Ground,
  ready: ReadyReceipt & { opened: OpenedReceipt },
  more: object,
  status: number,
) => {
  const mailbox = await readMailbox(tx, ground, ready.opened);
  const setting = ready.known.settingIn(ready.language);
  const html = renderMailbox({ setting, mailbox, receipt: ready.form.receipt, token: newToken(ground), ...more });
  return answerPage(html, status);
};

const isOpened = <R extends ReadyReceipt>(ready: R): ready is R & { opened: OpenedReceipt } => ready.opened !== null;

/** Shows the mailbox that the receipt opens, or says that it opens nothing. */
export const takeReceipt = async (tx: Tx, ground: Ground, ready: ReadyReceipt): Promise<Response> =>
  isOpened(ready) ? await drawMailbox(tx, ground, ready, {}, 200) : drawWrong(ready);

/** Adds the reporter's words and images to the conversation and shows it anew. */
export const takeMessage = async (tx: Tx, ground: Ground, ready: ReadyMessage): Promise<Response> => {
  if (!isOpened(ready)) return drawWrong(ready);
  const { form, refused } = ready;
  if (form.errors.words)
    return await drawMailbox(tx, ground, ready, { typed: form.words, errors: form.errors, refused }, 422);
  if (!ready.isRepeated) {
    await addFromReporter(tx, ground, ready.opened, form.words.trim(), ready.images);
    await keepAnswer(tx, ground, ready.repeat, { arrived: true });
  }
  return await drawMailbox(tx, ground, ready, { wasAdded: true, refused }, 201);
};
