import type { ReactNode } from 'react';
import type { IdentifierField } from '../../console/api/reports.ts';
import { Choice, TextBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { identifierFields } from '../contract.ts';
import { identifierWords } from './words/identifiers/index.ts';

interface IdentifierFormProps<Answer> {
  /** Under which name a draft is kept. */
  draft: string;
  children?: ReactNode;
  send(field: IdentifierField, value: string): Promise<Answer>;
  done(answer: Answer): void;
}

/** Notes an exact identifier: only by it is somebody recognised elsewhere. */
export const IdentifierForm = <Answer,>({ draft, children, send, done }: IdentifierFormProps<Answer>) => {
  const { t } = useWords(identifierWords);
  const form = useForm({
    draft,
    initial: { field: '' as IdentifierField | '', value: '' },
    check: ({ field, value }) => ({
      ...(field === '' && { field: t('identifier.missing-field') }),
      ...(value.trim().length < 3 && { value: t('identifier.missing-value') }),
    }),
    send: ({ field, value }) => send(field as IdentifierField, value),
    done,
    said: t('identifier.done'),
  });
  const options = identifierFields.map((value) => ({ value, label: t(`identifier.${value}`) }));
  return (
    <Form form={form} act={t('identifier.act')} name={t('identifier.title')} lesser>
      {children}
      <Choice form={form} name="field" label={t('identifier.field')} options={options} />
      <TextBox form={form} name="value" label={t('identifier.value')} narrow />
    </Form>
  );
};

interface IdentifierListProps {
  identifiers: readonly { id: string; field: IdentifierField; value: string }[];
  busy: boolean;
  /** Takes one away and says so; null for who may not. */
  remove: ((id: string, said: string) => void) | null;
}

/** The identifiers that were noted, each with a button to take it away. */
export const IdentifierList = ({ identifiers, busy, remove }: IdentifierListProps) => {
  const { t } = useWords(identifierWords);
  return (
    <ul className="plain">
      {identifiers.map(({ id, field, value }) => (
        <li key={id}>
          {t(`identifier.${field}`)}: {value}{' '}
          {remove && (
            <button type="button" disabled={busy} onClick={() => remove(id, t('identifier.removed'))}>
              {t('identifier.remove', { value })}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
};
