import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { beginTotp, confirmTotp, newRecoveryCodes, passkeysQuery } from '../../console/api/community.ts';
import { Refused, refusalOf } from '../../console/api/refusal.ts';
import { Facts } from '../../console/kit/facts.tsx';
import { TextBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { Moment } from '../../console/kit/moments.tsx';
import { Notice, RefusalNotice } from '../../console/kit/notice.tsx';
import { Empty, Page, Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useSession } from '../../console/kit/session.tsx';
import { useConsoleWords, useWords } from '../../console/kit/speech.tsx';
import { LanguageChoice } from '../../console/shell/language-choice.tsx';
import { communityWords } from '../words/index.ts';
import { addPasskey, passkeysWork } from './passkey.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

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

const Passkeys = () => {
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

const ConfirmTotp = ({ done }: { done(): void }) => {
  const { t } = useWords(communityWords);
  const form = useForm({
    draft: 'totp',
    initial: { code: '' },
    check: ({ code }) => (/^\d{6}$/.test(code.trim()) ? {} : { code: t('totp.missing') }),
    send: ({ code }) => confirmTotp(code.trim()),
    done,
    said: t('totp.done'),
  });
  return (
    <Form form={form} act={t('totp.confirm')} name={t('totp.title')} lesser>
      <TextBox form={form} name="code" label={t('totp.code')} inputMode="numeric" autoComplete="one-time-code" narrow />
    </Form>
  );
};

const Totp = () => {
  const { t } = useWords(communityWords);
  const begin = useMutation({ mutationFn: beginTotp });
  return (
    <Part title={t('totp.title')}>
      <p>{t('totp.words')}</p>
      {begin.error && <RefusalNotice refusal={refusalOf(begin.error)} />}
      {begin.data ? (
        <>
          <p>{t('totp.scan')}</p>
          <img className="qr" alt={t('totp.qr')} src={`data:image/svg+xml,${encodeURIComponent(begin.data.qrSvg)}`} />
          <p>
            {t('totp.secret')} <span className="secret">{begin.data.secret}</span>
          </p>
          <ConfirmTotp done={begin.reset} />
        </>
      ) : (
        <button type="button" onClick={() => begin.mutate()} disabled={begin.isPending}>
          {t('totp.begin')}
        </button>
      )}
    </Part>
  );
};

const Codes = () => {
  const { t } = useWords(communityWords);
  const make = useMutation({ mutationFn: newRecoveryCodes });
  return (
    <Part title={t('codes.part')}>
      <p>{t('codes.why')}</p>
      {make.error && <RefusalNotice refusal={refusalOf(make.error)} />}
      {make.data && <RecoveryCodes codes={make.data.codes} />}
      <button type="button" onClick={() => make.mutate()} disabled={make.isPending}>
        {t('codes.make')}
      </button>
    </Part>
  );
};

/** How one signs in, and in which language one works. */
export const AccountPage = () => {
  const { t } = useWords(communityWords);
  const shared = useConsoleWords();
  const { person, roles, factor } = useSession();
  return (
    <Page title={t('account.title')}>
      <Facts
        rows={[
          [t('invitation.name'), person.name],
          [t('people.email'), person.email],
          [t('people.roles'), roles.map((role) => shared.t(`role.${role}`)).join(', ')],
          [t('account.factor'), t(`factor.${factor}`)],
        ]}
      />
      {factor === 'password' && (
        <Notice tone="careful">
          <p>{t('account.weak')}</p>
        </Notice>
      )}
      <Passkeys />
      <Totp />
      <Codes />
      <Part title={t('account.language')}>
        <LanguageChoice />
      </Part>
    </Page>
  );
};
