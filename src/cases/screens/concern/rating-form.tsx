import type { OpenedCase } from '../../../console/api/cases.ts';
import { TextArea } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { OneOf } from '../../../console/kit/ticks.tsx';
import { confidences, ratedLevels } from '../../words/vocabulary.ts';
import { agreeConcern, type Rating, rateConcern } from '../calls.ts';
import { useCaseAnswer } from '../use-case-answer.ts';
import { concernWords } from './words/index.ts';

type Level = (typeof ratedLevels)[number];
type Confidence = (typeof confidences)[number];

export const useLevelOptions = () => {
  const { t } = useWords(concernWords);
  return {
    levels: ratedLevels.map((value) => ({ value, label: t(`level.${value}`), hint: t(`level-hint.${value}`) })),
    confidences: confidences.map((value) => ({ value, label: t(`confidence.${value}`) })),
  };
};

const tooShort = (words: string) => words.trim().length < 3;

/** One's own rating, with what speaks for it, what against, and what is not known. */
export const RatingForm = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(concernWords);
  const options = useLevelOptions();
  const missing = t('rate.missing-words');
  const form = useForm({
    draft: `rating ${opened.id}`,
    initial: { level: '', confidence: '', reasonsFor: '', reasonsAgainst: '', unknowns: '' },
    check: ({ level, confidence, reasonsFor, reasonsAgainst, unknowns }) => ({
      ...(level === '' && { level: t('rate.missing-level') }),
      ...(confidence === '' && { confidence: t('rate.missing-confidence') }),
      ...(tooShort(reasonsFor) && { reasonsFor: missing }),
      ...(tooShort(reasonsAgainst) && { reasonsAgainst: missing }),
      ...(tooShort(unknowns) && { unknowns: missing }),
    }),
    send: (values) =>
      rateConcern(opened.id, { ...values, level: values.level as Level, confidence: values.confidence as Confidence }),
    done: useCaseAnswer(),
    said: t('rate.done'),
  });
  return (
    <Form form={form} act={t('rate.act')} name={t('rate.title')}>
      <p className="hint">{t('rate.hint')}</p>
      <TextArea form={form} name="reasonsFor" label={t('rate.for')} rows={3} />
      <TextArea form={form} name="reasonsAgainst" label={t('rate.against')} rows={3} />
      <TextArea form={form} name="unknowns" label={t('rate.unknowns')} rows={3} />
      <OneOf form={form} name="level" legend={t('rate.level')} options={options.levels} />
      <OneOf form={form} name="confidence" legend={t('rate.confidence')} options={options.confidences} />
    </Form>
  );
};

/** What the two agree on, out of what lies between their ratings. */
export const AgreementForm = ({ opened, ratings }: { opened: OpenedCase; ratings: readonly Rating[] }) => {
  const { t } = useWords(concernWords);
  const options = useLevelOptions();
  const ranks = ratings.map(({ level }) => ratedLevels.indexOf(level as Level));
  const between = options.levels.filter((_, rank) => rank >= Math.min(...ranks) && rank <= Math.max(...ranks));
  const form = useForm({
    draft: `agreement ${opened.id}`,
    initial: { level: between.length === 1 ? (between[0]?.value ?? '') : '', confidence: '', words: '' } as Record<
      'level' | 'confidence' | 'words',
      string
    >,
    check: ({ level, confidence, words }) => ({
      ...(level === '' && { level: t('rate.missing-level') }),
      ...(confidence === '' && { confidence: t('rate.missing-confidence') }),
      ...(tooShort(words) && { words: t('rate.missing-words') }),
    }),
    version: opened.version,
    send: ({ level, confidence, words }, version) =>
      agreeConcern(opened.id, { version, words, level: level as Level, confidence: confidence as Confidence }),
    done: useCaseAnswer(),
    said: t('agree.done'),
  });
  return (
    <Form form={form} act={t('agree.act')} name={t('agree.title')}>
      <p className="hint">{t('agree.hint')}</p>
      <OneOf form={form} name="level" legend={t('rate.level')} options={between} />
      <OneOf form={form} name="confidence" legend={t('rate.confidence')} options={options.confidences} />
      <TextArea form={form} name="words" label={t('agree.words')} rows={3} />
    </Form>
  );
};
