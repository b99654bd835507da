import { type ReadFiles, readImages } from '../../platform/files/read-images.ts';
import type { Language } from '../../platform/i18n/index.ts';
import {
  type Concern,
  concern,
  concernsAbout,
  contactLimit,
  imminenceFlags,
  placeKinds,
  publicSigns,
  waysOfKnowing,
} from '../contract.ts';
import type { FieldError, ReportErrors, ReportFormValues } from './form-values.ts';

export interface ParsedReportForm extends ReadFiles {
  values: ReportFormValues;
  /** One-time token of the page that was filled in; empty when none came. */
  token: string;
  /** The work that the page did for this form; empty when none came. */
  proof: string;
  /** True where a field was filled in that people do not see. */
  isHiddenFieldFilled: boolean;
  /** What the pressed button asks for: to send, or only to go on from the emergency page. */
  wants: 'send' | 'go-on';
  result: { concern: Concern } | { errors: ReportErrors };
}

/** Left empty by people, who do not see it, and filled in by programs that fill in whatever they find. */
export const trapField = 'alsoKnownAs';

const yes = new Set(['true', 'yes', 'on', '1']);
const no = new Set(['false', 'no', 'off', '0']);

/** A browser sends line ends as two characters; one is kept, so that limits count what was typed. */
const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
};

const isTicked = (form: FormData, name: string): boolean => yes.has(text(form, name));

const answer = (form: FormData, name: string): boolean | undefined => {
  const value = text(form, name);
  if (yes.has(value)) return true;
  return no.has(value) ? false : undefined;
};

/** What is ticked and known; an unknown tick is left out, for no report is refused over it. */
const several = <Known extends string>(form: FormData, name: string, known: readonly Known[]): Known[] => {
  const ticked = new Set(form.getAll(name));
  return known.filter((each) => ticked.has(each));
};

const one = <Known extends string>(form: FormData, name: string, known: readonly Known[], otherwise: Known): Known =>
  known.find((each) => each === text(form, name)) ?? otherwise;

const readValues = (form: FormData): ReportFormValues => ({
  dangerNow: answer(form, 'dangerNow'),
  called: isTicked(form, 'called'),
  what: text(form, 'what'),
  imminence: several(form, 'imminence', imminenceFlags),
  when: text(form, 'when'),
  whereKind: one(form, 'whereKind', placeKinds, 'unknown'),
  where: text(form, 'where'),
  aboutWhom: text(form, 'aboutWhom'),
  howKnown: several(form, 'howKnown', waysOfKnowing),
  whoElseKnows: text(form, 'whoElseKnows'),
  signs: several(form, 'signs', publicSigns),
  targetOrTimeNamed: isTicked(form, 'targetOrTimeNamed'),
  about: one(form, 'about', concernsAbout, 'somebody-else'),
  selfHarm: isTicked(form, 'selfHarm'),
  staffName: text(form, 'staffName'),
  earlierReport: text(form, 'earlierReport'),
  contact: text(form, 'contact').trim(),
});

type Issue = NonNullable<ReturnType<typeof concern.safeParse>['error']>['issues'][number];

const errorOf = (field: string, issue: Issue): FieldError => {
  if (field === 'dangerNow') return { key: 'reports.error.danger' };
  if (issue.code === 'too_big') return { key: 'reports.error.too-long', limit: Number(issue.maximum) };
  return { key: field === 'what' ? 'reports.error.what' : 'reports.error.not-valid' };
};

const check = (values: ReportFormValues, language: Language): ParsedReportForm['result'] => {
  const { called: _, contact, ...told } = values;
  const checked = concern.safeParse({ ...told, language });
  const tooLong: ReportErrors =
    contact.length > contactLimit ? { contact: { key: 'reports.error.too-long', limit: contactLimit } } : {};
  if (checked.success && !tooLong.contact) return { concern: checked.data };
  const issues = checked.success ? [] : checked.error.issues;
  const errors = issues.map((issue) => [String(issue.path[0]), errorOf(String(issue.path[0]), issue)]);
  return { errors: { ...Object.fromEntries(errors), ...tooLong } };
};

/** Reads a posted report form: all that was typed, the images taken and refused, and a concern or what to mend. */
export const parseReportForm = (form: FormData, language: Language): ParsedReportForm => {
  const values = readValues(form);
  return {
    values,
    token: text(form, 'token'),
    proof: text(form, 'proof'),
    isHiddenFieldFilled: text(form, trapField) !== '',
    wants: text(form, 'step') === 'go-on' ? 'go-on' : 'send',
    result: check(values, language),
    ...readImages(form),
  };
};
