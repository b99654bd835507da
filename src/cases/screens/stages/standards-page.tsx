import { useQuery, useQueryClient } from '@tanstack/react-query';
import { TextBox } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { Newer } from '../../../console/kit/newer.tsx';
import { Page } from '../../../console/kit/page.tsx';
import { disciplineWords } from '../../../console/kit/people.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useConsoleWords, useWords } from '../../../console/kit/speech.tsx';
import { Ticks } from '../../../console/kit/ticks.tsx';
import { caseWords } from '../../words/index.ts';
import { stages } from '../../words/vocabulary.ts';
import { type CaseStandards, setStandards, standardsQuery } from '../calls.ts';
import { stageWords } from './words/index.ts';

const levels = ['imminent', 'high', 'moderate', 'low', 'unrated'] as const;
const disciplines = [
  'school',
  'mental-health',
  'social-services',
  'police',
  'health',
  'legal',
  'site-security',
  'victim-services',
  'faith',
  'employer',
] as const;
const numbers = [
  ...stages.map((stage) => `${stage}Hours` as const),
  ...levels.map((level) => `${level}ReviewDays` as const),
];
type Name = (typeof numbers)[number];
type Values = Record<Name, string> & { disciplines: string[] };

const valuesOf = (standards: CaseStandards): Values => ({
  ...(Object.fromEntries(numbers.map((name) => [name, String(standards[name])])) as Record<Name, string>),
  disciplines: standards.disciplines,
});
const standardsOf = (values: Values, version: number): CaseStandards => ({
  ...(Object.fromEntries(numbers.map((name) => [name, Number(values[name])])) as Record<Name, number>),
  disciplines: values.disciplines,
  version,
});
const summary = (values: Values) => <p>{numbers.map((name) => values[name]).join(' · ')}</p>;

const StandardsForm = ({ standards }: { standards: CaseStandards }) => {
  const { t } = useWords(stageWords);
  const words = useWords(caseWords);
  const shared = useConsoleWords();
  const client = useQueryClient();
  const form = useForm<Values, CaseStandards>({
    draft: 'case standards',
    initial: valuesOf(standards),
    check: (values) =>
      Object.fromEntries(
        numbers
          .filter((name) => !/^[1-9]\d*$/.test(values[name].trim()))
          .map((name) => [name, t('standards.not-a-number')]),
      ),
    version: standards.version,
    send: (values, version) => setStandards(standardsOf(values, version)),
    done: (given) => client.setQueryData(standardsQuery.queryKey, given),
    said: t('standards.done'),
  });
  const options = disciplines.map((value) => ({ value, label: disciplineWords(shared.t, value) }));
  return (
    <Form form={form} act={t('standards.act')} name={t('standards.title')}>
      <Newer form={form} theirs={summary(valuesOf(standards))} mine={summary(form.values)} />
      <fieldset>
        <legend>{t('standards.stages')}</legend>
        {stages.map((stage) => (
          <TextBox
            key={stage}
            form={form}
            name={`${stage}Hours`}
            label={words.t(`stage.${stage}`)}
            inputMode="numeric"
            narrow
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('standards.reviews')}</legend>
        {levels.map((level) => (
          <TextBox
            key={level}
            form={form}
            name={`${level}ReviewDays`}
            label={t('standards.level', { level: words.t(`level.${level}`) })}
            inputMode="numeric"
            narrow
          />
        ))}
      </fieldset>
      <Ticks form={form} name="disciplines" legend={t('standards.disciplines')} options={options} />
    </Form>
  );
};

/** What a coordinator sets for all cases of the community. */
export const StandardsPage = () => {
  const { t } = useWords(stageWords);
  const standards = useQuery(standardsQuery);
  return (
    <Page title={t('standards.title')}>
      <p>{t('standards.about')}</p>
      <Reading of={standards}>{(given) => <StandardsForm standards={given} />}</Reading>
    </Page>
  );
};
