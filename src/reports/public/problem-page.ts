import type { Context } from 'hono';
import type { Ground } from '../../platform/ground.ts';
import type { Problem } from '../../platform/http/problem.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { isLanguage, type Language, negotiateLanguage } from '../../platform/i18n/index.ts';
import {
  type FormFailure,
  type ProblemProps,
  parseMessageForm,
  parseReportForm,
  renderProblem,
  renderReportForm,
} from '../pages/index.ts';
import { newToken } from '../surge/form-token.ts';
import { answerPage } from './answer-page.ts';
import { type Knowledge, knowledge } from './knowledge.ts';
import { drawReceipt, receiptAfterAll } from './post-report.ts';
import { type SentForm, sentForm, sentMessage } from './sent-forms.ts';

const kinds: Partial<Record<Problem['kind'], ProblemProps['kind']>> = {
  'not-found': 'not-found',
  'too-large': 'too-large',
  'wrong-method': 'wrong-method',
  'too-fast': 'busy',
  unavailable: 'unavailable',
};

const failures: Partial<Record<Problem['kind'], FormFailure>> = { 'too-fast': 'busy', unavailable: 'unavailable' };

const languageOf = (context: Context, known: Knowledge): Language => {
  const first = context.req.path.split('/')[1];
  return isLanguage(first) ? first : negotiateLanguage(context.req.header('accept-language'), known.offered);
};

const isReportForm = ({ req }: Context): boolean => req.method === 'POST' && /^\/\w\w\/report$/.test(req.path);

/** What was typed, whether it had been read already or the request failed before. */
const typed = async (request: Request, language: Language): Promise<Pick<SentForm, 'form'> & Partial<SentForm>> =>
  sentForm(request) ?? { form: parseReportForm(await readForm(request), language) };

/** A report that failed: its receipt if it arrived after all, else the form with everything that was typed. */
const drawForm = async (ground: Ground, context: Context, problem: Problem, known: Knowledge, language: Language) => {
  const { form, actor, repeat } = await typed(context.req.raw, language);
  const arrived = actor && repeat ? await receiptAfterAll(ground, actor, repeat) : null;
  if (arrived) return drawReceipt({ known, language, form }, arrived);
  const html = renderReportForm({
    setting: known.settingIn(language),
    token: form.token || newToken(ground),
    values: form.values,
    failure: { kind: failures[problem.kind] ?? 'bug', ...(problem.reference ? { reference: problem.reference } : {}) },
    chooseFilesAgain: form.files.length > 0,
  });
  return answerPage(html, problem.status);
};

const isMessage = ({ req }: Context): boolean => req.method === 'POST' && /^\/\w\w\/receipt\/message$/.test(req.path);

/** A message that failed, to be sent again from the page that says so. */
const keptMessage = async (ground: Ground, request: Request): Promise<Pick<ProblemProps, 'message'>> => {
  const form = sentMessage(request) ?? parseMessageForm(await readForm(request));
  const token = form.token || newToken(ground);
  return { message: { receipt: form.receipt, token, typed: form.words, chooseFilesAgain: form.files.length > 0 } };
};

const losesWords = ({ kind }: Problem): boolean =>
  !['not-found', 'too-large', 'wrong-method', 'invalid'].includes(kind);

/** Draws a refusal or a bug as a page; a report or a message comes back with all its words. */
export const problemPage =
  (ground: Ground) =>
  async (context: Context, problem: Problem): Promise<Response> => {
    const known = await knowledge(ground, context.req);
    const language = languageOf(context, known);
    if (isReportForm(context) && losesWords(problem)) return await drawForm(ground, context, problem, known, language);
    const message = isMessage(context) && losesWords(problem) ? await keptMessage(ground, context.req.raw) : {};
    const reference = problem.reference ? { reference: problem.reference } : {};
    const setting = known.settingIn(language);
    return answerPage(
      renderProblem({ setting, kind: kinds[problem.kind] ?? 'bug', ...reference, ...message }),
      problem.status,
    );
  };
