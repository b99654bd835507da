import { useState } from 'react';
import { useWords } from '../../console/kit/speech.tsx';
import type { TipFault } from './tip-line/check-tips.ts';
import { waysWords } from './words/index.ts';

const onAPage = 50;

/** Every fault with its row, fifty to a page, so that ten thousand can be read as well as one. */
export const FaultTable = ({ faults }: { faults: readonly TipFault[] }) => {
  const { t } = useWords(waysWords);
  const [first, setFirst] = useState(0);
  const shown = faults.slice(first, first + onAPage);
  return (
    <>
      <ul className="faults">
        {shown.map(({ row, field, because }) => (
          <li key={`${row} ${field} ${because}`}>
            <strong>{t('tips.row', { row })}</strong>: {t(`tips.field.${field}`)} {t(`tips.fault.${because}`)}
          </li>
        ))}
      </ul>
      {faults.length > onAPage && (
        <p className="form-acts">
          <button type="button" disabled={first === 0} onClick={() => setFirst(first - onAPage)}>
            {t('tips.earlier')}
          </button>
          <span role="status">{t('tips.page', { from: first + 1, to: first + shown.length, all: faults.length })}</span>
          <button type="button" disabled={first + onAPage >= faults.length} onClick={() => setFirst(first + onAPage)}>
            {t('tips.later')}
          </button>
        </p>
      )}
    </>
  );
};
