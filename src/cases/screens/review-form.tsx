import { type OpenedCase, setReview } from '../../console/api/cases.ts';
import { MomentBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { Moment } from '../../console/kit/moments.tsx';
import { Newer } from '../../console/kit/newer.tsx';
import { useSpeech, useWords } from '../../console/kit/speech.tsx';
import { instantOf } from '../../console/kit/zoned.ts';
import { caseWords } from '../words/index.ts';
import { useCaseAnswer } from './use-case-answer.ts';

/** Says when the case is looked at next; an open case always has such a date. */
export const ReviewForm = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  const { timeZone } = useSpeech();
  const form = useForm({
    draft: `review ${opened.id}`,
    initial: { nextReviewAt: '' },
    check: ({ nextReviewAt }) => (nextReviewAt === '' ? { nextReviewAt: t('review.missing') } : {}),
    version: opened.version,
    send: ({ nextReviewAt }, version) =>
      setReview(opened.id, { nextReviewAt: instantOf(nextReviewAt, timeZone), version }),
    done: useCaseAnswer(),
    said: t('review.done'),
  });
  return (
    <Form form={form} act={t('review.act')} name={t('review.title')} lesser>
      <Newer
        form={form}
        theirs={<p>{opened.nextReviewAt && <Moment at={opened.nextReviewAt} />}</p>}
        mine={<p>{form.values.nextReviewAt.replace('T', ' ')}</p>}
      />
      <MomentBox form={form} name="nextReviewAt" label={t('review.when')} />
    </Form>
  );
};
