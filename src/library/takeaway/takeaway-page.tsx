import { renderFrame } from '../pages/frame.tsx';
import { codeOf, type LibrarySetting } from '../pages/page-words.ts';
import type { BookKind } from './make-book.ts';
import { type TakeawayWords, wordsFor } from './takeaway-words.ts';

export interface TakeawayPageProps {
  setting: LibrarySetting;
  /** In which kinds the book of this language can be made. */
  kinds: readonly BookKind[];
}

type Props = TakeawayPageProps & { words: TakeawayWords };

const Sheet = ({ setting, words, kind }: Props & { kind: 'poster' | 'card' }) => {
  const address = `/${setting.language}/library/take-away/${kind}`;
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{words.t(`takeaway.${kind}`)}</h2>
      <p>{words.t(`takeaway.${kind}.about`)}</p>
      <ul className="tall">
        <li>
          <a href={address}>{words.t('takeaway.show')}</a>
        </li>
        <li>
          <a href={`${address}.pdf`}>{words.t('takeaway.as-pdf')}</a>
        </li>
      </ul>
    </section>
  );
};

const Book = ({ setting, kinds, words }: Props) => (
  <section aria-labelledby="book">
    <h2 id="book">
      {words.t('takeaway.book')}
      {setting.added && (
        <>
          {' '}
          (<span lang={setting.added.code}>{setting.added.name}</span>)
        </>
      )}
    </h2>
    <ul className="tall">
      {kinds.map((kind) => (
        <li key={kind}>
          <a href={`/${codeOf(setting)}/library/take-away/library.${kind}`}>{words.t(`takeaway.${kind}`)}</a>
        </li>
      ))}
    </ul>
    {!kinds.includes('pdf') && <p>{words.t('takeaway.no-pdf')}</p>}
  </section>
);

/** Its buttons are shown by the script, and only where the browser can keep pages. */
const Offline = ({ words }: Props) => (
  <section aria-labelledby="offline">
    <h2 id="offline">{words.t('takeaway.offline')}</h2>
    <p>{words.t('takeaway.offline.about')}</p>
    <p>{words.t('takeaway.offline.shared')}</p>
    <p
      className="doors"
      id="offline-doors"
      hidden
      data-kept={words.t('takeaway.offline.kept')}
      data-not-kept={words.t('takeaway.offline.not-kept')}
      data-forgotten={words.t('takeaway.offline.forgotten')}
    >
      <button type="button" id="offline-keep">
        {words.t('takeaway.offline.keep')}
      </button>
      <button type="button" className="second" id="offline-forget">
        {words.t('takeaway.offline.forget')}
      </button>
    </p>
    <p role="status" id="offline-said" />
  </section>
);

/** All that can be taken along: the book, the poster, the card, and the library on the device itself. */
export const renderTakeaway = (props: TakeawayPageProps): string => {
  const { setting } = props;
  const words = wordsFor(setting);
  return renderFrame({
    setting,
    words,
    title: words.t('takeaway.title'),
    path: '/take-away',
    children: (
      <>
        <h1>{words.t('takeaway.title')}</h1>
        <p className="lead">{words.t('takeaway.lead')}</p>
        <Book {...props} words={words} />
        <Offline {...props} words={words} />
        <Sheet {...props} words={words} kind="poster" />
        <Sheet {...props} words={words} kind="card" />
      </>
    ),
  });
};
