import { errorText } from './fields.tsx';
import type { FieldErrors } from './form-values.ts';
import type { PageWords } from './page-words.ts';

interface ErrorSummaryProps {
  errors: FieldErrors;
  words: PageWords;
  /** False where nothing was typed that could be lost. */
  isKept?: boolean;
}

/** All that is to mend, each linked to its field; nothing when there is nothing to mend. */
export const ErrorSummary = ({ errors, words, isKept = true }: ErrorSummaryProps) => {
  const found = Object.entries(errors);
  if (found.length === 0) return null;
  return (
    <section className="summary" aria-labelledby="summary-title" role="alert" tabIndex={-1}>
      <h2 id="summary-title">{words.t('reports.errors.title', { count: found.length })}</h2>
      {isKept && <p>{words.t('reports.errors.kept')}</p>}
      <ul>
        {found.map(([field, error]) => (
          <li key={field}>{error && <a href={`#${field}`}>{errorText(error, words)}</a>}</li>
        ))}
      </ul>
    </section>
  );
};
