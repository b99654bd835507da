import type { PageWords } from './page-words.ts';

/** What a test that is right 99 times in 100 flags in a city of a million with one attacker: 10,000 dots, one of them dark. */
export const BaseRate = ({ words }: { words: PageWords }) => (
  <figure className="base-rate">
    <svg viewBox="0 0 404 404" role="img" aria-labelledby="base-rate-title base-rate-words">
      <title id="base-rate-title">{words.t('library.rate.title')}</title>
      <desc id="base-rate-words">{words.t('library.rate.words')}</desc>
      <defs>
        <pattern id="base-rate-dot" width="4" height="4" patternUnits="userSpaceOnUse" x="2" y="2">
          <circle className="harmless" cx="2" cy="2" r="1.3" />
        </pattern>
      </defs>
      <rect x="2" y="2" width="400" height="400" fill="url(#base-rate-dot)" />
      <circle className="halo" cx="244" cy="152" r="9" />
      <circle className="one" cx="244" cy="152" r="3.4" />
    </svg>
    <figcaption>
      <p>{words.t('library.rate.one-dot')}</p>
      <p>
        <span className="key one" aria-hidden="true" /> {words.t('library.rate.one')}
      </p>
      <p>
        <span className="key harmless" aria-hidden="true" /> {words.t('library.rate.others')}
      </p>
    </figcaption>
  </figure>
);
