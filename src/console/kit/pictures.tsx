import { useState } from 'react';
import type { ImagesAdded } from '../api/reports.ts';
import { Around, described } from './fields.tsx';
import { Form, type FormOf, useForm } from './form.tsx';
import { useConsoleWords } from './speech.tsx';

const picturesAtMost = 10;

/** What can be said of chosen files before they are sent; the server looks at each again. */
export const usePictureFault = () => {
  const { t } = useConsoleWords();
  return (files: readonly File[]): string | undefined => {
    const other = files.find(({ type }) => type !== '' && !type.startsWith('image/'));
    if (other) return t('pictures.not-taken', { name: other.name });
    return files.length > picturesAtMost ? t('field.ten-pictures-at-most') : undefined;
  };
};

type PicturesName<Values> = {
  [Name in keyof Values]: Values[Name] extends readonly File[] ? Name : never;
}[keyof Values] &
  string;

/** Chooses pictures; which ones is kept with what else is typed in the form. */
export function PictureBox<Values>({ form, name, optional }: PictureBoxProps<Values>) {
  const { t } = useConsoleWords();
  const id = form.id(name);
  const error = form.errors[name];
  const hint = t('pictures.hint');
  const chosen = form.values[name] as readonly File[];
  return (
    <Around id={id} label={t('pictures.label')} hint={hint} optional={optional} error={error}>
      <input
        // An input of files cannot be emptied otherwise once they were sent.
        key={chosen.length === 0 ? 'none' : 'some'}
        id={id}
        name={name}
        type="file"
        multiple
        accept="image/*"
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, hint, error)}
        onChange={(event) => form.set(name, [...(event.target.files ?? [])] as Values[typeof name])}
      />
      {chosen.length > 0 && <p className="hint">{chosen.map((file) => file.name).join(', ')}</p>}
    </Around>
  );
}
interface PictureBoxProps<Values> {
  form: FormOf<Values>;
  name: PicturesName<Values>;
  optional?: boolean;
}

export type Refused = ImagesAdded['refused'][number] | { name: string; because: 'not-sent' };

/** Names each picture that was not taken, and why. */
export const NotTaken = ({ refused }: { refused: readonly Refused[] }) => {
  const { t } = useConsoleWords();
  return refused.map(({ name, because }) => (
    <p key={name} className="field-error">
      {t(`pictures.${because}`, { name })}
    </p>
  ));
};

interface AddPicturesProps<Answer extends ImagesAdded> {
  /** Under which name the choice is kept. */
  draft: string;
  send(files: readonly File[]): Promise<Answer>;
  done(answer: Answer): void;
}

/** Adds pictures that somebody sent or handed in; each is made anew, and what is not taken is named. */
export const AddPictures = <Answer extends ImagesAdded>({ draft, send, done }: AddPicturesProps<Answer>) => {
  const { t } = useConsoleWords();
  const fault = usePictureFault();
  const [answer, setAnswer] = useState<ImagesAdded | null>(null);
  const form = useForm<{ images: File[] }, Answer>({
    draft,
    initial: { images: [] },
    check: ({ images: chosen }) => {
      const images = chosen.length === 0 ? t('pictures.none') : fault(chosen);
      return images ? { images } : {};
    },
    send: ({ images }) => send(images),
    done: (given) => {
      setAnswer(given);
      done(given);
    },
    said: t('pictures.done'),
  });
  return (
    <Form form={form} act={t('pictures.act')} name={t('pictures.act')} lesser>
      <PictureBox form={form} name="images" />
      <div role="status">
        {answer && <p>{t('pictures.added', { count: answer.added })}</p>}
        <NotTaken refused={answer?.refused ?? []} />
      </div>
    </Form>
  );
};

export interface Picture {
  id: string;
  address: string;
  bytes: number;
  at: string;
}

const OnePicture = ({ picture, index }: { picture: Picture; index: number }) => {
  const { t, formatDateTime } = useConsoleWords();
  const [shown, setShown] = useState(false);
  const name = t('picture.name', { index, kilobytes: Math.max(1, Math.round(picture.bytes / 1024)) });
  return (
    <li>
      <button type="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? t('picture.hide') : t('picture.show')} · {name}
      </button>
      {shown && (
        <img className="evidence" src={picture.address} alt={t('picture.alt', { when: formatDateTime(picture.at) })} />
      )}
    </li>
  );
};

/** Pictures behind a button each: whoever opens a record chooses what to look at, and when. */
export const Pictures = ({ pictures }: { pictures: readonly Picture[] }) =>
  pictures.length > 0 && (
    <ul className="images">
      {pictures.map((picture, position) => (
        <OnePicture key={picture.id} picture={picture} index={position + 1} />
      ))}
    </ul>
  );
