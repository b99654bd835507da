import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { goBack, type OpenedText, type TextPlace, textQuery, textsQuery } from '../../console/api/library.ts';
import { refusalOf } from '../../console/api/refusal.ts';
import { useAnnounce } from '../../console/kit/announce.tsx';
import { Event, Facts, Story } from '../../console/kit/facts.tsx';
import { StateMark } from '../../console/kit/marks.tsx';
import { Moment } from '../../console/kit/moments.tsx';
import { Notice, RefusalNotice } from '../../console/kit/notice.tsx';
import { Empty, Page, Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useHasRole, useSession } from '../../console/kit/session.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { statuses } from '../contract.ts';
import { libraryWords } from '../words/index.ts';
import { TextEditor } from './text-editor.tsx';
import { libraryDeskWords } from './words/index.ts';

const versionAddress = ({ language, id }: TextPlace, number: number) =>
  `/library/texts/${language}/${id}/versions/${number}`;

const State = ({ text }: { text: OpenedText }) => {
  const { t } = useWords(libraryDeskWords);
  const shared = useWords(libraryWords);
  const status = statuses.find((each) => each === text.fields?.status);
  return (
    <Facts
      rows={[
        [t('text.stands'), <StateMark key="stands">{t(`standing.${text.standing}`)}</StateMark>],
        text.standing === 'console' && [t('text.below'), t(`standing.${text.below}`)],
        status && [t('text.status'), shared.t(`library.status.${status}`)],
        text.standing !== 'none' && [
          t('text.page'),
          <a key="page" href={text.address}>
            {text.address}
          </a>,
        ],
      ]}
    />
  );
};

const Waiting = ({ text }: { text: OpenedText }) => {
  const { t } = useWords(libraryDeskWords);
  const waiting = text.versions.filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return null;
  return (
    <Notice tone="careful" title={t('text.waiting')}>
      <ul>
        {waiting.map(({ number, author }) => (
          <li key={number}>
            <Link to={versionAddress(text, number)}>{t('text.waiting-by', { number, name: author.name })}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
};

/** What stood before and can stand again: each approved version that is not the standing one, and what lies below. */
const WaysBack = ({ text }: { text: OpenedText }) => {
  const { t } = useWords(libraryDeskWords);
  const client = useQueryClient();
  const announce = useAnnounce();
  const back = useMutation({
    mutationFn: (version: number | null) => goBack(text, version, text.position),
    onSuccess: (opened) => {
      client.setQueryData(textQuery(text).queryKey, opened);
      void client.invalidateQueries({ queryKey: ['library-texts'] });
      announce(t('text.gone-back'));
    },
    onError: () => client.invalidateQueries(textQuery(text)),
  });
  const earlier = text.versions.filter(({ number, state }) => state === 'approved' && number !== text.version);
  return (
    <>
      {back.error && <RefusalNotice refusal={refusalOf(back.error)} />}
      <div className="moves">
        {earlier.map(({ number }) => (
          <button key={number} type="button" onClick={() => back.mutate(number)} disabled={back.isPending}>
            {t('text.go-back', { number })}
          </button>
        ))}
        {text.version !== null && (
          <button type="button" onClick={() => back.mutate(null)} disabled={back.isPending}>
            {t('text.go-back-below', { standing: t(`standing.${text.below}`) })}
          </button>
        )}
      </div>
    </>
  );
};

const History = ({ text, mayWrite }: { text: OpenedText; mayWrite: boolean }) => {
  const { t } = useWords(libraryDeskWords);
  return (
    <Part title={t('text.history')}>
      {text.publications.length === 0 && <Empty>{t('text.no-history')}</Empty>}
      <Story>
        {text.publications.map(({ position, version, by, at }) => (
          <Event key={position} when={<Moment at={at} />}>
            {version === null
              ? t('text.stood-below', { name: by.name })
              : t('text.stood', { number: version, name: by.name })}
          </Event>
        ))}
      </Story>
      {mayWrite && <WaysBack text={text} />}
    </Part>
  );
};

const Versions = ({ text }: { text: OpenedText }) => {
  const { t } = useWords(libraryDeskWords);
  if (text.versions.length === 0) return null;
  return (
    <Part title={t('text.versions')}>
      <ul className="cards">
        {text.versions.map(({ number, state, author, writtenAt }) => (
          <li key={number} className="card">
            <p>
              <Link to={versionAddress(text, number)}>{t('text.version', { number })}</Link>{' '}
              <StateMark tone={state === 'approved' ? 'good' : 'quiet'}>{t(`state.${state}`)}</StateMark>
            </p>
            <p>
              {t('text.by', { name: author.name })} · <Moment at={writtenAt} />
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
};

const Writing = ({ text }: { text: OpenedText }) => {
  const { t } = useWords(libraryDeskWords);
  const { person } = useSession();
  const list = useQuery(textsQuery);
  const direction = list.data?.languages.find(({ code }) => code === text.language)?.direction ?? 'ltr';
  const isWaiting = text.versions.some(({ state, author }) => state === 'waiting' && author.id === person.id);
  return (
    <Part title={t('text.write')}>
      {isWaiting ? <p>{t('edit.waits')}</p> : <TextEditor text={text} direction={direction} />}
    </Part>
  );
};

/** One text: what stands, what waits, where it is written, and everything that ever stood. */
export const TextPage = () => {
  const { t } = useWords(libraryDeskWords);
  const { language = '', text: id = '' } = useParams();
  const mayWrite = useHasRole('coordinator', 'administrator');
  const text = useQuery(textQuery({ language, id }));
  return (
    <Page
      title={text.data?.fields?.title ?? id}
      kicker={
        <>
          <Link to={`/library/texts?language=${language}`}>{t('text.back')}</Link> · {id} · {language}
        </>
      }
    >
      <Reading of={text}>
        {(opened) => (
          <>
            <State text={opened} />
            <Waiting text={opened} />
            {mayWrite && <Writing key={`${language} ${id}`} text={opened} />}
            <History text={opened} mayWrite={mayWrite} />
            <Versions text={opened} />
          </>
        )}
      </Reading>
    </Page>
  );
};
