import { type FormEvent, useRef, useState } from 'react';
import { addImages, type ImagesAdded } from '../../console/api/reports.ts';
import { useWords } from '../../console/kit/speech.tsx';
import { useActing } from './use-acting.tsx';
import { linkingWords } from './words/linking/index.ts';

/** Adds pictures that somebody sent or handed in; each is made anew, and what is not taken is named. */
export const AddImages = ({ reportId }: { reportId: string }) => {
  const { t } = useWords(linkingWords);
  const { busy, act, refusal } = useActing();
  const input = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState<ImagesAdded | null>(null);
  const send = async () => {
    setAnswer(await addImages(reportId, [...(input.current?.files ?? [])]));
    if (input.current) input.current.value = '';
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (input.current?.files?.length) void act(send, t('images.done'));
  };
  const id = `images-${reportId}`;
  return (
    <form className="form" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>{t('images.label')}</label>
        <p className="hint" id={`${id}-hint`}>
          {t('images.hint')}
        </p>
        <input ref={input} id={id} type="file" multiple accept="image/*" aria-describedby={`${id}-hint`} />
      </div>
      {refusal}
      <div role="status">
        {answer && <p>{t('images.added', { count: answer.added })}</p>}
        {answer?.refused.map(({ name, because }) => (
          <p key={name}>{t(`images.${because}`, { name })}</p>
        ))}
      </div>
      <button type="submit" disabled={busy}>
        {t('images.act')}
      </button>
    </form>
  );
};
