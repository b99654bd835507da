import type { PublicSetting } from '../../platform/pages/setting.ts';
import type { Article } from '../reading/article.ts';
import { drawText } from '../reading/draw-text.ts';
import { addressOf, articleOf, type Library } from '../reading/library.ts';
import { Prose } from '../screens/prose.tsx';
import { BaseRate } from './base-rate.tsx';
import { type Citing, citing } from './citing.ts';
import { renderFrame, Sources } from './frame.tsx';
import { type PageWords, wordsFor } from './page-words.ts';

/** Which parts of which articles make up the guide; the articles have the same parts in every language. */
const parts = {
  signs: { id: 'prevent.warning-signs', sections: [1, 2, 3] },
  rate: { id: 'prevent.no-profile-no-score', sections: [0] },
  notSigns: { id: 'prevent.no-profile-no-score', sections: [2] },
  protects: { id: 'prevent.protective-factors', sections: [1] },
} as const;

type Sections = Article['sections'];

const sectionsOf = (library: Library, words: PageWords, { id, sections }: (typeof parts)[keyof typeof parts]) => {
  const article = articleOf(library, words.language, id);
  return { article, sections: sections.flatMap((nth): Sections => article?.sections.slice(nth, nth + 1) ?? []) };
};

const ReportButton = ({ language, words }: { language: string; words: PageWords }) => (
  <p className="no-print">
    <a className="button" href={`/${language}/report`}>
      {words.t('library.guide.report')}
    </a>
  </p>
);

const Whole = ({ article, words }: { article: Article | undefined; words: PageWords }) =>
  article ? (
    <p>
      <a href={addressOf(article)}>{words.t('library.guide.whole', { title: article.title })}</a>
    </p>
  ) : null;

const Texts = ({ sections, cited }: { sections: Sections; cited: Citing }) =>
  sections.map(({ title, markdown }) => <Prose key={title} tree={drawText(markdown, cited)} />);

/** The warning signs with what to do about each, what is not a sign, why there is no score, and the button to report. */
export const renderGuide = (setting: PublicSetting, library: Library): string => {
  const words = wordsFor(setting);
  const signs = sectionsOf(library, words, parts.signs);
  const rate = sectionsOf(library, words, parts.rate);
  const notSigns = sectionsOf(library, words, parts.notSigns);
  const protects = sectionsOf(library, words, parts.protects);
  const texts = [signs, notSigns, rate, protects].flatMap(({ sections }) => sections.map(({ markdown }) => markdown));
  const cited = citing(library, words, texts);
  const title = words.t('library.guide.title');
  return renderFrame({
    setting,
    words,
    title,
    path: '/warning-signs',
    children: (
      <>
        <h1>{title}</h1>
        <p className="lead">{words.t('library.guide.lead')}</p>
        <ReportButton language={setting.language} words={words} />
        {signs.sections.map(({ title: kind, markdown }, index) => (
          <section key={kind} className="kind-of-sign" aria-labelledby={`kind-${index}`}>
            <h2 id={`kind-${index}`}>{kind}</h2>
            <Prose tree={drawText(markdown, cited)} />
          </section>
        ))}
        <Whole article={signs.article} words={words} />
        <section aria-labelledby="not-signs">
          <h2 id="not-signs">{words.t('library.guide.not-signs')}</h2>
          <Texts sections={notSigns.sections} cited={cited} />
        </section>
        <section aria-labelledby="no-score">
          <h2 id="no-score">{words.t('library.guide.no-score')}</h2>
          <BaseRate words={words} />
          <Texts sections={rate.sections} cited={cited} />
          <Whole article={rate.article} words={words} />
        </section>
        <section aria-labelledby="protects">
          <h2 id="protects">{words.t('library.guide.protects')}</h2>
          <Texts sections={protects.sections} cited={cited} />
          <Whole article={protects.article} words={words} />
        </section>
        <ReportButton language={setting.language} words={words} />
        <Sources citing={cited} words={words} />
      </>
    ),
  });
};
