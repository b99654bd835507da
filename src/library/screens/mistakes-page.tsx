import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { mistakesQuery, settleMistake, type ToldMistakes } from '../../console/api/library.ts';
import { refusalOf } from '../../console/api/refusal.ts';
import { useAnnounce } from '../../console/kit/announce.tsx';
import { Words } from '../../console/kit/facts.tsx';
import { Ago } from '../../console/kit/moments.tsx';
import { RefusalNotice } from '../../console/kit/notice.tsx';
import { Empty, Page } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { libraryDeskWords } from './words/index.ts';

const Mistake = ({ mistake }: { mistake: ToldMistakes['mistakes'][number] }) => {
  const { t } = useWords(libraryDeskWords);
  const client = useQueryClient();
  const announce = useAnnounce();
  const settle = useMutation({
    mutationFn: () => settleMistake(mistake.id),
    onSuccess: (left) => {
      client.setQueryData(mistakesQuery.queryKey, left);
      announce(t('mistakes.settled'));
    },
  });
  const [, language] = mistake.page.split('/');
  return (
    <li className="card">
      <h2>{mistake.page ? <a href={mistake.page}>{mistake.page}</a> : t('mistakes.no-page')}</h2>
      <Words lang={language}>{mistake.words}</Words>
      <p className="hint">
        <Ago at={mistake.toldAt} />
      </p>
      {settle.error && <RefusalNotice refusal={refusalOf(settle.error)} />}
      <button type="button" onClick={() => settle.mutate()} disabled={settle.isPending}>
        {t('mistakes.settle')} <span className="unseen">{mistake.page || t('mistakes.no-page')}</span>
      </button>
    </li>
  );
};

/** What readers told about the library's pages, to be put right and taken from the list. */
export const MistakesPage = () => {
  const { t } = useWords(libraryDeskWords);
  const mistakes = useQuery(mistakesQuery);
  return (
    <Page title={t('mistakes.title')} kicker={<Link to="/library">{t('desk.title')}</Link>}>
      <p>
        {t('mistakes.lead')} <Link to="/reports/new">{t('mistakes.enter')}</Link>
      </p>
      <Reading of={mistakes}>
        {({ mistakes: told }) =>
          told.length === 0 ? (
            <Empty>{t('mistakes.none')}</Empty>
          ) : (
            <ul className="cards">
              {told.map((mistake) => (
                <Mistake key={mistake.id} mistake={mistake} />
              ))}
            </ul>
          )
        }
      </Reading>
    </Page>
  );
};
