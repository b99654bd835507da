import { acknowledgeTestPage, type Rota, sendTestPages } from '../../../console/api/community.ts';
import { StateMark } from '../../../console/kit/marks.tsx';
import { Moment } from '../../../console/kit/moments.tsx';
import { Notice, RefusalNotice } from '../../../console/kit/notice.tsx';
import { Empty, Part } from '../../../console/kit/page.tsx';
import { useHasRole } from '../../../console/kit/session.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { rotaWords } from '../../words/rota/index.ts';
import { useRotaAct } from './use-rota-act.ts';

type PageTest = Rota['pageTest'];

/** The test page that waits for me, before anything else on the page. */
export const MyTestPage = ({ id }: { id: string }) => {
  const { t } = useWords(rotaWords);
  const act = useRotaAct(() => acknowledgeTestPage(id));
  return (
    <Notice tone="careful" title={t('test.mine')} role="status">
      <p>{t('test.mine-words')}</p>
      {act.refusal && <RefusalNotice refusal={act.refusal} />}
      <button type="button" className="primary" disabled={act.isBusy} onClick={act.run}>
        {t('test.acknowledge')}
      </button>
    </Notice>
  );
};

const OfficerState = ({ officer }: { officer: PageTest['officers'][number] }) => {
  const { t } = useWords(rotaWords);
  if (officer.isFresh && officer.acknowledgedAt !== null)
    return (
      <>
        <StateMark tone="good">{t('test.state-fresh')}</StateMark> <Moment at={officer.acknowledgedAt} />
      </>
    );
  if (officer.isFresh) return <StateMark tone="good">{t('test.state-fresh')}</StateMark>;
  if (officer.sentAt === null) return <StateMark>{t('test.state-none')}</StateMark>;
  return (
    <>
      <StateMark tone="late">{t(officer.acknowledgedAt ? 'test.state-old' : 'test.state-waits')}</StateMark>{' '}
      <Moment at={officer.sentAt} />
    </>
  );
};

/** Who on the rota has shown that pages arrive, and what the public may therefore be promised. */
export const PageTest = ({ test }: { test: PageTest }) => {
  const { t } = useWords(rotaWords);
  const maySend = useHasRole('coordinator');
  const send = useRotaAct(sendTestPages);
  return (
    <Part title={t('test.title')}>
      <p>{t(test.isComplete ? 'test.complete' : 'test.incomplete', { days: test.days })}</p>
      {test.officers.length === 0 && <Empty>{t('test.nobody')}</Empty>}
      <ul className="rows">
        {test.officers.map((officer) => (
          <li key={officer.person.id} className="card-line">
            <span>{officer.person.name}</span> <OfficerState officer={officer} />
          </li>
        ))}
      </ul>
      {send.refusal && <RefusalNotice refusal={send.refusal} />}
      {maySend && test.officers.length > 0 && (
        <button type="button" disabled={send.isBusy} onClick={send.run}>
          {t('test.send')}
        </button>
      )}
    </Part>
  );
};
