import { useMutation } from '@tanstack/react-query';
import { newRecoveryCodes } from '../../console/api/community.ts';
import { refusalOf } from '../../console/api/refusal.ts';
import { Facts } from '../../console/kit/facts.tsx';
import { Notice, RefusalNotice } from '../../console/kit/notice.tsx';
import { Page, Part } from '../../console/kit/page.tsx';
import { useSession } from '../../console/kit/session.tsx';
import { useConsoleWords, useWords } from '../../console/kit/speech.tsx';
import { LanguageChoice } from '../../console/shell/language-choice.tsx';
import { communityWords } from '../words/index.ts';
import { Authenticator } from './authenticator.tsx';
import { OwnPager, OwnPassword } from './own-password.tsx';
import { Passkeys } from './passkeys.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

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
      <OwnPassword />
      <Passkeys />
      <Authenticator mayRemove={factor === 'totp'} />
      <Codes />
      <OwnPager />
      <Part title={t('account.language')}>
        <LanguageChoice />
      </Part>
    </Page>
  );
};
