import { type ClosingReason, closeCase, type OpenedCase, reopenCase } from '../../console/api/cases.ts';
import { Choice, MomentBox, TextArea } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { Newer } from '../../console/kit/newer.tsx';
import { useSpeech, useWords } from '../../console/kit/speech.tsx';
import { instantOf } from '../../console/kit/zoned.ts';
import { caseWords } from '../words/index.ts';
import { LeadStory } from './lead-story.tsx';
import { useCaseAnswer } from './use-case-answer.ts';

/** Why a case can be closed. */
export const closingReasons = Object.keys({
  'no-concern': true,
  resolved: true,
  'support-in-place': true,
  transferred: true,
  'moved-away': true,
  'legal-disposition': true,
  'insufficient-information-after-effort': true,
  deceased: true,
} satisfies Record<ClosingReason, true>) as ClosingReason[];

/** Closes the case with a reason, and with what would open it again. */
export const CloseForm = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  const form = useForm({
    draft: `closing ${opened.id}`,
    initial: { reason: '', words: '' },
    check: ({ reason, words }) => ({
      ...(reason === '' && { reason: t('close.missing-reason') }),
      ...(words.trim().length < 3 && { words: t('close.missing-words') }),
    }),
    version: opened.version,
    send: ({ reason, words }, version) => closeCase(opened.id, { reason: reason as ClosingReason, words, version }),
    done: useCaseAnswer(),
    said: t('close.done'),
  });
  const options = closingReasons.map((value) => ({ value, label: t(`closing.${value}`) }));
  return (
    <Form form={form} act={t('close.act')} name={t('close.title')} grave>
      <Newer form={form} theirs={<LeadStory opened={opened} />} mine={<p>{form.values.words}</p>} />
      <Choice form={form} name="reason" label={t('close.reason')} options={options} />
      <TextArea form={form} name="words" label={t('close.words')} hint={t('close.words-hint')} rows={3} />
    </Form>
  );
};

/** Opens a closed case again, with a reason and the date on which it is looked at next. */
export const ReopenForm = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  const { timeZone } = useSpeech();
  const form = useForm({
    draft: `reopening ${opened.id}`,
    initial: { words: '', nextReviewAt: '' },
    check: ({ words, nextReviewAt }) => ({
      ...(words.trim().length < 3 && { words: t('close.missing-words') }),
      ...(nextReviewAt === '' && { nextReviewAt: t('review.missing') }),
    }),
    version: opened.version,
    send: ({ words, nextReviewAt }, version) =>
      reopenCase(opened.id, { words, nextReviewAt: instantOf(nextReviewAt, timeZone), version }),
    done: useCaseAnswer(),
    said: t('case-reopen.done'),
  });
  return (
    <Form form={form} act={t('case-reopen.act')} name={t('case-reopen.title')} lesser>
      <Newer form={form} theirs={<LeadStory opened={opened} />} mine={<p>{form.values.words}</p>} />
      <TextArea form={form} name="words" label={t('case-reopen.words')} rows={2} />
      <MomentBox form={form} name="nextReviewAt" label={t('review.when')} />
    </Form>
  );
};
