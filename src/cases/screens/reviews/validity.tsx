import type { OpenedCase } from '../../../console/api/cases.ts';
import { Event, Story, Words } from '../../../console/kit/facts.tsx';
import { TextArea } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { Due, Moment } from '../../../console/kit/moments.tsx';
import { Newer } from '../../../console/kit/newer.tsx';
import { Notice } from '../../../console/kit/notice.tsx';
import { Fold, Part } from '../../../console/kit/page.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { validateCase } from '../calls.ts';
import { useCaseAnswer } from '../use-case-answer.ts';
import { reviewWords } from './words/index.ts';

interface OfCase {
  opened: OpenedCase;
}

/** Says under one's name that the case is still needed. */
const ValidityForm = ({ opened }: OfCase) => {
  const { t } = useWords(reviewWords);
  const form = useForm({
    draft: `validity ${opened.id}`,
    initial: { words: '' },
    check: ({ words }) => (words.trim().length < 3 ? { words: t('validity.missing-words') } : {}),
    version: opened.version,
    send: ({ words }, version) => validateCase(opened.id, { version, words }),
    done: useCaseAnswer(),
    said: t('validity.done'),
  });
  return (
    <Form form={form} act={t('validity.act')} name={t('validity.title')} lesser>
      <Newer form={form} theirs={<Validations opened={opened} />} mine={<p>{form.values.words}</p>} />
      <TextArea form={form} name="words" label={t('validity.words')} rows={3} />
    </Form>
  );
};

/** Asks, from some weeks before the ceiling on, whether the case is still needed. */
export const ValidityAsked = ({ opened }: OfCase) => {
  const { t } = useWords(reviewWords);
  const { until, isAsked } = opened.validity;
  if (!isAsked) return null;
  return (
    <Notice tone="careful" title={t('validity.title')}>
      <p>
        {t(`validity.about-${opened.state}`)} <Moment at={until} /> · <Due at={until} />
      </p>
      {['lead', 'deputy'].includes(opened.myPart) && (
        <Fold title={t('validity.act')}>
          <ValidityForm opened={opened} />
        </Fold>
      )}
    </Notice>
  );
};

const Validations = ({ opened }: OfCase) => (
  <Story>
    {opened.validity.past.map((each) => (
      <Event
        key={each.id}
        when={
          <>
            <Moment at={each.at} /> · {each.by.name}
          </>
        }
      >
        <Words>{each.words}</Words>
      </Event>
    ))}
  </Story>
);

/** Who said before that the case is still needed, and why. */
export const PastValidity = ({ opened }: OfCase) => {
  const { t } = useWords(reviewWords);
  if (opened.validity.past.length === 0) return null;
  return (
    <Part title={t('validity.past')}>
      <Validations opened={opened} />
    </Part>
  );
};
