import { useMutation, useQuery } from '@tanstack/react-query';
import { type ChangeEvent, useState } from 'react';
import { cancelImport, type TipImport, tipImportsQuery } from '../../console/api/ways-in.ts';
import { Moment } from '../../console/kit/moments.tsx';
import { Notice } from '../../console/kit/notice.tsx';
import { Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { readTable, rowsAtMost, type Table } from '../../platform/tables/read-table.ts';
import { TipForm } from './tip-form.tsx';
import { waysWords } from './words/index.ts';

const Import = ({ of }: { of: TipImport }) => {
  const { t } = useWords(waysWords);
  const cancel = useMutation({ mutationFn: () => cancelImport(of.id) });
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
        <p>{t('tips.good', { count: of.state === 'done' ? of.rows : 0 })}</p>
      )}
    </li>
  );
};

/** Reads the list of an old tip line on this device, shows every fault, and brings it in. */
export const TipLine = () => {
  const { t } = useWords(waysWords);
  const imports = useQuery(tipImportsQuery);
  const [chosen, setChosen] = useState<{ file: File; table: Table } | null>(null);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    setChosen(file ? { file, table: readTable(await file.text()) } : null);
  };
  const count = chosen?.table.rows.length ?? 0;
  const isReadable = count > 0 && count <= rowsAtMost;
  return (
    <Part title={t('tips.title')}>
      <p>{t('tips.words')}</p>
      <div className="field">
        <label htmlFor="tips-file">{t('tips.file')}</label>
        <input id="tips-file" type="file" accept=".csv,.tsv,.txt,text/csv" onChange={choose} />
      </div>
      {chosen && !isReadable && (
        <Notice tone="bad" role="alert">
          <p>{t('tips.unreadable', { most: rowsAtMost })}</p>
        </Notice>
      )}
      {chosen && isReadable && <TipForm key={chosen.file.name} {...chosen} done={() => setChosen(null)} />}
      <Reading of={imports}>
        {(data) =>
          data.imports.length > 0 && (
            <>
              <h3>{t('tips.earlier-imports')}</h3>
              <ul className="cards">
                {data.imports.map((each) => (
                  <Import key={each.id} of={each} />
                ))}
              </ul>
            </>
          )
        }
      </Reading>
    </Part>
  );
};
