import type { TextFault, WrittenText } from '../../console/api/library.ts';
import { Choice, TextArea, TextBox } from '../../console/kit/fields.tsx';
import type { FormOf } from '../../console/kit/form.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { Ticks } from '../../console/kit/ticks.tsx';
import { chain, type Phase, readers, statuses } from '../contract.ts';
import { libraryWords } from '../words/index.ts';
import { useFaultWords } from './fault-words.ts';
import { libraryDeskWords } from './words/index.ts';

/** A text as it stands in the form: sources one a line, for there are too many to tick. */
export type Typed = Omit<WrittenText, 'sources'> & { sources: string };

export const typedOf = (written: WrittenText): Typed => ({ ...written, sources: written.sources.join('\n') });

export const toWritten = (typed: Typed): WrittenText => ({
  ...typed,
  sources: typed.sources.split(/[\s,]+/).filter(Boolean),
});

export const blank: Typed = {
  title: '',
  summary: '',
  step: '',
  roles: [],
  sources: '',
  readingAge: '12',
  status: 'written',
  reviewedBy: '',
  body: '',
};

interface FieldsProps {
  form: FormOf<Typed>;
  faults: readonly TextFault[];
  phase: string;
  written: { lang: string; dir: 'ltr' | 'rtl' };
  sources: readonly { id: string; title: string }[];
}

/** The faults of one field above it, each with its line, then what the field is for. */
const useHint = (faults: readonly TextFault[]) => {
  const say = useFaultWords();
  return (field: string, hint?: string) => {
    const some = faults.filter((fault) => fault.field === field);
    if (some.length === 0) return hint;
    return (
      <>
        {hint}
        {some.map((fault) => (
          <span key={`${fault.line} ${fault.because}`} className="field-error fault-line">
            {say(fault)}
          </span>
        ))}
      </>
    );
  };
};

const Head = ({ form, faults, phase }: FieldsProps) => {
  const { t } = useWords(libraryDeskWords);
  const shared = useWords(libraryWords);
  const hint = useHint(faults);
  const steps = phase in chain ? chain[phase as Phase] : [];
  return (
    <>
      <Choice
        form={form}
        name="step"
        label={t('field.step')}
        hint={hint('step')}
        options={steps.map((value) => ({ value, label: shared.t(`library.step.${value}`) }))}
      />
      <Ticks
        form={form}
        name="roles"
        legend={t('field.roles')}
        hint={hint('roles')}
        options={readers.map((value) => ({ value, label: shared.t(`library.role.${value}`) }))}
      />
      <TextBox
        form={form}
        name="readingAge"
        label={t('field.reading-age')}
        hint={hint('readingAge', t('field.reading-age-hint'))}
        inputMode="numeric"
        narrow
      />
      <Choice
        form={form}
        name="status"
        label={t('field.status')}
        hint={hint('status')}
        options={statuses.map((value) => ({ value, label: shared.t(`library.status.${value}`) }))}
      />
      <TextBox
        form={form}
        name="reviewedBy"
        label={t('field.reviewed-by')}
        hint={hint('reviewedBy', t('field.reviewed-by-hint'))}
        optional
      />
    </>
  );
};

/** The head of a text as form fields and its body as Markdown; what is wrong stands beside each with its line. */
export const TextFields = (props: FieldsProps) => {
  const { form, faults, written, sources } = props;
  const { t } = useWords(libraryDeskWords);
  const hint = useHint(faults);
  return (
    <>
      <TextBox form={form} name="title" label={t('field.title')} hint={hint('title')} written={written} />
      <TextArea
        form={form}
        name="summary"
        label={t('field.summary')}
        hint={hint('summary')}
        rows={2}
        written={written}
      />
      <Head {...props} />
      <TextArea
        form={form}
        name="sources"
        label={t('field.sources')}
        hint={hint('sources', t('field.sources-hint'))}
        rows={3}
        optional
      />
      <details className="fold">
        <summary>{`${t('field.sources')} (${sources.length})`}</summary>
        <ul className="fold-inside source-ids">
          {sources.map(({ id, title }) => (
            <li key={id}>
              <code>{id}</code> {title}
            </li>
          ))}
        </ul>
      </details>
      <TextArea
        form={form}
        name="body"
        label={t('field.body')}
        hint={hint('body', t('field.body-hint'))}
        rows={24}
        written={written}
      />
    </>
  );
};
