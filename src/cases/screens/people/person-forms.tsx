import { Choice, TextArea, TextBox } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { personParts } from '../../contract.ts';
import { type CasePerson, useTakePeople, writePerson } from './calls.ts';
import { peopleWords } from './words/index.ts';

/** Enters somebody by a pseudonym, or writes anew what is known of them. */
export const PersonForm = ({ caseId, person }: { caseId: string; person: CasePerson | null }) => {
  const { t } = useWords(peopleWords);
  const form = useForm({
    draft: `person ${caseId} ${person?.id ?? 'new'}`,
    initial: {
      part: (person?.part ?? '') as string,
      pseudonym: person?.pseudonym ?? '',
      name: person?.name ?? '',
      note: person?.note ?? '',
    },
    check: ({ part, pseudonym }) => ({
      ...(part === '' && { part: t('people.missing-part') }),
      ...(pseudonym.trim() === '' && { pseudonym: t('people.missing-pseudonym') }),
    }),
    ...(person ? { version: person.version } : {}),
    send: (values, version) =>
      writePerson(caseId, {
        ...values,
        part: values.part as CasePerson['part'],
        personId: person?.id ?? null,
        version,
      }),
    done: useTakePeople(caseId),
    said: t('people.done'),
  });
  const name = t(person ? 'people.change' : 'people.enter');
  return (
    <Form form={form} act={t('people.act')} name={name} lesser>
      <Choice
        form={form}
        name="part"
        label={t('people.part')}
        options={personParts.map((value) => ({ value, label: t(`part.${value}`) }))}
      />
      <TextBox form={form} name="pseudonym" label={t('people.pseudonym')} hint={t('people.pseudonym-hint')} narrow />
      <TextBox form={form} name="name" label={t('people.name')} hint={t('people.name-hint')} optional />
      <TextArea form={form} name="note" label={t('people.note')} rows={2} optional />
    </Form>
  );
};
