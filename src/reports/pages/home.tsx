import { EmergencyNumbers } from '../../platform/pages/call-link.tsx';
import { renderPublicPage } from '../../platform/pages/public-page.tsx';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import type { ReportsKey } from '../words/index.ts';
import { nextReadText } from './next-read.ts';
import { firstNumber, type PageWords, wordsFor } from './page-words.ts';

export interface HomeProps {
  setting: PublicSetting;
  /** When somebody next reads by the rota (ISO 8601); null when no shift is planned. */
  nextRead: string | null;
  /** Minutes to human eyes where life is in danger, once everybody on the rota has shown that pages arrive. */
  promisedMinutes: number | null;
  /** True where the address names no language yet: that page has no script. */
  isFirst?: boolean;
}

const worth = ['threat', 'preparing', 'changed', 'self-harm', 'told'] as const;
const hidden = ['name', 'sealed', 'life'] as const;
const notHidden = ['device', 'network', 'words'] as const;

const List = ({ keys, words }: { keys: readonly ReportsKey[]; words: PageWords }) => (
  <ul>
    {keys.map((key) => (
      <li key={key}>{words.t(key)}</li>
    ))}
  </ul>
);

const Doors = ({ language, words }: { language: string; words: PageWords }) => (
  <p className="doors">
    <a className="button" href={`/${language}/report`}>
      {words.t('reports.home.report')}
    </a>
    <a className="button second" href={`/${language}/receipt`}>
      {words.t('reports.home.return')}
    </a>
  </p>
);

const Worth = ({ words }: { words: PageWords }) => (
  <section aria-labelledby="worth">
    <h2 id="worth">{words.t('reports.home.worth.title')}</h2>
    <List keys={worth.map((each) => `reports.home.worth.${each}` as const)} words={words} />
    <p>{words.t('reports.home.worth.unsure')}</p>
    <p>{words.t('reports.home.worth.never')}</p>
  </section>
);

const Next = ({ setting, nextRead, promisedMinutes, words }: HomeProps & { words: PageWords }) => (
  <section aria-labelledby="next">
    <h2 id="next">{words.t('reports.home.next.title')}</h2>
    <ol>
      <li>{words.t('reports.home.next.receipt')}</li>
      <li>
        {words.t('reports.home.next.read')} {nextReadText('reports.next.known', nextRead, setting, words)}
        {promisedMinutes !== null && ` ${words.t('reports.home.next.promised', { count: promisedMinutes })}`}
      </li>
      <li>{words.t('reports.home.next.decide')}</li>
      <li>{words.t('reports.home.next.return')}</li>
    </ol>
  </section>
);

const Hide = ({ words }: { words: PageWords }) => (
  <section aria-labelledby="hide">
    <h2 id="hide">{words.t('reports.home.hide.title')}</h2>
    <List keys={hidden.map((each) => `reports.home.hide.${each}` as const)} words={words} />
    <p>{words.t('reports.home.hide.cannot')}</p>
    <List keys={notHidden.map((each) => `reports.home.hide.${each}` as const)} words={words} />
    <p className="quiet">{words.t('reports.home.hide.leave')}</p>
  </section>
);

/** The first page: whom to call, what is worth telling, what happens then, and what we cannot hide. */
export const renderHome = (props: HomeProps): string => {
  const { setting, isFirst = false } = props;
  const words = wordsFor(setting);
  return renderPublicPage({
    setting,
    title: words.t('reports.home.title'),
    path: '',
    isFirst,
    children: (
      <>
        <section className="call">
          <p>{words.t('reports.home.danger', { number: firstNumber(setting) })}</p>
          <EmergencyNumbers numbers={setting.emergencyNumbers} words={words} />
        </section>
        <h1>{words.t('reports.home.title')}</h1>
        <p className="lead">{words.t('reports.home.lead')}</p>
        <Doors language={setting.language} words={words} />
        <Worth words={words} />
        <Next {...props} words={words} />
        <Hide words={words} />
        <Doors language={setting.language} words={words} />
        <p>
          <a href={`/${setting.language}/library`}>{words.t('shell.library')}</a>
        </p>
      </>
    ),
  });
};
