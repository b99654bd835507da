import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type OpenedText,
  previewText,
  saveText,
  type TextFault,
  type TextPlace,
  type TextPreview,
  textQuery,
  type WrittenText,
} from '../../console/api/library.ts';
import { Refused, refusalOf } from '../../console/api/refusal.ts';
import { useAnnounce } from '../../console/kit/announce.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { Notice, RefusalNotice } from '../../console/kit/notice.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { useFaultWords } from './fault-words.ts';
import { Preview } from './preview.tsx';
import { blank, TextFields, type Typed, toWritten, typedOf } from './text-fields.tsx';
import { libraryDeskWords } from './words/index.ts';

const Faults = ({ faults, show }: { faults: readonly TextFault[]; show(fault: TextFault): void }) => {
  const { t } = useWords(libraryDeskWords);
  const say = useFaultWords();
  if (faults.length === 0)
    return (
      <Notice tone="good" role="status">
        <p>{t('edit.sound')}</p>
      </Notice>
    );
  return (
    <Notice tone="bad" title={t('edit.faults', { count: faults.length })} role="alert">
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.field} ${fault.line} ${fault.because}`}>
            <button type="button" className="link" onClick={() => show(fault)}>
              {say(fault)}
            </button>
          </li>
        ))}
      </ul>
    </Notice>
  );
};

/** Puts the focus into the field, and in the body the whole line into the selection. */
const showPlace = (field: HTMLElement | null, line: number | null): void => {
  field?.focus();
  if (!(field instanceof HTMLTextAreaElement) || line === null) return;
  const lines = field.value.split('\n');
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
};

const refusedFor = (faults: readonly TextFault[]): Refused =>
  new Refused({ kind: 'invalid', fields: Object.fromEntries(faults.map(({ field }) => [field, 'has-faults'])) });

interface EditorProps {
  text: OpenedText;
  direction: 'ltr' | 'rtl';
}

const useDesk = (place: TextPlace) => {
  const client = useQueryClient();
  const announce = useAnnounce();
  const [preview, setPreview] = useState<TextPreview | null>(null);
  const keep = (opened: OpenedText) => {
    client.setQueryData(textQuery(place).queryKey, opened);
    void client.invalidateQueries({ queryKey: ['library-texts'] });
  };
  const look = useMutation({
    mutationFn: (fields: WrittenText) => previewText(place, fields),
    onSuccess: setPreview,
  });
  return { preview, setPreview, keep, look, announce };
};

/** Writes a text: form fields for its head, Markdown for its body, a preview by the way that serves it, a draft, sending. */
export const TextEditor = ({ text, direction }: EditorProps) => {
  const { t } = useWords(libraryDeskWords);
  const place = { language: text.language, id: text.id };
  const { preview, setPreview, keep, look, announce } = useDesk(place);
  const start = text.draft?.fields ?? text.fields;
  const form = useForm<Typed, OpenedText>({
    draft: `library text ${text.language} ${text.id}`,
    initial: start ? typedOf(start) : blank,
    send: async (typed) => {
      const fields = toWritten(typed);
      const seen = await previewText(place, fields);
      setPreview(seen);
      if (seen.faults.length > 0) throw refusedFor(seen.faults);
      return await saveText(place, fields, true);
    },
    done: keep,
    said: t('edit.sent'),
  });
  const fields = toWritten(form.values);
  const save = useMutation({
    mutationFn: () => saveText(place, fields, false),
    onSuccess: (opened) => {
      keep(opened);
      announce(t('edit.saved'));
    },
  });
  const show = ({ field, line }: TextFault) => showPlace(document.getElementById(form.id(field as keyof Typed)), line);
  const acts = (
    <>
      <button type="button" onClick={() => look.mutate(fields)} disabled={look.isPending}>
        {t('edit.preview')}
      </button>
      <button type="button" onClick={() => save.mutate()} disabled={save.isPending}>
        {t('edit.save')}
      </button>
    </>
  );
  const failed = look.error ?? save.error;
  return (
    <>
      <Form form={form} act={t('edit.send')} name={t('text.write')} beside={acts}>
        <TextFields
          form={form}
          faults={preview?.faults ?? []}
          phase={text.id.split('.')[0] ?? ''}
          written={{ lang: text.language, dir: direction }}
          sources={text.sources}
        />
      </Form>
      {failed && <RefusalNotice refusal={refusalOf(failed)} />}
      {save.isSuccess && !failed && (
        <Notice tone="good" role="status">
          <p>{t('edit.saved')}</p>
        </Notice>
      )}
      {preview && (
        <section aria-label={t('edit.preview-title')} className="part">
          <h2>{t('edit.preview-title')}</h2>
          <Faults faults={preview.faults} show={show} />
          <Preview preview={preview} fields={fields} language={text.language} direction={direction} />
        </section>
      )}
    </>
  );
};
