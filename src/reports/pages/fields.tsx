import type { ReactNode } from 'react';
import type { FieldError } from './form-values.ts';
import type { PageWords } from './page-words.ts';

interface Described {
  /** Name of the field; also its id, so that a summary can link to it. */
  name: string;
  hint?: string | undefined;
  error?: FieldError | undefined;
  words: PageWords;
}

const describedBy = ({ name, hint, error }: Described): string | undefined =>
  [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ') || undefined;

export const errorText = ({ key, limit }: FieldError, words: PageWords): string =>
  words.t(key, limit === undefined ? {} : { limit: words.formatNumber(limit) });

const Hint = ({ name, hint }: Described) =>
  hint && (
    <p className="hint" id={`${name}-hint`}>
      {hint}
    </p>
  );

const ErrorText = ({ name, error, words }: Described) =>
  error && (
    <p className="error" id={`${name}-error`}>
      <span className="sign" aria-hidden="true" />
      <span className="hidden">{words.t('reports.errors.prefix')} </span>
      {errorText(error, words)}
    </p>
  );

interface TextProps extends Described {
  label: string;
  value: string;
  /** Lines shown; one line is a plain field. */
  lines?: number;
  /** True where the form cannot go without. */
  isRequired?: boolean;
  /** Said in brackets after the label. */
  aside?: string;
  inputMode?: 'numeric';
}

/** Label, hint, error and field, in this order; never filled in by the browser, which others may share. */
export const TextField = (props: TextProps) => {
  const { name, label, value, lines = 1, isRequired, aside, error, inputMode } = props;
  const common = {
    id: name,
    name,
    autoComplete: 'off',
    'aria-required': isRequired || undefined,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': describedBy(props),
  };
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={name}>
        {label} {aside && <span className="aside">({aside})</span>}
      </label>
      <Hint {...props} />
      <ErrorText {...props} />
      {lines > 1 ? (
        <textarea {...common} rows={lines} defaultValue={value} />
      ) : (
        <input {...common} type="text" inputMode={inputMode} defaultValue={value} spellCheck={false} />
      )}
    </div>
  );
};

interface Choice {
  value: string;
  label: string;
}

interface ChoicesProps extends Described {
  kind: 'radio' | 'checkbox';
  legend: ReactNode;
  choices: readonly Choice[];
  chosen: readonly string[];
  isRequired?: boolean;
  aside?: string;
}

/** Radio buttons or tick boxes, each in a row that a thumb can hit. */
export const Rows = ({ kind, name, choices, chosen }: Pick<ChoicesProps, 'kind' | 'name' | 'choices' | 'chosen'>) => (
  <div className="rows">
    {choices.map(({ value, label }) => (
      <label className="row" key={value}>
        <input type={kind} name={name} id={`${name}-${value}`} value={value} defaultChecked={chosen.includes(value)} />
        <span>{label}</span>
      </label>
    ))}
  </div>
);

/** Only a group of radio buttons may be required or wrong as a whole (WAI-ARIA 1.2, radiogroup). */
const radioGroup = (isRequired = false, error?: FieldError) => ({
  role: 'radiogroup',
  'aria-required': isRequired || undefined,
  'aria-invalid': error !== undefined || undefined,
});

/** A question with several answers to choose from; the group is what an error summary links to. */
export const Choices = (props: ChoicesProps) => {
  const { kind, name, legend, isRequired, aside, error } = props;
  return (
    <fieldset
      id={name}
      tabIndex={error ? -1 : undefined}
      className={error ? 'field wrong' : 'field'}
      {...(kind === 'radio' ? radioGroup(isRequired, error) : {})}
      aria-describedby={describedBy(props)}
    >
      <legend>
        {legend} {aside && <span className="aside">({aside})</span>}
      </legend>
      <Hint {...props} />
      <ErrorText {...props} />
      <Rows {...props} />
    </fieldset>
  );
};

interface TickProps {
  name: string;
  label: string;
  isTicked: boolean;
}

/** One box to tick on its own. */
export const Tick = ({ name, label, isTicked }: TickProps) => (
  <Rows kind="checkbox" name={name} choices={[{ value: 'true', label }]} chosen={isTicked ? ['true'] : []} />
);
