import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type Refusal, refusalOf } from '../api/refusal.ts';
import { useAnnounce } from './announce.tsx';
import { useWriting } from './drafts.tsx';
import { RefusalNotice, useFieldWords } from './notice.tsx';
import { useConsoleWords } from './speech.tsx';

type Errors<Values> = Partial<Record<keyof Values & string, string>>;

export interface FormOf<Values> {
  values: Values;
  errors: Errors<Values>;
  refusal: Refusal | null;
  busy: boolean;
  attempts: number;
  /** The record has a newer version than the one that was on the screen when the writing began. */
  isOutrun: boolean;
  /** Says that the newer version has been read: from now on what is written here builds on it. */
  takeNewer(): void;
  id(name: keyof Values & string): string;
  set<Name extends keyof Values>(name: Name, value: Values[Name]): void;
  submit(): void;
}

interface FormPlan<Values, Answer> {
  /** What is typed is kept under this name while the console is open, also when one has to sign in again. */
  draft: string;
  initial: Values;
  /** Sentences for what is missing; the server checks again. */
  check?: (values: Values) => Errors<Values>;
  /** The version of the record that is on the screen, where the server compares it. */
  version?: number;
  send: (values: Values, seen: number) => Promise<Answer>;
  done?: (answer: Answer) => void;
  /** Said aloud when it is done. */
  said?: string;
  /** Answers after which what was typed stays, since more is asked. */
  keepAfter?: (answer: Answer) => boolean;
}

const isRecord = ({ queryKey }: { queryKey: readonly unknown[] }): boolean => queryKey[0] !== 'session';

const owner = <Values extends object>(values: Values, path: string): (keyof Values & string) | undefined =>
  (Object.keys(values) as (keyof Values & string)[]).find((name) => path === name || path.startsWith(`${name}.`));

/** Which field each refusal is about, in words; what is about no field of this form is left out. */
const useErrorsOf = <Values extends object>() => {
  const fieldWords = useFieldWords();
  return (refusal: Refusal, values: Values): Errors<Values> => {
    const found: Errors<Values> = {};
    for (const [path, message] of Object.entries(refusal.fields ?? {})) {
      const name = owner(values, path);
      if (name) found[name] = fieldWords(message);
    }
    return found;
  };
};

/** A form whose words outlive a lost session, whose refusals stand beside their fields, and which is sent once at a time. */
export function useForm<Values extends object, Answer>(plan: FormPlan<Values, Answer>): FormOf<Values> {
  const client = useQueryClient();
  const announce = useAnnounce();
  const errorsOf = useErrorsOf<Values>();
  const prefix = useId();
  const { typed, begunAt, keep, forget } = useWriting<Values>(plan.draft);
  const [errors, setErrors] = useState<Errors<Values>>({});
  const [attempts, setAttempts] = useState(0);
  const values = typed ?? plan.initial;
  const seen = begunAt ?? plan.version;

  const tell = (found: Errors<Values>) => {
    setErrors(found);
    setAttempts((count) => count + 1);
  };
  const mutation = useMutation({
    mutationFn: (sent: Values) => plan.send(sent, seen ?? 0),
    onError: (error) => {
      const refusal = refusalOf(error);
      tell(errorsOf(refusal, values));
      if (refusal.kind === 'conflict') void client.invalidateQueries({ predicate: isRecord });
    },
    onSuccess: (answer) => {
      if (!plan.keepAfter?.(answer)) forget();
      if (plan.said) announce(plan.said);
      plan.done?.(answer);
    },
  });
  const submit = () => {
    if (mutation.isPending) return;
    const missing = plan.check?.(values) ?? {};
    tell(missing);
    if (Object.keys(missing).length === 0) mutation.mutate(values);
    else mutation.reset();
  };
  return {
    values,
    errors,
    refusal: mutation.error === null ? null : refusalOf(mutation.error),
    busy: mutation.isPending,
    attempts,
    isOutrun: begunAt !== undefined && plan.version !== undefined && plan.version > begunAt,
    takeNewer: () => keep(values, plan.version),
    id: (name) => `${prefix}-${name}`,
    set: (name, value) => keep({ ...values, [name]: value }, seen),
    submit,
  };
}

function ErrorSummary<Values>({ form }: { form: FormOf<Values> }) {
  const { t } = useConsoleWords();
  const box = useRef<HTMLDivElement>(null);
  const entries = Object.entries(form.errors) as [keyof Values & string, string][];
  const shown = entries.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every failed attempt brings the focus back to the summary
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown, form.attempts]);
  if (!shown) return null;
  return (
    <div className="notice notice-bad" role="alert" tabIndex={-1} ref={box}>
      <p className="notice-title">{t('form.problem')}</p>
      <ul>
        {entries.map(([name, message]) => (
          <li key={name}>
            <button type="button" className="link" onClick={() => document.getElementById(form.id(name))?.focus()}>
              {message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FormProps<Values> {
  form: FormOf<Values>;
  /** The button that sends, saying what it does. */
  act: string;
  /** A grave act looks grave. */
  grave?: boolean;
  /** Not the primary act of its page. */
  lesser?: boolean;
  /** Names the form for whoever cannot see where it stands. */
  name?: string;
  beside?: ReactNode;
  children: ReactNode;
}

export function Form<Values>({ form, act, grave, lesser, name, beside, children }: FormProps<Values>) {
  const { t } = useConsoleWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    form.submit();
  };
  const summarised = Object.keys(form.errors).length > 0;
  return (
    <form className="form" onSubmit={submit} noValidate aria-label={name}>
      <ErrorSummary form={form} />
      {form.refusal && !summarised && <RefusalNotice refusal={form.refusal} />}
      {children}
      <div className="form-acts">
        <button type="submit" className={grave ? 'grave' : lesser ? '' : 'primary'} aria-disabled={form.busy}>
          {form.busy ? t('form.sending') : act}
        </button>
        {beside}
      </div>
    </form>
  );
}
