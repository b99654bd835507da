import { useQueryClient } from '@tanstack/react-query';
import { addLanguage, type TextList, textsQuery } from '../../console/api/library.ts';
import { Choice, TextBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { OneOf } from '../../console/kit/ticks.tsx';
import { type Language, languages, ownNames } from '../../platform/i18n/index.ts';
import { libraryDeskWords } from './words/index.ts';

interface Values {
  code: string;
  name: string;
  direction: '' | 'ltr' | 'rtl';
  fallsBackTo: '' | Language;
}

/** Adds a language to write in; the public sees it with its first approved text. */
export const LanguageForm = () => {
  const { t } = useWords(libraryDeskWords);
  const client = useQueryClient();
  const missing = t('language.missing');
  const form = useForm<Values, TextList>({
    draft: 'library language',
    initial: { code: '', name: '', direction: '', fallsBackTo: '' },
    check: ({ code, name, direction, fallsBackTo }) => ({
      ...(!/^[a-z]{2}$/.test(code) && { code: missing }),
      ...(name.trim() === '' && { name: missing }),
      ...(direction === '' && { direction: missing }),
      ...(fallsBackTo === '' && { fallsBackTo: missing }),
    }),
    send: ({ code, name, direction, fallsBackTo }) =>
      addLanguage({ code, name, direction: direction || 'ltr', fallsBackTo: fallsBackTo || 'en' }),
    done: (list) => client.setQueryData(textsQuery.queryKey, list),
    said: t('language.done'),
  });
  return (
    <Form form={form} act={t('language.act')} name={t('texts.add-language')} lesser>
      <p>{t('language.public')}</p>
      <TextBox form={form} name="code" label={t('language.code')} hint={t('language.code-hint')} narrow />
      <TextBox form={form} name="name" label={t('language.name')} narrow />
      <OneOf
        form={form}
        name="direction"
        legend={t('language.direction')}
        options={(['ltr', 'rtl'] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
      />
      <Choice
        form={form}
        name="fallsBackTo"
        label={t('language.falls-back')}
        options={languages.map((value) => ({ value, label: ownNames[value] }))}
      />
    </Form>
  );
};
