import type { ReactNode } from 'react';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { renderFrame } from '../pages/frame.tsx';
import { type PageWords, wordsFor } from '../pages/page-words.ts';

export interface MistakePageProps {
  setting: PublicSetting;
  /** The page that the mistake is on; empty where the reader came from nowhere. */
  page: string;
  words: string;
  error?: 'required' | 'too-long';
}

/** As many characters as a reader may write. */
export const longestMistake = 2_000;

const Form = ({ setting, page, words: typed, error, t }: MistakePageProps & { t: PageWords['t'] }) => (
  <form method="post" action={`/${setting.language}/library/mistake`} noValidate>
    <input type="hidden" name="page" value={page} />
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor="words">{t('library.mistake.words')}</label>
      <p className="hint" id="words-hint">
        {t('library.mistake.hint')}
      </p>
      {error && (
        <p className="error" id="words-error">
          {t(`library.mistake.${error}`)}
        </p>
      )}
      <textarea
        id="words"
        name="words"
        rows={6}
        autoComplete="off"
        aria-required
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'words-hint words-error' : 'words-hint'}
        defaultValue={typed}
      />
    </div>
    <button type="submit">{t('library.mistake.send')}</button>
  </form>
);

type Titled = { setting: PublicSetting; title: 'title' | 'thanks'; lead: 'lead' | 'next' };

const renderAboutMistake = ({ setting, title, lead }: Titled, rest: (words: PageWords) => ReactNode): string => {
  const words = wordsFor(setting);
  const said = words.t(`library.mistake.${title}`);
  return renderFrame({
    setting,
    words,
    title: said,
    path: '/mistake',
    isPrivate: true,
    children: (
      <>
        <h1>{said}</h1>
        <p className="lead">{words.t(`library.mistake.${lead}`)}</p>
        {rest(words)}
      </>
    ),
  });
};

/** The small form to tell a mistake in a page of the library: no account, no script, and no place for a warning. */
export const renderMistake = (props: MistakePageProps): string => {
  const { setting, page } = props;
  return renderAboutMistake({ setting, title: 'title', lead: 'lead' }, ({ t }) => (
    <>
      {page && (
        <p>
          {t('library.mistake.page')} <a href={page}>{page}</a>
        </p>
      )}
      <p>
        <strong>{t('library.mistake.not-here')}</strong>{' '}
        <a href={`/${setting.language}/report`}>{t('library.guide.report')}</a>
      </p>
      <Form {...props} t={t} />
    </>
  ));
};

/** Says that it arrived and what becomes of it. */
export const renderMistakeThanks = (setting: PublicSetting, page: string): string =>
  renderAboutMistake({ setting, title: 'thanks', lead: 'next' }, ({ t }) => (
    <p>
      <a href={page || `/${setting.language}/library`}>{t('library.mistake.back')}</a>
    </p>
  ));
