import type { ReactNode } from 'react';
import type { Option } from './fields.tsx';
import type { FormOf } from './form.tsx';

interface GroupProps {
  id: string;
  legend: string;
  hint?: ReactNode;
  error?: string;
  children: ReactNode;
}

const Group = ({ id, legend, hint, error, children }: GroupProps) => (
  <fieldset
    id={id}
    tabIndex={-1}
    className={error ? 'field field-wrong' : 'field'}
    aria-describedby={error ? `${id}-error` : undefined}
  >
    <legend>{legend}</legend>
    {hint && <p className="hint">{hint}</p>}
    {error && (
      <p className="field-error" id={`${id}-error`}>
        {error}
      </p>
    )}
    <div className="ticks">{children}</div>
  </fieldset>
);

type ListName<Values> = {
  [Name in keyof Values]: Values[Name] extends readonly string[] ? Name : never;
}[keyof Values] &
  string;

interface TicksProps<Values> {
  form: FormOf<Values>;
  name: ListName<Values>;
  legend: string;
  hint?: ReactNode;
  options: readonly Option[];
}

/** Any number out of a list. */
export function Ticks<Values>({ form, name, legend, hint, options }: TicksProps<Values>) {
  const chosen = form.values[name] as string[];
  const toggle = (value: string, on: boolean) =>
    form.set(name, (on ? [...chosen, value] : chosen.filter((each) => each !== value)) as Values[typeof name]);
  return (
    <Group id={form.id(name)} legend={legend} hint={hint} error={form.errors[name]}>
      {options.map((option) => (
        <label key={option.value} className="tick">
          <input
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={(event) => toggle(option.value, event.target.checked)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </Group>
  );
}

type TextName<Values> = { [Name in keyof Values]: Values[Name] extends string ? Name : never }[keyof Values] & string;

interface OneOfProps<Values> {
  form: FormOf<Values>;
  name: TextName<Values>;
  legend: string;
  hint?: ReactNode;
  options: readonly (Option & { hint?: string })[];
}

/** Exactly one out of a few, all of them in sight. */
export function OneOf<Values>({ form, name, legend, hint, options }: OneOfProps<Values>) {
  const id = form.id(name);
  return (
    <Group id={id} legend={legend} hint={hint} error={form.errors[name]}>
      {options.map((option) => (
        <label key={option.value} className="tick">
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={form.values[name] === option.value}
            onChange={() => form.set(name, option.value as Values[typeof name])}
          />
          <span>
            {option.label}
            {option.hint && <span className="hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </Group>
  );
}

type YesName<Values> = { [Name in keyof Values]: Values[Name] extends boolean ? Name : never }[keyof Values] & string;

/** One statement that is either ticked or not. */
export function Tick<Values>({ form, name, label }: { form: FormOf<Values>; name: YesName<Values>; label: string }) {
  return (
    <label className="tick">
      <input
        id={form.id(name)}
        type="checkbox"
        checked={form.values[name] as boolean}
        onChange={(event) => form.set(name, event.target.checked as Values[typeof name])}
      />
      <span>{label}</span>
    </label>
  );
}
