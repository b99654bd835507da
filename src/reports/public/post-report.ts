import { communityOf } from '../../community/index.ts';
import { takeIdentity } from '../../identities/index.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { Refused } from '../../platform/errors.ts';
import { cleanImages } from '../../platform/files/clean-images.ts';
import type { RefusedFile } from '../../platform/files/read-images.ts';
import type { Ground } from '../../platform/ground.ts';
import { answerOnce, keepAnswerOfForm, type Repeatable } from '../../platform/http/idempotency.ts';
import { readForm } from '../../platform/http/read-form.ts';
import type { Language } from '../../platform/i18n/index.ts';
import { type PreparedReport, prepareReport, receiveReport } from '../commands/receive-report.ts';
import type { Concern, ReceiptAnswer } from '../contract.ts';
import {
  type ParsedReportForm,
  parseReportForm,
  renderDanger,
  renderReceipt,
  renderReportForm,
} from '../pages/index.ts';
import { ageOfToken, newToken } from '../surge/form-token.ts';
import type { Arrival } from '../surge/lanes.ts';
import { noticeArrival } from '../surge/notice-arrival.ts';
import { isProof } from '../surge/proof-of-work.ts';
import { answerPage } from './answer-page.ts';
import { type Knowledge, knowledge } from './knowledge.ts';
import { marksOf } from './marks-of.ts';
import { rememberForm } from './sent-forms.ts';
import { repeatOf } from './token.ts';

/** What the desk gives back with a receipt. */
interface Arrived {
  answer: ReceiptAnswer;
  refused: RefusedFile[];
  isContactLost?: boolean;
}

/** A posted form made ready: what is drawn again, what arrived before, or a concern to be received. */
export type ReadyForm = { known: Knowledge; language: Language; form: ParsedReportForm } & (
  | { is: 'unfinished' }
  | { is: 'repeated'; arrived: Arrived }
  | {
      is: 'new';
      concern: Concern;
      report: PreparedReport;
      refused: RefusedFile[];
      repeat: Repeatable;
      arrival: Arrival;
    }
);

/** The form of the same page with other words in it is another report: it is taken, and repeats nothing. */
const arrivedBefore = async (
  ground: Ground,
  actor: Actor,
  repeat: Repeatable,
): Promise<{ arrived: unknown; repeat: Repeatable }> => {
  try {
    return { arrived: await answerOnce(ground, actor, repeat), repeat };
  } catch (error) {
    if (error instanceof Refused && error.refusal.kind === 'conflict') return { arrived: null, repeat: null };
    throw error;
  }
};

/** Reads the form, its images and whether it came before: all that takes time, outside the transaction. */
export const readyForm = async (
  ground: Ground,
  request: Request,
  language: Language,
  actor: Actor,
): Promise<ReadyForm> => {
  const form = parseReportForm(await readForm(request), language);
  const base = { known: await knowledge(ground, request), language, form };
  rememberForm(request, { form, actor, repeat: null });
  if (form.wants === 'go-on' || 'errors' in form.result) return { ...base, is: 'unfinished' };
  const { concern } = form.result;
  const sent = repeatOf(ground, form.token, { concern, files: await marksOf(form.files) });
  rememberForm(request, { form, actor, repeat: sent });
  const { arrived, repeat } = await arrivedBefore(ground, actor, sent);
  if (arrived) return { ...base, is: 'repeated', arrived: arrived as Arrived };
  const { images, refused } = await cleanImages(ground, form.files);
  const report = await prepareReport(ground, images);
  const arrival = arrivalOf(ground, actor, request, form, sent !== null && repeat === null);
  return { ...base, is: 'new', concern, report, refused: [...form.refused, ...refused], repeat, arrival };
};

/** How a form arrived: its age, whether it was sent before with other words, the work that was done for it. */
const arrivalOf = (
  ground: Ground,
  actor: Actor,
  request: Request,
  { token, proof, isHiddenFieldFilled }: ParsedReportForm,
  wasFormUsed: boolean,
): Arrival => ({
  ...noticeArrival(ground, actor.communityId, request.headers),
  formAge: ageOfToken(ground, token),
  token,
  wasFormUsed,
  isHiddenFieldFilled,
  hasProof: isProof(token, proof),
});

const needsDangerPage = ({ values, wants }: ParsedReportForm): boolean =>
  wants === 'send' && values.dangerNow === true && !values.called && values.what.trim() === '';

const drawUnfinished = (ground: Ground, { known, language, form }: ReadyForm): Response => {
  const setting = known.settingIn(language);
  const token = form.token || newToken(ground);
  if (needsDangerPage(form)) return answerPage(renderDanger({ setting, token, values: form.values }));
  const isGoingOn = form.wants === 'go-on' || 'concern' in form.result;
  const errors = isGoingOn || !('errors' in form.result) ? {} : form.result.errors;
  const chooseFilesAgain = form.files.length + form.refused.length > 0;
  const html = renderReportForm({
    setting,
    token,
    values: form.values,
    errors,
    refused: form.refused,
    chooseFilesAgain,
  });
  return answerPage(html, isGoingOn ? 200 : 422);
};

/** The page that a reporter keeps. */
export const drawReceipt = (
  { known, language, form }: Pick<ReadyForm, 'known' | 'language' | 'form'>,
  { answer, refused, isContactLost = false }: Arrived,
): Response =>
  answerPage(
    renderReceipt({
      setting: known.settingIn(language),
      answer,
      dangerNow: form.values.dangerNow === true,
      refused,
      isContactLost,
    }),
    201,
  );

/** Receives what is ready, in the transaction of the request, and answers with the receipt. */
export const takeForm = async (tx: Tx, ground: Ground, ready: ReadyForm): Promise<Response> => {
  if (ready.is === 'unfinished') return drawUnfinished(ground, ready);
  if (ready.is === 'repeated') return drawReceipt(ready, ready.arrived);
  await communityOf(tx);
  const answer = await receiveReport(tx, ground, ready.concern, ready.report, 'web', ready.arrival);
  const { contact } = ready.form.values;
  const isContactLost = contact !== '' && !(await takeIdentity(tx, ground, ready.report.id, contact));
  const arrived: Arrived = { answer, refused: ready.refused, isContactLost };
  await keepAnswerOfForm(tx, ground, ready.repeat, arrived);
  return drawReceipt(ready, arrived);
};

/** The receipt of a form that did arrive although something went wrong on the way back, or null. */
export const receiptAfterAll = async (ground: Ground, actor: Actor, repeat: Repeatable): Promise<Arrived | null> => {
  try {
    return (await answerOnce(ground, actor, repeat)) as Arrived | null;
  } catch {
    return null;
  }
};
