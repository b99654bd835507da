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

/** The small form to tell a mistake in a page of the library: no account, no script, and no place for a warning. */
export const renderMistake = (props: MistakePageProps): string => {
  const { setting, page } = props;
  const words = wordsFor(setting);
  const title = words.t('library.mistake.title');
  return renderFrame({
    setting,
    words,
    title,
    path: '/mistake',
    isPrivate: true,
    children: (
      <>
        <h1>{title}</h1>
        <p className="lead">{words.t('library.mistake.lead')}</p>
        {page && (
          <p>
            {words.t('library.mistake.page')} <a href={page}>{page}</a>
          </p>
        )}
        <p>
          <strong>{words.t('library.mistake.not-here')}</strong>{' '}
          <a href={`/${setting.language}/report`}>{words.t('library.guide.report')}</a>
        </p>
        <Form {...props} t={words.t} />
      </>
    ),
  });
};

/** Says that it arrived and what becomes of it. */
export const renderMistakeThanks = (setting: PublicSetting, page: string): string => {
  const words = wordsFor(setting);
  const title = words.t('library.mistake.thanks');
  return renderFrame({
    setting,
    words,
    title,
    path: '/mistake',
    isPrivate: true,
    children: (
      <>
        <h1>{title}</h1>
        <p className="lead">{words.t('library.mistake.next')}</p>
        <p>
          <a href={page || `/${setting.language}/library`}>{words.t('library.mistake.back')}</a>
        </p>
      </>
    ),
  });
};
