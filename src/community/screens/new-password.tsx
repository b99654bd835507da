import { TextBox } from '../../console/kit/fields.tsx';
import type { FormOf } from '../../console/kit/form.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { communityWords } from '../words/index.ts';

const leastLength = 12;

/** Says what is wrong with a new password and its repetition, under the names of their fields. */
export const useNewPassword = () => {
  const { t } = useWords(communityWords);
  return <Name extends string>(name: Name, password: string, repeated: string) =>
    ({
      ...(password.length < leastLength && { [name]: t('password.short') }),
      ...(password.length >= leastLength && password !== repeated && { repeated: t('password.differs') }),
    }) as Partial<Record<Name | 'repeated', string>>;
};

type TextName<Values> = { [Name in keyof Values]: Values[Name] extends string ? Name : never }[keyof Values] & string;

/** A new password, asked twice, since nobody can see what they type. */
export function NewPassword<Values extends { repeated: string }>({
  form,
  name,
}: {
  form: FormOf<Values>;
  name: TextName<Values>;
}) {
  const { t } = useWords(communityWords);
  const secret = { form, type: 'password', autoComplete: 'new-password' } as const;
  return (
    <>
      <TextBox {...secret} name={name} label={t('password.new')} hint={t('password.hint')} />
      <TextBox {...secret} name={'repeated' as TextName<Values>} label={t('password.repeat')} />
    </>
  );
}
