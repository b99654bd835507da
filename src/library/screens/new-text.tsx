import { useNavigate } from 'react-router';
import { Choice, TextBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { phases } from '../contract.ts';
import { libraryWords } from '../words/index.ts';
import { libraryDeskWords } from './words/index.ts';

const slugShape = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Names a text that is not there yet and goes to where it is written; nothing is kept before its first draft. */
export const NewText = ({ language }: { language: string }) => {
  const { t } = useWords(libraryDeskWords);
  const shared = useWords(libraryWords);
  const navigate = useNavigate();
  const form = useForm({
    draft: 'new library text',
    initial: { phase: '', slug: '' },
    check: ({ phase, slug }) => ({
      ...(phase === '' && { phase: t('texts.missing-phase') }),
      ...(!slugShape.test(slug.trim()) && { slug: t('texts.slug-wrong') }),
    }),
    send: async ({ phase, slug }) => `${phase}.${slug.trim()}`,
    done: (id) => navigate(`/library/texts/${language}/${id}`),
  });
  return (
    <Form form={form} act={t('texts.add-act')} name={t('texts.add')} lesser>
      <Choice
        form={form}
        name="phase"
        label={t('texts.phase')}
        options={phases.map((value) => ({ value, label: shared.t(`library.phase.${value}`) }))}
      />
      <TextBox form={form} name="slug" label={t('texts.slug')} hint={t('texts.slug-hint')} narrow />
    </Form>
  );
};
