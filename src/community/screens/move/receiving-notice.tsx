import { Notice } from '../../../console/kit/notice.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { moveWords } from '../../words/move/index.ts';
import type { Receiving } from './use-received.ts';

const inMegabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

interface ReceivingProps {
  now: Receiving;
  cancel(): void;
  /** The name under which it is saved. */
  file: string;
}

/** How far a file is that is being made: a way to stop it, and to save it once it is whole. */
export const ReceivingNotice = ({ now, cancel, file }: ReceivingProps) => {
  const { t } = useWords(moveWords);
  if (now.state === 'cancelled')
    return (
      <Notice tone="careful" role="status">
        <p>{t('move.cancelled')}</p>
      </Notice>
    );
  if (now.state === 'running')
    return (
      <Notice tone="careful" role="status">
        <p>{t('move.running', { megabytes: inMegabytes(now.bytes) })}</p>
        <button type="button" onClick={cancel}>
          {t('move.cancel')}
        </button>
      </Notice>
    );
  if (now.state !== 'done') return null;
  return (
    <Notice tone="good" role="status">
      <p>{t('move.done', { megabytes: inMegabytes(now.bytes) })}</p>
      <p>
        <a href={now.address} download={file}>
          {t('move.save')}
        </a>
      </p>
    </Notice>
  );
};
