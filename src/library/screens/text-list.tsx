import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { type TextList, type TextRow, textsQuery } from '../../console/api/library.ts';
import { LanguageSelect } from '../../console/kit/language-select.tsx';
import { StateMark } from '../../console/kit/marks.tsx';
import { Empty, Fold, Page } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useHasRole } from '../../console/kit/session.tsx';
import { useSpeech, useWords } from '../../console/kit/speech.tsx';
import { libraryWords } from '../words/index.ts';
import { LanguageForm } from './language-form.tsx';
import { NewText } from './new-text.tsx';
import { libraryDeskWords } from './words/index.ts';

const shows = ['all', 'changed', 'open', 'missing'] as const;
type Show = (typeof shows)[number];

const isShown = (row: TextRow, show: Show): boolean => {
  if (show === 'changed') return row.standing === 'console' || row.standing === 'folder';
  if (show === 'open') return row.waiting + row.drafts > 0;
  return show === 'all' || row.standing === 'none';
};

const Row = ({ row }: { row: TextRow }) => {
  const { t } = useWords(libraryDeskWords);
  const shared = useWords(libraryWords);
  return (
    <Link to={`/library/texts/${row.language}/${row.id}`} data-row className="row">
      <span className="row-first">
        <span lang={row.standing === 'none' ? undefined : row.language} dir="auto">
          {row.title}
        </span>
      </span>
      <span className="row-second">
        <StateMark tone={row.standing === 'console' ? 'good' : 'quiet'}>{t(`standing.${row.standing}`)}</StateMark>
        {row.waiting > 0 && <StateMark tone="late">{t('texts.waiting', { count: row.waiting })}</StateMark>}
        {row.drafts > 0 && <StateMark>{t('texts.drafts', { count: row.drafts })}</StateMark>}
      </span>
      <span className="row-third">
        {row.id}
        {row.status && ` · ${shared.t(`library.status.${row.status}`)}`}
      </span>
    </Link>
  );
};

interface FilterProps {
  list: TextList;
  language: string;
  show: Show;
  sought: string;
  choose(change: { language?: string; show?: string }): void;
  seek(words: string): void;
}

const Filter = ({ list, language, show, sought, choose, seek }: FilterProps) => {
  const { t } = useWords(libraryDeskWords);
  return (
    <div className="find text-filter">
      <div>
        <LanguageSelect
          id="text-language"
          label={t('texts.language')}
          chosen={language}
          offered={list.languages}
          choose={(code) => choose({ language: code })}
        />
      </div>
      <div>
        <label htmlFor="text-show">{t('texts.show')}</label>
        <select id="text-show" value={show} onChange={(event) => choose({ show: event.target.value })}>
          {shows.map((each) => (
            <option key={each} value={each}>
              {t(`texts.${each}`)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="text-find">{t('texts.find')}</label>
        <input
          id="text-find"
          data-find
          type="search"
          autoComplete="off"
          value={sought}
          onChange={(event) => seek(event.target.value)}
        />
      </div>
    </div>
  );
};

const Texts = ({ list }: { list: TextList }) => {
  const { t } = useWords(libraryDeskWords);
  const speech = useSpeech();
  const [search, setSearch] = useSearchParams();
  const [sought, setSought] = useState('');
  const language = search.get('language') ?? speech.language;
  const show = shows.find((each) => each === search.get('show')) ?? 'all';
  const words = sought.trim().toLowerCase();
  const rows = list.rows.filter(
    (row) =>
      row.language === language &&
      isShown(row, show) &&
      (row.id.includes(words) || row.title.toLowerCase().includes(words)),
  );
  const choose = (change: object) => setSearch({ language, show, ...change }, { replace: true });
  return (
    <>
      <Filter list={list} language={language} show={show} sought={sought} choose={choose} seek={setSought} />
      {rows.length === 0 && <Empty>{t('texts.none')}</Empty>}
      <ul className="rows">
        {rows.map((row) => (
          <li key={row.id}>
            <Row row={row} />
          </li>
        ))}
      </ul>
    </>
  );
};

/** Every text of the library: in which language, how far its translation has come, and what stands over what. */
export const TextListPage = () => {
  const { t } = useWords(libraryDeskWords);
  const speech = useSpeech();
  const [search] = useSearchParams();
  const mayWrite = useHasRole('coordinator', 'administrator');
  const texts = useQuery(textsQuery);
  return (
    <Page title={t('texts.title')} kicker={<Link to="/library">{t('desk.title')}</Link>}>
      <p>{t('texts.lead')}</p>
      <Reading of={texts}>{(list) => <Texts list={list} />}</Reading>
      {mayWrite && (
        <>
          <Fold title={t('texts.add')}>
            <NewText language={search.get('language') ?? speech.language} />
          </Fold>
          <Fold title={t('texts.add-language')}>
            <LanguageForm />
          </Fold>
        </>
      )}
    </Page>
  );
};
