import { type ClosingReason, closeCase, type OpenedCase, reopenCase } from '../../../console/api/cases.ts';
import { Choice, MomentBox, TextArea, TextBox } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { Newer } from '../../../console/kit/newer.tsx';
import { useSpeech, useWords } from '../../../console/kit/speech.tsx';
import { instantOf } from '../../../console/kit/zoned.ts';
import { caseWords } from '../../words/index.ts';
import { closingReasons } from '../../words/vocabulary.ts';
import { LeadStory } from '../lead-story.tsx';
import { useCaseAnswer } from '../use-case-answer.ts';
import { closingWords } from './words/index.ts';

const empty = { reason: '', words: '', inPlace: '', told: '', reopenTriggers: '', acceptedBy: '' };
type Values = typeof empty;

/** Reasons that ask for nothing but words: nobody is left to whom something could happen again. */
export const plainReasons: readonly ClosingReason[] = ['no-concern', 'deceased'];

/** Who is told and how, one a line, with a colon between; null where a line lacks one of the two. */
export function toldIn(text: string): { who: string; how: string }[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const told = lines.map((line) => {
    const at = line.indexOf(':');
    return { who: line.slice(0, Math.max(at, 0)).trim(), how: line.slice(at + 1).trim() };
  });
  return told.every(({ who, how }) => who !== '' && how !== '') ? told : null;
}

const useMissing = () => {
  const { t } = useWords(caseWords);
  const more = useWords(closingWords);
  return ({ reason, words, inPlace, told, reopenTriggers, acceptedBy }: Values) => {
    const noReturn = (plainReasons as readonly string[]).includes(reason);
    const toldAs = toldIn(told);
    return {
      ...(reason === '' && { reason: t('close.missing-reason') }),
      ...(words.trim().length < 3 && { words: t('close.missing-words') }),
      ...(reason === 'support-in-place' && inPlace.trim() === '' && { inPlace: more.t('closing.missing-in-place') }),
      ...((toldAs === null || (reason === 'moved-away' && toldAs.length === 0)) && {
        told: more.t('closing.missing-told'),
      }),
      ...(!noReturn && reopenTriggers.trim() === '' && { reopenTriggers: more.t('closing.missing-triggers') }),
      ...(reason === 'transferred' &&
        acceptedBy.trim() === '' && { acceptedBy: more.t('closing.missing-accepted-by') }),
    };
  };
};

/** Closes the case with a reason, what stays in place, who is told, and what would open it again. */
export const CloseForm = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  const more = useWords(closingWords);
  const form = useForm<Values, OpenedCase>({
    draft: `closing ${opened.id}`,
    initial: empty,
    check: useMissing(),
    version: opened.version,
    send: ({ reason, told, ...values }, version) =>
      closeCase(opened.id, { ...values, reason: reason as ClosingReason, told: toldIn(told) ?? [], version }),
    done: useCaseAnswer(),
    said: t('close.done'),
  });
  const { reason } = form.values;
  const options = closingReasons.map((value) => ({ value, label: t(`closing.${value}`) }));
  return (
    <Form form={form} act={t('close.act')} name={t('close.title')} grave>
      <Newer form={form} theirs={<LeadStory opened={opened} />} mine={<p>{form.values.words}</p>} />
      <Choice form={form} name="reason" label={t('close.reason')} options={options} />
      <TextArea form={form} name="words" label={t('close.words')} hint={t('close.words-hint')} rows={3} />
      {reason === 'transferred' && <TextBox form={form} name="acceptedBy" label={more.t('closing.accepted-by')} />}
      <TextArea
        form={form}
        name="inPlace"
        label={more.t('closing.in-place')}
        hint={more.t('closing.in-place-hint')}
        rows={2}
        optional={reason !== 'support-in-place'}
      />
      <TextArea
        form={form}
        name="told"
        label={more.t('closing.told')}
        hint={more.t('closing.told-hint')}
        rows={2}
        optional={reason !== 'moved-away'}
      />
      <TextArea
        form={form}
        name="reopenTriggers"
        label={more.t('closing.triggers')}
        hint={more.t('closing.triggers-hint')}
        rows={2}
        optional={(plainReasons as readonly string[]).includes(reason)}
      />
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
