import { acceptHandover, type OpenedReport } from '../../console/api/reports.ts';
import { Facts } from '../../console/kit/facts.tsx';
import { TextBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { StateMark } from '../../console/kit/marks.tsx';
import { Due, Moment } from '../../console/kit/moments.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { deskWords } from './words/index.ts';

type Handover = OpenedReport['handovers'][number];

const AcceptanceForm = ({ handover, done }: { handover: Handover; done(): void }) => {
  const { t } = useWords(deskWords);
  const form = useForm({
    draft: `handover ${handover.id}`,
    initial: { acceptedName: '' },
    check: ({ acceptedName }) => (acceptedName.trim() === '' ? { acceptedName: t('handover.missing-name') } : {}),
    send: ({ acceptedName }) => acceptHandover(handover.id, acceptedName),
    done,
    said: t('handover.done'),
  });
  return (
    <Form form={form} act={t('handover.act')} name={t('handover.act')} lesser>
      <TextBox form={form} name="acceptedName" label={t('handover.accepted-by')} hint={t('handover.hint')} />
    </Form>
  );
};

const HandoverState = ({ handover }: { handover: Handover }) => {
  const { t } = useWords(deskWords);
  if (handover.acceptedAt === null) return <Due at={handover.dueAt} />;
  return (
    <>
      <StateMark tone="good">{t('handover.accepted', { name: handover.acceptedName ?? '' })}</StateMark>{' '}
      <Moment at={handover.acceptedAt} />
    </>
  );
};

/** To whom this report went outside the desk, and whether a named person there has taken it. */
export const Handovers = ({ report, done }: { report: OpenedReport; done(): void }) => {
  const { t } = useWords(deskWords);
  return report.handovers.map((handover) => (
    <div key={handover.id} className="card">
      <Facts
        rows={[
          [t('handover.to'), `${handover.recipient} (${t(`handover-kind.${handover.kind}`)})`],
          [t('handover.accountable'), handover.accountable.name],
          [t('handover.state'), <HandoverState key="state" handover={handover} />],
        ]}
      />
      {handover.acceptedAt === null && <AcceptanceForm handover={handover} done={done} />}
    </div>
  ));
};
