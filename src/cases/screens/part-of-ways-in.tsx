import { useQuery } from '@tanstack/react-query';
import { Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { ChooseList, Imports } from '../../ways-in/screens/part-of-import.tsx';
import { BringInForm } from './bring-in/bring-in-form.tsx';
import { cancelCaseImport, caseImportsQuery } from './bring-in/calls.ts';
import { bringInWords } from './bring-in/words/index.ts';

/** Reads the list of cases of an earlier system on this device, shows every fault, and brings it in. */
export const BringInCases = () => {
  const { t } = useWords(bringInWords);
  const against = useQuery(caseImportsQuery);
  return (
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
  );
};
