import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Language, ownNames, type Translator, translator } from '../i18n/index.ts';
import { EmergencyNumbers } from './call-link.tsx';
import { leaveScript } from './leave-script.ts';
import type { PublicSetting } from './setting.ts';
import { type ShellKey, shellWords } from './words/index.ts';

export interface PublicPageProps {
  setting: PublicSetting;
  title: string;
  /** The page's path after the language, to offer it in the others; left out where changing would lose what stands on it. */
  path?: string;
  /** True for what belongs to one person alone and must not be found by a search. */
  isPrivate?: boolean;
  /** True for the very first page, which has no script at all: leaving it is a plain link. */
  isFirst?: boolean;
  children: ReactNode;
}

type Words = Translator<ShellKey>;

/** Where a page that must be left at once goes: something everybody may be reading. */
const neutralPage = (language: Language) => `https://${language}.wikipedia.org/`;

const Head = ({ setting, title, isPrivate, isFirst, words }: PublicPageProps & { words: Words }) => (
  <head>
    <meta charSet="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="no-referrer" />
    <meta name="format-detection" content="telephone=no" />
    {isPrivate && <meta name="robots" content="noindex" />}
    <title>{`${title} · ${setting.communityName}`}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href={setting.stylesheet} />
    {!isFirst && (
      <script
        defer
        src={leaveScript.path}
        data-sending={words.t('shell.sending')}
        data-not-sent={words.t('shell.not-sent', { number: setting.emergencyNumbers[0]?.number ?? '112' })}
      />
    )}
  </head>
);

const Bar = ({ setting, words }: { setting: PublicSetting; words: Words }) => (
  <aside className="bar" aria-labelledby="bar-call">
    <p id="bar-call">{words.t('shell.emergency.now')}</p>
    <EmergencyNumbers numbers={setting.emergencyNumbers} words={words} className="bar-numbers" />
    <a className="leave" href={neutralPage(setting.language)} rel="noreferrer noopener">
      {words.t('shell.leave')}
    </a>
  </aside>
);

const Languages = ({ setting, path, words }: { setting: PublicSetting; path: string; words: Words }) => (
  <nav className="languages" aria-label={words.t('shell.languages')}>
    <ul>
      {setting.languages.map((language) => (
        <li key={language}>
          <a
            href={`/${language}${path}`}
            hrefLang={language}
            lang={language}
            aria-current={language === setting.language ? 'true' : undefined}
          >
            {ownNames[language]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const Page = (props: PublicPageProps) => {
  const { setting, path, children } = props;
  const words = translator(shellWords, setting.language, setting.timeZone);
  return (
    <html lang={setting.language}>
      <Head {...props} words={words} />
      <body>
        <a className="skip" href="#page">
          {words.t('shell.skip')}
        </a>
        <Bar setting={setting} words={words} />
        <header className="top">
          <a className="community" href={`/${setting.language}`}>
            {setting.logo && <img className="logo" src={`/${setting.language}/logo?${setting.logo}`} alt="" />}
            {setting.communityName}
          </a>
          {path !== undefined && <Languages setting={setting} path={path} words={words} />}
        </header>
        <main id="page" tabIndex={-1}>
          {children}
        </main>
        <footer className="foot">
          <ul className="foot-links">
            <li>
              <a href={`/${setting.language}/library`}>{words.t('shell.library')}</a>
            </li>
            <li>
              <a href={`/${setting.language}/help`}>{words.t('shell.help')}</a>
            </li>
            <li>
              <a href={`/${setting.language}/accessibility`}>{words.t('shell.accessibility')}</a>
            </li>
            <li>
              <a href={`/${setting.language}/privacy`}>{words.t('shell.privacy')}</a>
            </li>
          </ul>
          <p>{words.t('shell.footer.not-emergency')}</p>
          <p>
            {words.t('shell.footer.free')} <a href="/console/">{words.t('shell.footer.staff')}</a>
          </p>
        </footer>
      </body>
    </html>
  );
};

/** Two letters at the start of an address are a language: one of ours, or one that a community added to its library. */
const ownAddresses = / (href|action|src)="\/([a-z]{2})(?=["/?#])/g;

/** Pages name each other as if their community stood alone; where it does not, its name is put before each address. */
const withBase = (html: string, base: string): string =>
  base === '' ? html : html.replaceAll(ownAddresses, (_, name, language) => ` ${name}="${base}/${language}`);

/** The whole page as text: complete without script, and nothing in it comes from another place. */
export const renderPublicPage = (props: PublicPageProps): string =>
  `<!doctype html>${withBase(renderToStaticMarkup(<Page {...props} />), props.setting.base ?? '')}`;
