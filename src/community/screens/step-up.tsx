import type { Session } from '../../console/api/community.ts';
import { Dialog } from '../../console/kit/dialog.tsx';
import { Form } from '../../console/kit/form.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { communityWords } from '../words/index.ts';
import { passkeysWork } from './passkey.ts';
import { Passkey, PasswordAndCode, useSignInForm } from './sign-in.tsx';

/** Asks for a fresh sign-in before a grave act; what was typed for the act waits behind the dialog. */
export const StepUp = ({ email, done, close }: { email: string; done(session: Session): void; close(): void }) => {
  const { t } = useWords(communityWords);
  const { form, asksCode } = useSignInForm(email, done);
  return (
    <Dialog title={t('step-up.title')} isOpen close={close}>
      <p>{t('step-up.words')}</p>
      {passkeysWork() && <Passkey done={done} />}
      <Form form={form} act={t('step-up.act')} name={t('step-up.title')}>
        <PasswordAndCode form={form} asksCode={asksCode} />
      </Form>
    </Dialog>
  );
};
