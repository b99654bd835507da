import type { OpenedCase } from '../../../console/api/cases.ts';
import { Event, Story, Words } from '../../../console/kit/facts.tsx';
import { MomentBox, TextArea } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { StateMark } from '../../../console/kit/marks.tsx';
import { Moment } from '../../../console/kit/moments.tsx';
import { Newer } from '../../../console/kit/newer.tsx';
import { useSpeech, useWords } from '../../../console/kit/speech.tsx';
import { instantOf } from '../../../console/kit/zoned.ts';
import { reviewCase } from '../calls.ts';
import { useCaseAnswer } from '../use-case-answer.ts';
import { reviewWords } from './words/index.ts';

/** Records what a look at the case found, and when one looks again. */
export const ReviewedForm = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(reviewWords);
  const { timeZone } = useSpeech();
  const form = useForm({
    draft: `reviewed ${opened.id}`,
    initial: { words: '', nextReviewAt: '' },
    check: ({ words }) => (words.trim().length < 3 ? { words: t('review.missing-words') } : {}),
    version: opened.version,
    send: ({ words, nextReviewAt }, version) =>
      reviewCase(opened.id, {
        version,
        words,
        nextReviewAt: nextReviewAt ? instantOf(nextReviewAt, timeZone) : null,
      }),
    done: useCaseAnswer(),
    said: t('review.done'),
  });
  return (
    <Form form={form} act={t('review.act')} name={t('review.record')} lesser>
      <Newer form={form} theirs={<Reviews opened={opened} />} mine={<p>{form.values.words}</p>} />
      <TextArea form={form} name="words" label={t('review.words')} rows={3} />
      <MomentBox form={form} name="nextReviewAt" label={t('review.next')} hint={t('review.next-hint')} optional />
    </Form>
  );
};

/** Every look that was taken at the case, the latest first. */
export const Reviews = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(reviewWords);
  return (
    <Story>
      {opened.reviews.map((review) => (
        <Event
          key={review.id}
          when={
            <>
              <Moment at={review.reviewedAt} /> · {review.reviewedBy.name}{' '}
              {review.reviewedAt > review.dueAt && <StateMark tone="late">{t('review.late')}</StateMark>}
            </>
          }
        >
          <Words>{review.words}</Words>
        </Event>
      ))}
    </Story>
  );
};
