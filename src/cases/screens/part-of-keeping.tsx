import { useQuery } from '@tanstack/react-query';
import { Due } from '../../console/kit/moments.tsx';
import { Empty, Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { openRequestsQuery } from './subject-requests/calls.ts';
import { requestWords } from './subject-requests/words/index.ts';

/** The open requests of persons of concern by case and date: what keeps a case from being destroyed, and until when it is to be answered. */
export const OpenRequests = () => {
  const { t } = useWords(requestWords);
  const open = useQuery(openRequestsQuery);
  return (
    <Part title={t('asks.open-title')}>
      <Reading of={open}>
        {({ requests }) =>
          requests.length === 0 ? (
            <Empty>{t('asks.open-none')}</Empty>
          ) : (
            <ul className="cards">
              {requests.map(({ id, caseNumber, kind, askedBy, dueAt }) => (
                <li key={id} className="card">
                  <p className="row-first">
                    <span>
                      {t('asks.open-case')} <span className="number">{caseNumber}</span>
                    </span>
                    <Due at={dueAt} />
                  </p>
                  <p className="hint">
                    {t(`asks.kind.${kind}`)} · {t(`asks.asker.${askedBy}`)}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
    </Part>
  );
};
