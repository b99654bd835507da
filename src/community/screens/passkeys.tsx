import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { passkeysQuery } from '../../console/api/community.ts';
import { removePasskey } from '../../console/api/recovery.ts';
import { Refused, refusalOf } from '../../console/api/refusal.ts';
import { TextBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { Moment } from '../../console/kit/moments.tsx';
import { RefusalNotice } from '../../console/kit/notice.tsx';
import { Empty, Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { communityWords } from '../words/index.ts';
import { recoveryWords } from '../words/recovery/index.ts';
import { addPasskey, passkeysWork } from './passkey.ts';

const PasskeyForm = () => {
  const { t } = useWords(communityWords);
  const client = useQueryClient();
  const form = useForm({
    draft: 'passkey',
    initial: { name: '' },
    check: ({ name }) => (name.trim() === '' ? { name: t('passkeys.missing') } : {}),
    send: async ({ name }) => {
      try {
        await addPasskey(name);
      } catch (error) {
        throw error instanceof Refused ? error : new Refused({ kind: 'conflict', because: 'passkey-not-made' });
      }
    },
    done: () => {
      for (const key of ['passkeys', 'session']) void client.invalidateQueries({ queryKey: [key] });
    },
    said: t('passkeys.done'),
  });
  return (
    <Form form={form} act={t('passkeys.act')} name={t('passkeys.title')} lesser>
      <TextBox form={form} name="name" label={t('passkeys.name')} hint={t('passkeys.name-hint')} narrow />
    </Form>
  );
};

const RemovePasskey = ({ passkey }: { passkey: { id: string; name: string } }) => {
  const { t } = useWords(recoveryWords);
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removePasskey(passkey.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['passkeys'] }),
  });
  return (
    <>
      {remove.error && <RefusalNotice refusal={refusalOf(remove.error)} />}
      <button
        type="button"
        className="link"
        disabled={remove.isPending}
        onClick={() => remove.mutate()}
        aria-label={t('own.remove-passkey', { name: passkey.name })}
      >
        {t('own.remove')}
      </button>
    </>
  );
};

/** My passkeys, and one more. */
export const Passkeys = () => {
  const { t } = useWords(communityWords);
  const passkeys = useQuery(passkeysQuery);
  return (
    <Part title={t('passkeys.title')}>
      <p>{t('passkeys.words')}</p>
      <Reading of={passkeys}>
        {({ passkeys: known }) => (
          <>
            {known.length === 0 && <Empty>{t('passkeys.none')}</Empty>}
            <ul className="cards">
              {known.map((passkey) => (
                <li key={passkey.id} className="card">
                  <strong>{passkey.name}</strong> · <Moment at={passkey.createdAt} />
                  <RemovePasskey passkey={passkey} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Reading>
      {passkeysWork() ? <PasskeyForm /> : <p className="hint">{t('passkeys.not-here')}</p>}
    </Part>
  );
};
