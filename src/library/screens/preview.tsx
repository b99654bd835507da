import type { Root } from 'hast';
import type { TextPreview, WrittenText } from '../../console/api/library.ts';
import { useWords } from '../../console/kit/speech.tsx';
import { Prose } from './prose.tsx';
import { libraryDeskWords } from './words/index.ts';

interface PreviewProps {
  preview: TextPreview;
  fields: Pick<WrittenText, 'title' | 'summary'>;
  language: string;
  direction: 'ltr' | 'rtl';
}

/** A text as its page shows it: the tree that the server drew by the way that serves it, and nothing made here. */
export const Preview = ({ preview, fields, language, direction }: PreviewProps) => {
  const { t } = useWords(libraryDeskWords);
  if (preview.tree === null) return <p>{t('edit.not-drawn')}</p>;
  return (
    <article className="text-preview">
      <div lang={language} dir={direction}>
        <p className="text-preview-title">{fields.title}</p>
        <p>
          <strong>{fields.summary}</strong>
        </p>
        <Prose tree={preview.tree as Root} />
      </div>
      {preview.sources.length > 0 && (
        <>
          <p>
            <strong>{t('edit.sources')}</strong>
          </p>
          <ol>
            {preview.sources.map(({ id, title, publisher }) => (
              <li key={id} id={`source-${id}`}>
                {title}, {publisher}
              </li>
            ))}
          </ol>
        </>
      )}
    </article>
  );
};
