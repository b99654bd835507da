import type { ReactNode } from 'react';
import type { Refusal } from '../api/refusal.ts';
import { isConsoleKey } from '../words/index.ts';
import { useConsoleWords } from './speech.tsx';

export type Tone = 'quiet' | 'good' | 'careful' | 'bad';

interface NoticeProps {
  tone?: Tone;
  title?: string;
  role?: 'alert' | 'status';
  children?: ReactNode;
}

export const Notice = ({ tone = 'quiet', title, role, children }: NoticeProps) => (
  <div className={`notice notice-${tone}`} role={role}>
    {title && <p className="notice-title">{title}</p>}
    {children}
  </div>
);

/** The sentence for a refusal: the nearest that we have words for. */
export const useRefusalWords = () => {
  const { t } = useConsoleWords();
  const fieldWords = useFieldWords();
  return (refusal: Refusal): string => {
    const [message] = Object.values(refusal.fields ?? {});
    if (refusal.kind === 'invalid' && message !== undefined) return fieldWords(message);
    const near = `refused.${refusal.kind}.${refusal.because ?? ''}`;
    if (isConsoleKey(near)) return t(near);
    const far = `refused.${refusal.kind}`;
    if (refusal.kind === 'bug') return t('refused.bug', { reference: refusal.reference ?? '-' });
    return isConsoleKey(far) ? t(far) : t('refused.bug', { reference: refusal.reference ?? '-' });
  };
};

/** The sentence for one field that the server would not take. */
export const useFieldWords = () => {
  const { t } = useConsoleWords();
  return (message: string): string => {
    const key = `field.${message}`;
    return isConsoleKey(key) ? t(key) : t('field.invalid');
  };
};

export const RefusalNotice = ({ refusal }: { refusal: Refusal }) => {
  const words = useRefusalWords();
  const tone = refusal.kind === 'conflict' || refusal.kind === 'not-signed-in' ? 'careful' : 'bad';
  return (
    <Notice tone={tone} role="alert">
      <p>{words(refusal)}</p>
    </Notice>
  );
};
