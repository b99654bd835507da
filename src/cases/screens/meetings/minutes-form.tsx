import type { CaseAction, OpenedCase } from '../../../console/api/cases.ts';
import { Choice, MomentBox, TextArea } from '../../../console/kit/fields.tsx';
import { Form, type FormOf, useForm } from '../../../console/kit/form.tsx';
import { useSpeech, useWords } from '../../../console/kit/speech.tsx';
import { Tick } from '../../../console/kit/ticks.tsx';
import { instantOf } from '../../../console/kit/zoned.ts';
import { caseWords } from '../../words/index.ts';
import { actionCategories } from '../../words/vocabulary.ts';
import { type MeetingPage, writeMinutes } from './calls.ts';
import { meetingWords } from './words/index.ts';

const noDecision = { category: '', words: '', assigneeId: '', dueAt: '' };
type Decision = typeof noDecision;
const empty = { words: '', actions: [] as Decision[], review: false, nextReviewAt: '' };
type Values = typeof empty;
const decisionsAtMost = 10;
const isIncomplete = (each: Decision) => Object.values(each).some((value) => value.trim() === '');

/** One decision of the list, as a form of its own within the form. */
const decisionForm = (form: FormOf<Values>, at: number): FormOf<Decision> => ({
  ...form,
  values: form.values.actions[at] ?? noDecision,
  errors: {},
  id: (name) => `${form.id('actions')}-${at}-${name}`,
  set: (name, value) =>
    form.set(
      'actions',
      form.values.actions.map((each, index) => (index === at ? { ...each, [name]: value } : each)),
    ),
});

const DecisionFields = ({ form, at, opened }: { form: FormOf<Values>; at: number; opened: OpenedCase }) => {
  const { t } = useWords(meetingWords);
  const words = useWords(caseWords);
  const part = decisionForm(form, at);
  const categories = actionCategories.map((value) => ({ value, label: words.t(`category.${value}`) }));
  const team = opened.team
    .filter((each) => each.part !== 'consultant')
    .map(({ id, name }) => ({ value: id, label: name }));
  const takeOut = () =>
    form.set(
      'actions',
      form.values.actions.filter((_, index) => index !== at),
    );
  return (
    <fieldset className="card">
      <legend>{t('minutes.decision', { number: at + 1 })}</legend>
      <TextArea form={part} name="words" label={words.t('action.words')} rows={2} />
      <Choice form={part} name="category" label={words.t('action.category')} options={categories} />
      <Choice form={part} name="assigneeId" label={words.t('action.assignee')} options={team} />
      <MomentBox form={part} name="dueAt" label={words.t('action.due')} />
      <button type="button" className="link" onClick={takeOut}>
        {t('minutes.remove')}
      </button>
    </fieldset>
  );
};

const Decisions = ({ form, opened }: { form: FormOf<Values>; opened: OpenedCase }) => {
  const { t } = useWords(meetingWords);
  const { actions } = form.values;
  const error = form.errors.actions;
  return (
    <fieldset id={form.id('actions')} tabIndex={-1} className={error ? 'field field-wrong' : 'field'}>
      <legend>{t('minutes.decisions')}</legend>
      <p className="hint">{t('minutes.decisions-hint')}</p>
      {error && <p className="field-error">{error}</p>}
      {actions.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a decision has no other name than its place
        <DecisionFields key={at} form={form} at={at} opened={opened} />
      ))}
      {actions.length < decisionsAtMost && (
        <div className="form-acts">
          <button type="button" onClick={() => form.set('actions', [...actions, noDecision])}>
            {t('minutes.add')}
          </button>
        </div>
      )}
    </fieldset>
  );
};

interface MinutesProps {
  meetingId: string;
  opened: OpenedCase;
  answer: (meeting: MeetingPage) => void;
}

/** Takes the minutes of one case: what was said, what was decided, and when one looks again. */
export const MinutesForm = ({ meetingId, opened, answer }: MinutesProps) => {
  const { t } = useWords(meetingWords);
  const { timeZone } = useSpeech();
  const form = useForm<Values, MeetingPage>({
    draft: `minutes ${meetingId} ${opened.id}`,
    initial: empty,
    check: ({ words, actions }) => ({
      ...(words.trim().length < 3 && { words: t('minutes.missing-words') }),
      ...(actions.some(isIncomplete) && { actions: t('minutes.incomplete') }),
    }),
    send: ({ words, actions, review, nextReviewAt }) =>
      writeMinutes(meetingId, opened.id, {
        words,
        actions: actions.map((each) => ({
          ...each,
          category: each.category as CaseAction['category'],
          dueAt: instantOf(each.dueAt, timeZone),
        })),
        review: review ? { nextReviewAt: nextReviewAt === '' ? null : instantOf(nextReviewAt, timeZone) } : null,
      }),
    done: answer,
    said: t('minutes.done'),
  });
  return (
    <Form form={form} act={t('minutes.act')} name={t('minutes.take')}>
      <TextArea form={form} name="words" label={t('minutes.words')} hint={t('minutes.words-hint')} rows={4} />
      <Decisions form={form} opened={opened} />
      <Tick form={form} name="review" label={t('minutes.look')} />
      {form.values.review && (
        <MomentBox form={form} name="nextReviewAt" label={t('minutes.next')} hint={t('minutes.next-hint')} optional />
      )}
    </Form>
  );
};
