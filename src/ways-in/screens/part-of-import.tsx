import { useMutation } from '@tanstack/react-query';
import { type ChangeEvent, type ReactNode, useState } from 'react';
import { Moment } from '../../console/kit/moments.tsx';
import { Notice } from '../../console/kit/notice.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { readTable, rowsAtMost, type Table } from '../../platform/tables/read-table.ts';
import { waysWords } from './words/index.ts';

const onAPage = 50;

type Fault = { row: number; field: string; because: string };

interface FaultProps {
  faults: readonly Fault[];
  /** What is wrong with which field, in words. */
  said(fault: Fault): string;
}

/** Every fault with its row, fifty to a page, so that ten thousand can be read as well as one. */
export const FaultTable = ({ faults, said }: FaultProps) => {
  const { t } = useWords(waysWords);
  const [first, setFirst] = useState(0);
  const shown = faults.slice(first, first + onAPage);
  return (
    <>
      <ul className="faults">
        {shown.map((fault) => (
          <li key={`${fault.row} ${fault.field} ${fault.because}`}>
            <strong>{t('tips.row', { row: fault.row })}</strong>: {said(fault)}
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

interface ImportRow {
  id: string;
  begunAt: string;
  begunBy: string;
  rows: number;
  done: number;
  state: 'running' | 'done' | 'cancelled' | 'failed';
}

const ImportCard = ({ of, stop }: { of: ImportRow; stop(id: string): Promise<unknown> }) => {
  const { t } = useWords(waysWords);
  const cancel = useMutation({ mutationFn: () => stop(of.id) });
  const said = t('tips.progress', { done: of.done, rows: of.rows });
  return (
    <li className="card">
      <p>
        <Moment at={of.begunAt} /> · {of.begunBy} · {t(`tips.state.${of.state}`)}
      </p>
      {of.state === 'running' ? (
        <>
          <progress value={of.done} max={of.rows} aria-label={said} />
          <p>{said}</p>
          <button type="button" onClick={() => cancel.mutate()} aria-disabled={cancel.isPending}>
            {t('tips.cancel')}
          </button>
        </>
      ) : (
        <p>{t('tips.brought-in', { count: of.state === 'done' ? of.rows : 0 })}</p>
      )}
    </li>
  );
};

/** The imports so far, with how far the running one is and a way to stop it. */
export const Imports = ({ imports, stop }: { imports: readonly ImportRow[]; stop(id: string): Promise<unknown> }) => {
  const { t } = useWords(waysWords);
  if (imports.length === 0) return null;
  return (
    <>
      <h3>{t('tips.earlier-imports')}</h3>
      <ul className="cards">
        {imports.map((each) => (
          <ImportCard key={each.id} of={each} stop={stop} />
        ))}
      </ul>
    </>
  );
};

interface ListProps {
  id: string;
  /** What is shown once a list can be read: its columns, its faults, and the act. */
  children(file: File, table: Table, done: () => void): ReactNode;
}

/** Reads a list on this device; nothing is sent before somebody has seen what is in it. */
export const ChooseList = ({ id, children }: ListProps) => {
  const { t } = useWords(waysWords);
  const [chosen, setChosen] = useState<{ file: File; table: Table } | null>(null);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    setChosen(file ? { file, table: readTable(await file.text()) } : null);
  };
  const count = chosen?.table.rows.length ?? 0;
  const isReadable = count > 0 && count <= rowsAtMost;
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t('tips.file')}</label>
        <input id={id} type="file" accept=".csv,.tsv,.txt,text/csv" onChange={choose} />
      </div>
      {chosen && !isReadable && (
        <Notice tone="bad" role="alert">
          <p>{t('tips.unreadable', { most: rowsAtMost })}</p>
        </Notice>
      )}
      {chosen && isReadable && children(chosen.file, chosen.table, () => setChosen(null))}
    </>
  );
};
