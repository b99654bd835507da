import { Page } from '../../console/kit/page.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { communityWords } from '../words/index.ts';
import { Authenticator } from './authenticator.tsx';
import { Passkeys } from './passkeys.tsx';

/** Where a password alone does not suffice: nothing else opens until there is a passkey or an authenticator. */
export const SecondFactor = () => {
  const { t } = useWords(communityWords);
  return (
    <Page title={t('second.title')}>
      <p>{t('second.words')}</p>
      <Passkeys />
      <Authenticator />
    </Page>
  );
};
