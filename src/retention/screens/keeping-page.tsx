import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { OpenRequests } from '../../cases/screens/part-of-keeping.tsx';
import { type KeepingPage as Keeping, keepingPageQuery, setPeriod } from '../../console/api/retention.ts';
import { TextBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { Due, Moment } from '../../console/kit/moments.tsx';
import { Newer } from '../../console/kit/newer.tsx';
import { Empty, Fold, Page, Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useHasRole } from '../../console/kit/session.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { Table } from '../../console/kit/table.tsx';
import { retentionWords } from '../words/index.ts';
import { AskCard } from './ask-card.tsx';

const Holds = ({ holds }: Pick<Keeping, 'holds'>) => {
  const { t } = useWords(retentionWords);
  if (holds.length === 0) return <Empty>{t('page.no-holds')}</Empty>;
  return (
    <Table name={t('page.holds')} heads={[t('number'), t('when'), t('people')]}>
      {holds.map((hold) => (
        <tr key={hold.id}>
          <td>
            {t(`kind.${hold.recordKind}`)} {hold.number}
          </td>
          <td>
            <Moment at={hold.heldAt} />
          </td>
          <td>
            {hold.askedBy.name}, {hold.confirmedBy.name}
          </td>
        </tr>
      ))}
    </Table>
  );
};

const Expiring = ({ expiring }: Pick<Keeping, 'expiring'>) => {
  const { t } = useWords(retentionWords);
  if (expiring.length === 0) return <Empty>{t('page.no-expiring')}</Empty>;
  return (
    <Table name={t('page.expiring')} heads={[t('number'), t('because'), t('when')]}>
      {expiring.map((record) => (
        <tr key={record.recordId}>
          <td>
            {t(`kind.${record.recordKind}`)} {record.number}
          </td>
          <td>{t(`rule.${record.rule}`)}</td>
          <td>
            <Due at={record.at} />
          </td>
        </tr>
      ))}
    </Table>
  );
};

type RuleKey = `rule.${Keeping['expiring'][number]['rule'] | 'agreed-by-two'}`;

const Certificates = ({ certificates }: Pick<Keeping, 'certificates'>) => {
  const { t } = useWords(retentionWords);
  if (certificates.length === 0) return <Empty>{t('page.no-certificates')}</Empty>;
  return (
    <Table
      name={t('page.certificates')}
      heads={[t('number'), t('because'), t('days'), t('when'), t('keys'), t('people')]}
    >
      {certificates.map((one) => (
        <tr key={one.id}>
          <td>
            {t(`kind.${one.recordKind}`)} {one.number}
          </td>
          <td>{t(`rule.${one.rule}` as RuleKey)}</td>
          <td>{one.days ?? ''}</td>
          <td>
            <Moment at={one.shreddedAt} />
          </td>
          <td>{one.destroyedAt ? <Moment at={one.destroyedAt} /> : t('keys.tonight')}</td>
          <td>{one.agreedBy.map(({ name }) => name).join(', ')}</td>
        </tr>
      ))}
    </Table>
  );
};

type Period = Keeping['periods'][number];

const PeriodForm = ({ period: { rule, days, ceiling, version }, done }: { period: Period; done(): void }) => {
  const { t } = useWords(retentionWords);
  const form = useForm({
    draft: `period ${rule}`,
    initial: { days: String(days) },
    check: (values) => (isDays(values.days, ceiling) ? {} : { days: t('period.hint', { most: ceiling }) }),
    version,
    send: (values, seen) => setPeriod({ rule, days: Number(values.days), version: seen }),
    done,
    said: t('period.done'),
  });
  return (
    <Fold title={t(`rule.${rule}`)}>
      <Form form={form} act={t('period.act')} name={t(`rule.${rule}`)} lesser>
        <Newer form={form} theirs={<p>{days}</p>} mine={<p>{form.values.days}</p>} />
        <TextBox
          form={form}
          name="days"
          label={t('days')}
          hint={t('period.hint', { most: ceiling })}
          inputMode="numeric"
          narrow
        />
      </Form>
    </Fold>
  );
};

const isDays = (typed: string, most: number): boolean => /^[1-9]\d{0,3}$/.test(typed) && Number(typed) <= most;

const Periods = ({ periods, done }: Pick<Keeping, 'periods'> & { done(): void }) => {
  const { t } = useWords(retentionWords);
  const maySet = useHasRole('custodian');
  return (
    <>
      <p>
        {t('period.words')} <Link to="/legal">{t('period.law')}</Link>
      </p>
      <Table name={t('page.periods')} heads={[t('because'), t('days'), t('period.from'), t('period.most')]} fits>
        {periods.map(({ rule, days, isByProfile, byProfile, ceiling }) => (
          <tr key={rule}>
            <td>{t(`rule.${rule}`)}</td>
            <td>{days}</td>
            <td>{isByProfile ? t('period.by-law') : t('period.own', { days: byProfile })}</td>
            <td>{ceiling}</td>
          </tr>
        ))}
      </Table>
      {maySet && periods.map((period) => <PeriodForm key={period.rule} period={period} done={done} />)}
    </>
  );
};

/** What waits for a second person, what is held, what runs out, and what was destroyed: numbers and dates, no content. */
export const KeepingPage = () => {
  const { t } = useWords(retentionWords);
  const client = useQueryClient();
  const keeping = useQuery(keepingPageQuery);
  const done = () => void client.invalidateQueries({ queryKey: ['keeping'] });
  return (
    <Page title={t('page.title')}>
      <Reading of={keeping}>
        {(data) => (
          <>
            <Part title={t('page.asks')}>
              {data.asks.length === 0 && <Empty>{t('page.no-asks')}</Empty>}
              {data.asks.map((ask) => (
                <AskCard key={ask.id} ask={ask} done={done} />
              ))}
            </Part>
            <Part title={t('page.holds')}>
              <Holds holds={data.holds} />
            </Part>
            <OpenRequests />
            <Part title={t('page.expiring')}>
              <Expiring expiring={data.expiring} />
            </Part>
            <Part title={t('page.certificates')}>
              <Certificates certificates={data.certificates} />
            </Part>
            <Part title={t('page.periods')}>
              <Periods periods={data.periods} done={done} />
            </Part>
          </>
        )}
      </Reading>
    </Page>
  );
};
