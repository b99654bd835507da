import { attachmentLimit, type RefusedFile } from '../../platform/files/read-images.ts';
import type { PageWords } from './page-words.ts';

export const megabytes = attachmentLimit.bytes / (1024 * 1024);

/** Lets up to ten pictures be chosen, and says what happens to them. */
export const ImagesField = ({ words, chooseAgain }: { words: PageWords; chooseAgain: boolean }) => (
  <div className="field">
    <label htmlFor="images">{words.t('reports.form.images.label')}</label>
    <p className="hint" id="images-hint">
      {words.t('reports.form.images.hint', { files: attachmentLimit.files, megabytes })}
    </p>
    {chooseAgain && <p className="again">{words.t('reports.error.files-again')}</p>}
    <input
      type="file"
      id="images"
      name="images"
      multiple
      accept="image/jpeg,image/png,image/webp,image/gif"
      aria-describedby="images-hint"
    />
  </div>
);

const refusedLine = ({ name, because }: RefusedFile, words: PageWords): string =>
  words.t(`reports.file.${because}`, {
    name: name === '' ? words.t('reports.file.no-name') : name,
    megabytes,
    files: attachmentLimit.files,
  });

const distinct = (lines: readonly string[]): string[] => [...new Set(lines)];

interface RefusedFilesProps {
  refused: readonly RefusedFile[];
  words: PageWords;
  /** True where the words beside the files have arrived. */
  arrived: boolean;
}

/** Names each file that was not taken and why; says nothing when all were. */
export const RefusedFiles = ({ refused, words, arrived }: RefusedFilesProps) =>
  refused.length > 0 && (
    <section className="notice" aria-labelledby="refused-title">
      <h2 id="refused-title">{words.t('reports.files.title', { count: refused.length })}</h2>
      <ul>
        {distinct(refused.map((file) => refusedLine(file, words))).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {arrived && <p>{words.t('reports.files.kept')}</p>}
    </section>
  );
