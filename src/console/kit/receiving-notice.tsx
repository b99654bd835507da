import { Notice } from './notice.tsx';
import { useConsoleWords } from './speech.tsx';
import type { Receiving } from './use-received.ts';

/** A small file still has a size. */
const inMegabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(bytes < 100_000 ? 3 : 1);

interface ReceivingProps {
  now: Receiving;
  cancel(): void;
  /** The name under which it is saved. */
  file: string;
}

/** How far a file is that is being made: a way to stop it, and to save it once it is whole. */
export const ReceivingNotice = ({ now, cancel, file }: ReceivingProps) => {
  const { t } = useConsoleWords();
  if (now.state === 'cancelled')
    return (
      <Notice tone="careful" role="status">
        <p>{t('receiving.cancelled')}</p>
      </Notice>
    );
  if (now.state === 'running')
    return (
      <Notice tone="careful" role="status">
        <p>{t('receiving.running', { megabytes: inMegabytes(now.bytes) })}</p>
        <button type="button" onClick={cancel}>
          {t('receiving.cancel')}
        </button>
      </Notice>
    );
  if (now.state !== 'done') return null;
  return (
    <Notice tone="good" role="status">
      <p>{t('receiving.done', { megabytes: inMegabytes(now.bytes) })}</p>
      <p>
        <a href={now.address} download={file}>
          {t('receiving.save')}
        </a>
      </p>
    </Notice>
  );
};
