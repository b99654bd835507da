import { useState } from 'react';
import { Copy } from '../../../console/kit/copy.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { Notice, RefusalNotice } from '../../../console/kit/notice.tsx';
import { Page, Part } from '../../../console/kit/page.tsx';
import { useSession } from '../../../console/kit/session.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { Tick } from '../../../console/kit/ticks.tsx';
import { moveWords } from '../../words/move/index.ts';
import { newPassphrase } from './passphrase.ts';
import { useExport } from './use-export.ts';

const inMegabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

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
  const { now, begin, cancel } = useExport();
  const file = `forestall-${community.slug}.age`;
  return (
    <Page title={t('move.title')}>
      <p>{t('move.words')}</p>
      <p>{t('move.after')}</p>
      {now.state === 'refused' && <RefusalNotice refusal={now.refusal} />}
      {now.state === 'cancelled' && (
        <Notice tone="careful" role="status">
          <p>{t('move.cancelled')}</p>
        </Notice>
      )}
      {now.state === 'running' && (
        <Notice tone="careful" role="status">
          <p>{t('move.running', { megabytes: inMegabytes(now.bytes) })}</p>
          <button type="button" onClick={cancel}>
            {t('move.cancel')}
          </button>
        </Notice>
      )}
      {now.state === 'done' && (
        <Notice tone="good" role="status">
          <p>{t('move.done', { megabytes: inMegabytes(now.bytes) })}</p>
          <p>
            <a href={now.address} download={file}>
              {t('move.save')}
            </a>
          </p>
        </Notice>
      )}
      {now.state !== 'running' && now.state !== 'done' && <Begin passphrase={passphrase} begin={begin} />}
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
