import { type FormEvent, useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { FindMatch } from '../api/find.ts';
import { RefusalNotice } from '../kit/notice.tsx';
import { Empty, Page } from '../kit/page.tsx';
import { useConsoleWords } from '../kit/speech.tsx';
import { type Finding, useFind } from './use-find.ts';

const Match = ({ match }: { match: FindMatch }) => {
  const { t } = useConsoleWords();
  const { before, match: found, after } = match.snippet;
  return (
    <Link to={`/${match.kind}s/${match.id}`} data-row className="row">
      <span className="row-first">
        <span>{t(`find.${match.kind}`)}</span>
        <span className="number">{match.number}</span>
      </span>
      <span className="row-second">
        <span>
          {before}
          <mark>{found}</mark>
          {after}
        </span>
      </span>
    </Link>
  );
};

const Standing = ({ finding }: { finding: Finding }) => {
  const { t } = useConsoleWords();
  const { state, scanned, next, matches, refusal } = finding;
  if (refusal) return <RefusalNotice refusal={refusal} />;
  const count = { scanned, count: matches.length };
  return (
    <div role="status">
      {state === 'looking' && <p>{t('find.looking', count)}</p>}
      {state === 'done' && <p>{t(next ? 'find.so-far' : 'find.through', count)}</p>}
      {(state === 'busy' || state === 'fault') && <p>{t(`find.${state}`)}</p>}
      {state === 'done' && !next && matches.length === 0 && <Empty>{t('find.none')}</Empty>}
    </div>
  );
};

/** Looks for words in every report and case that one may open. What is sought stands in no address and is not kept. */
export const FindPage = () => {
  const { t } = useConsoleWords();
  const [words, setWords] = useState('');
  const { finding, find, goOn, stop } = useFind();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a search ends when its screen is left, and only then
  useEffect(() => stop, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim().length >= 2) void find(words.trim());
  };
  return (
    <Page title={t('shell.find')}>
      <p>{t('find.words')}</p>
      <form className="find" onSubmit={submit}>
        <label htmlFor="find-words">{t('find.label')}</label>
        <input
          id="find-words"
          data-find
          type="search"
          autoComplete="off"
          maxLength={200}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <button type="submit">{t('find.act')}</button>
        {finding.state === 'looking' && (
          <button type="button" onClick={stop}>
            {t('find.stop')}
          </button>
        )}
      </form>
      <Standing finding={finding} />
      <ul className="rows">
        {finding.matches.map((match) => (
          <li key={match.id}>
            <Match match={match} />
          </li>
        ))}
      </ul>
      {finding.state === 'done' && finding.next && (
        <button type="button" onClick={() => goOn(words.trim())}>
          {t('find.go-on')}
        </button>
      )}
    </Page>
  );
};
