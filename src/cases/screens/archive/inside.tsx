import { Facts } from '../../../console/kit/facts.tsx';
import { Moment } from '../../../console/kit/moments.tsx';
import { Notice } from '../../../console/kit/notice.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import type { levelsOfConcern } from '../../contract.ts';
import { caseWords } from '../../words/index.ts';
import type { Stage } from '../../words/vocabulary.ts';
import { Proof } from './brought.tsx';
import type { ArchiveLookedAt } from './calls.ts';
import { archiveWords } from './words/index.ts';

const Before = ({ before }: Pick<ArchiveLookedAt, 'before'>) => {
  const { t, formatDate } = useWords(archiveWords);
  if (before.length === 0) return null;
  return (
    <Notice tone="careful" role="status">
      {before.map(({ number, at, isSame }) => (
        <p key={number}>{t(isSame ? 'bring.same' : 'bring.before', { number, at: formatDate(at) })}</p>
      ))}
    </Notice>
  );
};

const Faults = ({ faults }: Pick<ArchiveLookedAt, 'faults'>) => {
  const { t } = useWords(archiveWords);
  if (faults.length === 0) return null;
  return (
    <Notice tone="bad" title={t('bring.faults')} role="alert">
      <ul>
        {faults.map(({ because, file }) => (
          <li key={`${because} ${file}`}>{t(`bring.fault.${because}`)}</li>
        ))}
      </ul>
    </Notice>
  );
};

/** What an archive holds, what its proof shows, and what becomes of it here. */
export const Inside = ({ looked }: { looked: ArchiveLookedAt }) => {
  const { t } = useWords(archiveWords);
  const words = useWords(caseWords);
  const { holds } = looked;
  return (
    <>
      <h3>{t('bring.holds')}</h3>
      <Faults faults={looked.faults} />
      <Before before={looked.before} />
      <Facts
        rows={[
          [t('brought.from'), looked.from],
          [t('bring.case'), `${looked.number} · ${looked.title}`],
          [t('bring.state'), `${t(`bring.state.${looked.state}`)}, ${words.t(`stage.${looked.stage as Stage}`)}`],
          [t('brought.level'), words.t(`level.${looked.levelOfConcern as (typeof levelsOfConcern)[number]}`)],
          [t('brought.made'), <Moment key="made" at={looked.madeAt} />],
          [t('bring.holds'), t('bring.counts', { ...holds, actions: holds.openActions })],
          [t('brought.proof'), <Proof key="proof" proof={looked.proof} />],
          [
            t('brought.hash'),
            <code key="hash" className="fingerprint">
              {looked.sha256}
            </code>,
          ],
        ]}
      />
      {looked.closedReports > 0 && <p>{t('bring.closed-reports', { count: looked.closedReports })}</p>}
      <p className="hint">{t('bring.becomes')}</p>
    </>
  );
};
