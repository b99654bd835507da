import { checkRelay, type OpenedReport } from '../../console/api/reports.ts';
import { Event, Story, Words } from '../../console/kit/facts.tsx';
import { TextArea } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { StateMark } from '../../console/kit/marks.tsx';
import { Due, Moment } from '../../console/kit/moments.tsx';
import { Part } from '../../console/kit/page.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { OneOf } from '../../console/kit/ticks.tsx';
import { linkingWords } from './words/linking/index.ts';

type Verification = NonNullable<OpenedReport['verification']>;
type Check = Verification['checks'][number];

const tones = { unverified: 'late', contradicted: 'late', confirmed: 'good' } as const;

const CheckForm = ({ report, done }: { report: OpenedReport; done(): void }) => {
  const { t } = useWords(linkingWords);
  const form = useForm({
    draft: `check ${report.id}`,
    initial: { kind: '' as Check['kind'] | '', finding: '' as Check['finding'] | '', words: '' },
    check: ({ kind, finding, words }) => ({
      ...(kind === '' && { kind: t('check.missing-kind') }),
      ...(finding === '' && { finding: t('check.missing-finding') }),
      ...(words.trim().length < 3 && { words: t('check.missing-words') }),
    }),
    send: ({ kind, finding, words }) =>
      checkRelay(report.id, { kind: kind as Check['kind'], finding: finding as Check['finding'], words }),
    done,
    said: t('check.done'),
  });
  return (
    <Form form={form} act={t('check.act')} name={t('check.title')} lesser>
      <OneOf
        form={form}
        name="kind"
        legend={t('check.kind')}
        options={(['call-back', 'second-source', 'hoax-pattern'] as const).map((value) => ({
          value,
          label: t(`check.${value}`),
          hint: t(`check-hint.${value}`),
        }))}
      />
      <OneOf
        form={form}
        name="finding"
        legend={t('check.finding')}
        options={(['confirms', 'contradicts', 'unclear'] as const).map((value) => ({
          value,
          label: t(`finding.${value}`),
        }))}
      />
      <TextArea form={form} name="words" label={t('check.words')} rows={2} />
    </Form>
  );
};

/** Beside a relay, never before it: what is known of it beyond one report, and two minutes to find out more. */
export const VerificationCard = ({ report, done }: { report: OpenedReport; done(): void }) => {
  const { t } = useWords(linkingWords);
  const { verification } = report;
  if (!verification) return null;
  const { state, basis, checks, dueAt } = verification;
  return (
    <Part title={t('check.title')}>
      <p>
        <StateMark tone={tones[state]}>{t(`verification.${state}`)}</StateMark> {basis && t(`basis.${basis}`)}{' '}
        {dueAt && checks.length === 0 && <Due at={dueAt} />}
      </p>
      {state === 'contradicted' && <p>{t('check.tell-them')}</p>}
      <Story>
        {checks.map(({ kind, finding, by, at, words }) => (
          <Event
            key={at}
            when={
              <>
                <Moment at={at} /> · {by.name}
              </>
            }
          >
            <p>
              <strong>{t(`check.${kind}`)}</strong> {t(`finding.${finding}`)}
            </p>
            <Words>{words}</Words>
          </Event>
        ))}
      </Story>
      <CheckForm report={report} done={done} />
    </Part>
  );
};
