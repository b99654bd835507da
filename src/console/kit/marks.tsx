import type { ReactNode } from 'react';
import type { Urgency } from '../api/reports.ts';
import { useConsoleWords } from './speech.tsx';

const shapes: Readonly<Record<Urgency, ReactNode>> = {
  immediate: <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" />,
  urgent: <path d="M8 1.5 15 14.5H1z" />,
  unsorted: <circle cx="8" cy="8" r="6.5" />,
  routine: <path d="M2 2h12v12H2z" />,
};

const isUrgency = (word: string): word is Urgency => word in shapes;

/** How urgent a report is: a shape, a word and a colour, so that none of them has to do alone. */
export const UrgencyMark = ({ urgency }: { urgency: string }) => {
  const { t } = useConsoleWords();
  if (!isUrgency(urgency)) return <span className="mark">{urgency}</span>;
  return (
    <span className={`mark mark-${urgency}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        {shapes[urgency]}
      </svg>
      {t(`urgency.${urgency}`)}
    </span>
  );
};

/** A state in a word. */
export const StateMark = ({ tone = 'quiet', children }: { tone?: 'quiet' | 'good' | 'late'; children: ReactNode }) => (
  <span className={`state state-${tone}`}>{children}</span>
);

/** Says quietly that something here changed while it was on the screen. */
export const ChangedMark = () => {
  const { t } = useConsoleWords();
  return <span className="changed">{t('kit.changed')}</span>;
};
