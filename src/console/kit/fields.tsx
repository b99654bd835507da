import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react';
import type { FormOf } from './form.tsx';
import { useConsoleWords, useSpeech } from './speech.tsx';

type NameOf<Values, Kind> = { [Name in keyof Values]: Values[Name] extends Kind ? Name : never }[keyof Values] & string;

interface FieldProps<Values, Kind> {
  form: FormOf<Values>;
  name: NameOf<Values, Kind>;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
}

export const described = (id: string, hint: unknown, error: unknown): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

interface AroundProps {
  id: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  error?: string;
  children: ReactNode;
}

/** Label, hint and error around a field, in the order in which they are read. */
export const Around = ({ id, label, hint, optional, error, children }: AroundProps) => {
  const { t } = useConsoleWords();
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label htmlFor={id}>
        {label} {optional && <span className="optional">{t('form.optional')}</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children}
    </div>
  );
};

/** In which language, and in which direction, something is written where it is not the reader's own. */
export interface Written {
  lang: string;
  dir: 'ltr' | 'rtl';
}

interface TextBoxProps<Values> extends FieldProps<Values, string> {
  type?: 'text' | 'email' | 'password';
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: 'numeric' | 'text';
  narrow?: boolean;
  autoFocus?: boolean;
  written?: Written;
}

export function TextBox<Values>(props: TextBoxProps<Values>) {
  const { form, name, label, hint, optional, type = 'text', autoComplete = 'off', inputMode, narrow, written } = props;
  const id = form.id(name);
  const error = form.errors[name];
  return (
    <Around id={id} label={label} hint={hint} optional={optional} error={error}>
      <input
        id={id}
        name={name}
        type={type}
        className={narrow ? 'narrow' : ''}
        autoComplete={autoComplete}
        inputMode={inputMode}
        spellCheck={type === 'text'}
        {...written}
        value={form.values[name] as string}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, hint, error)}
        onChange={(event) => form.set(name, event.target.value as Values[typeof name])}
      />
    </Around>
  );
}

export function TextArea<Values>({
  form,
  name,
  label,
  hint,
  optional,
  rows = 4,
  written,
}: FieldProps<Values, string> & { rows?: number; written?: Written }) {
  const id = form.id(name);
  const error = form.errors[name];
  return (
    <Around id={id} label={label} hint={hint} optional={optional} error={error}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        {...written}
        value={form.values[name] as string}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, hint, error)}
        onChange={(event) => form.set(name, event.target.value as Values[typeof name])}
      />
    </Around>
  );
}

export interface Option<Value extends string = string> {
  value: Value;
  label: string;
}

/** A choice of one out of a list; it begins empty unless a value is given, so that nothing is chosen by oversight. */
export function Choice<Values>({
  form,
  name,
  label,
  hint,
  optional,
  options,
}: FieldProps<Values, string> & { options: readonly Option[] }) {
  const { t } = useConsoleWords();
  const id = form.id(name);
  const error = form.errors[name];
  return (
    <Around id={id} label={label} hint={hint} optional={optional} error={error}>
      <select
        id={id}
        name={name}
        value={form.values[name] as string}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, hint, error)}
        onChange={(event) => form.set(name, event.target.value as Values[typeof name])}
      >
        <option value="">{t('form.choose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Around>
  );
}

/** A moment on the clocks of the community, kept as those clocks show it (2026-11-23T14:05). */
export function MomentBox<Values>({ form, name, label, hint, optional }: FieldProps<Values, string>) {
  const { t } = useConsoleWords();
  const { timeZone } = useSpeech();
  const id = form.id(name);
  const error = form.errors[name];
  const zone = hint ?? t('form.zone', { zone: timeZone });
  return (
    <Around id={id} label={label} hint={zone} optional={optional} error={error}>
      <input
        id={id}
        name={name}
        type="datetime-local"
        className="narrow"
        value={form.values[name] as string}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, zone, error)}
        onChange={(event) => form.set(name, event.target.value as Values[typeof name])}
      />
    </Around>
  );
}
