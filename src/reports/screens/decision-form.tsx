import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { casesQuery } from '../../console/api/cases.ts';
import type { Role } from '../../console/api/community.ts';
import { type DecisionInput, decide, type OpenedReport, type Outcome } from '../../console/api/reports.ts';
import { Choice, type Option, TextArea, TextBox } from '../../console/kit/fields.tsx';
import { Form, type FormOf, useForm } from '../../console/kit/form.tsx';
import { Newer } from '../../console/kit/newer.tsx';
import { usePeopleOptions } from '../../console/kit/people.tsx';
import { useSession } from '../../console/kit/session.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { OneOf } from '../../console/kit/ticks.tsx';
import { ReportStory } from './report-story.tsx';
import { deskWords } from './words/index.ts';

/** Every outcome once, in the order in which an officer thinks of them; the type says when one is missing. */
const outcomes = Object.keys({
  'opened-case': true,
  'linked-to-case': true,
  'emergency-relayed': true,
  'routed-to-support': true,
  'referred-elsewhere': true,
  'resolved-on-contact': true,
  unsubstantiated: true,
  'insufficient-information': true,
  misuse: true,
  test: true,
} satisfies Record<Outcome, true>) as Outcome[];

const leaves: readonly Outcome[] = ['emergency-relayed', 'routed-to-support', 'referred-elsewhere'];

interface Values {
  outcome: Outcome | '';
  reason: string;
  title: string;
  leadId: string;
  deputyId: string;
  caseId: string;
  recipient: string;
  basis: string;
}

const needed = (outcome: Outcome | ''): (keyof Values)[] => {
  if (outcome === 'opened-case') return ['title', 'leadId', 'deputyId'];
  if (outcome === 'linked-to-case') return ['caseId'];
  if (outcome === 'emergency-relayed') return ['recipient', 'basis'];
  return outcome !== '' && leaves.includes(outcome) ? ['recipient'] : [];
};

const inputOf = (values: Values, version: number): DecisionInput => {
  const fields = needed(values.outcome).map((name) => [name, values[name]] as const);
  return { outcome: values.outcome, reason: values.reason, version, ...Object.fromEntries(fields) } as DecisionInput;
};

const useCheck = () => {
  const { t } = useWords(deskWords);
  return (values: Values): Partial<Record<keyof Values, string>> => {
    const missing: Partial<Record<keyof Values, string>> = {};
    if (values.outcome === '') missing.outcome = t('decide.missing-outcome');
    for (const name of needed(values.outcome))
      if (values[name].trim() === '') missing[name] = t(`decide.missing-${name as 'title'}`);
    if (values.leadId !== '' && values.leadId === values.deputyId) missing.deputyId = t('decide.same-person');
    if (values.reason.trim().length < 3) missing.reason = t('decide.missing-reason');
    return missing;
  };
};

const teamRoles: readonly Role[] = ['duty-officer', 'coordinator', 'team-member', 'leader', 'custodian'];

const OpenCaseFields = ({ form }: { form: FormOf<Values> }) => {
  const { t } = useWords(deskWords);
  const { person } = useSession();
  const people = usePeopleOptions(({ roles }) => roles.some((role) => teamRoles.includes(role)));
  const isOther = form.values.leadId !== '' && form.values.leadId !== person.id;
  return (
    <>
      <TextBox form={form} name="title" label={t('decide.case-title')} hint={t('decide.case-title-hint')} />
      <Choice form={form} name="leadId" label={t('decide.lead')} options={people} />
      {isOther && <p className="hint">{t('decide.lead-hint')}</p>}
      <Choice form={form} name="deputyId" label={t('decide.deputy')} options={people} />
    </>
  );
};

const LinkFields = ({ form }: { form: FormOf<Values> }) => {
  const { t } = useWords(deskWords);
  const { data } = useInfiniteQuery(casesQuery('open'));
  const options: Option[] = (data?.pages ?? [])
    .flatMap((page) => page.rows)
    .map((row) => ({ value: row.id, label: [row.number, row.title].filter(Boolean).join(' · ') }));
  return <Choice form={form} name="caseId" label={t('decide.case')} options={options} />;
};

const Details = ({ form }: { form: FormOf<Values> }) => {
  const { t } = useWords(deskWords);
  const { outcome } = form.values;
  if (outcome === 'opened-case') return <OpenCaseFields form={form} />;
  if (outcome === 'linked-to-case') return <LinkFields form={form} />;
  if (outcome !== '' && leaves.includes(outcome))
    return (
      <>
        <TextBox
          form={form}
          name="recipient"
          label={t('decide.recipient')}
          hint={t(`decide.recipient-${outcome as 'emergency-relayed'}`)}
        />
        {outcome === 'emergency-relayed' && (
          <OneOf
            form={form}
            name="basis"
            legend={t('decide.basis')}
            hint={t('decide.basis-hint')}
            options={(['this-report-alone', 'call-back', 'second-source'] as const).map((value) => ({
              value,
              label: t(`basis.${value}`),
            }))}
          />
        )}
      </>
    );
  return null;
};

/** Decides, with a reason, what becomes of a report; a decision that somebody else made meanwhile is shown first. */
export const DecisionForm = ({ report, done }: { report: OpenedReport; done(): void }) => {
  const { t } = useWords(deskWords);
  const navigate = useNavigate();
  const check = useCheck();
  const form = useForm<Values, Awaited<ReturnType<typeof decide>>>({
    draft: `decision ${report.id}`,
    initial: { outcome: '', reason: '', title: '', leadId: '', deputyId: '', caseId: '', recipient: '', basis: '' },
    check,
    version: report.version,
    send: (values, version) => decide(report.id, inputOf(values, version)),
    done: ({ caseId }) => {
      done();
      if (caseId) navigate(`/cases/${caseId}`);
    },
    said: t('decide.done'),
  });
  const options = outcomes.map((value) => ({ value, label: t(`outcome.${value}`), hint: t(`outcome-hint.${value}`) }));
  return (
    <Form form={form} act={t('decide.act')} name={t('decide.title')}>
      <Newer
        form={form}
        theirs={<ReportStory report={report} />}
        mine={<p>{form.values.reason || t('decide.nothing-written')}</p>}
      />
      <OneOf form={form} name="outcome" legend={t('decide.outcome')} options={options} />
      <Details form={form} />
      <TextArea form={form} name="reason" label={t('decide.reason')} hint={t('decide.reason-hint')} />
    </Form>
  );
};
