import type { PublicSetting } from '../../platform/pages/setting.ts';
import type { Source } from '../contract.ts';
import { type EvidenceWords, wordsFor } from './evidence-words.ts';

/** The sources with these ids, in this order; one that is not there is left out. */
export const sourcesWith = (ids: readonly string[], sources: ReadonlyMap<string, Source>): Source[] =>
  ids.flatMap((id) => sources.get(id) ?? []);

/** A source in one line: title, publisher, year, and how far we could read it ourselves. */
export const SourceLine = ({ source, words }: { source: Source; words: EvidenceWords }) => {
  const { title, publisher, year, url, mark } = source;
  const about = [publisher, year].filter(Boolean).join(', ');
  return (
    <>
      {url ? (
        <a href={url} rel="noreferrer noopener">
          {title}
        </a>
      ) : (
        title
      )}
      {`. ${about}`}
      {mark !== 'read' && ` (${words.t(`evidence.mark.${mark}`)})`}
    </>
  );
};

/** What a page rests on; nothing where it cites nothing. */
export const SourceList = ({ setting, sources }: { setting: PublicSetting; sources: readonly Source[] }) => {
  const words = wordsFor(setting);
  if (sources.length === 0) return null;
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{words.t('evidence.sources')}</h2>
      <ul className="source-list">
        {sources.map((source) => (
          <li key={source.id}>
            <SourceLine source={source} words={words} />
          </li>
        ))}
      </ul>
    </section>
  );
};
