import { useQuery } from '@tanstack/react-query';
import { Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { ChooseList, Imports } from '../../ways-in/screens/part-of-import.tsx';
import { BringArchive } from './archive/bring-archive.tsx';
import { BringInForm } from './bring-in/bring-in-form.tsx';
import { cancelCaseImport, caseImportsQuery } from './bring-in/calls.ts';
import { bringInWords } from './bring-in/words/index.ts';

/** Brings in cases: the list of an earlier system, read on this device and shown with every fault, or one case out of an archive. */
export const BringInCases = () => {
  const { t } = useWords(bringInWords);
  const against = useQuery(caseImportsQuery);
  return (
    <>
      <Part title={t('bring.title')}>
        <p>{t('bring.about')}</p>
        <Reading of={against}>
          {(given) => (
            <>
              <ChooseList id="cases-file">
                {(file, table, done) => (
                  <BringInForm key={file.name} file={file} table={table} against={given} done={done} />
                )}
              </ChooseList>
              <Imports imports={given.imports} stop={cancelCaseImport} />
            </>
          )}
        </Reading>
      </Part>
      <Reading of={against}>{({ members }) => <BringArchive members={members} />}</Reading>
    </>
  );
};
