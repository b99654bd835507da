import { useQuery } from '@tanstack/react-query';
import { capturedMailQuery } from '../../console/api/community.ts';
import { StateMark } from '../../console/kit/marks.tsx';
import { Moment } from '../../console/kit/moments.tsx';
import { Empty, Page } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { communityWords } from '../words/index.ts';

/** What the demo would have mailed: every letter stays here, and none says what a report told. */
export const CapturedMailPage = () => {
  const { t } = useWords(communityWords);
  const mail = useQuery({ ...capturedMailQuery, refetchInterval: 10_000 });
  return (
    <Page title={t('mail.title')}>
      <p>{t('mail.words')}</p>
      <Reading of={mail}>
        {({ mails }) => (
          <>
            {mails.length === 0 && <Empty>{t('mail.none')}</Empty>}
            <ul className="cards">
              {mails.map((letter) => (
                <li key={letter.id} className="card">
                  <h2>{letter.subject}</h2>
                  <p className="hint">
                    {t('mail.to', { address: letter.to })} · <Moment at={letter.at} />
                  </p>
                  {!letter.delivered && <StateMark>{t('mail.waiting')}</StateMark>}
                  <pre className="words">{letter.text}</pre>
                </li>
              ))}
            </ul>
          </>
        )}
      </Reading>
    </Page>
  );
};
