import { useState } from 'react';
import { Copy } from '../../../console/kit/copy.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { Page, Part } from '../../../console/kit/page.tsx';
import { ReceivingNotice } from '../../../console/kit/receiving-notice.tsx';
import { useSession } from '../../../console/kit/session.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { Tick } from '../../../console/kit/ticks.tsx';
import { useReceived } from '../../../console/kit/use-received.ts';
import { moveWords } from '../../words/move/index.ts';
import { newPassphrase } from './passphrase.ts';

const Begin = ({ passphrase, begin }: { passphrase: string; begin(passphrase: string): Promise<void> }) => {
  const { t } = useWords(moveWords);
  const form = useForm({
    draft: 'take everything elsewhere',
    initial: { kept: false },
    check: ({ kept }) => (kept ? {} : { kept: t('move.keep-first') }),
    send: () => begin(passphrase),
  });
  return (
    <Form form={form} act={t('move.act')} name={t('move.act')}>
      <p>
        <strong>{t('move.passphrase')}</strong>
      </p>
      <p>
        <code>{passphrase}</code> <Copy text={passphrase} act={t('move.copy')} />
      </p>
      <p className="hint">{t('move.passphrase-hint')}</p>
      <Tick form={form} name="kept" label={t('move.kept')} />
    </Form>
  );
};

/** Takes everything that the community owns into one sealed file, with what is to be done elsewhere. */
export const MovePage = () => {
  const { t } = useWords(moveWords);
  const { community } = useSession();
  const [passphrase] = useState(newPassphrase);
  const { now, begin, cancel } = useReceived();
  const file = `forestall-${community.slug}.age`;
  return (
    <Page title={t('move.title')}>
      <p>{t('move.words')}</p>
      <p>{t('move.after')}</p>
      <ReceivingNotice now={now} cancel={cancel} file={file} />
      {now.state !== 'running' && now.state !== 'done' && (
        <Begin passphrase={passphrase} begin={(chosen) => begin('/community-export', { passphrase: chosen })} />
      )}
      <Part title={t('move.import-title')}>
        <p>{t('move.import-words')}</p>
        {[`forestall community import ${file} --dry-run`, `forestall community import ${file}`].map((command) => (
          <p key={command}>
            <code>{command}</code>
          </p>
        ))}
      </Part>
    </Page>
  );
};
