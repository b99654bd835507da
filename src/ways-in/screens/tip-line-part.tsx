import { useQuery } from '@tanstack/react-query';
import { cancelImport, tipImportsQuery } from '../../console/api/ways-in.ts';
import { Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { ChooseList, Imports } from './part-of-import.tsx';
import { TipForm } from './tip-form.tsx';
import { waysWords } from './words/index.ts';

/** Reads the list of an old tip line on this device, shows every fault, and brings it in. */
export const TipLine = () => {
  const { t } = useWords(waysWords);
  const imports = useQuery(tipImportsQuery);
  return (
    <Part title={t('tips.title')}>
      <p>{t('tips.words')}</p>
      <ChooseList id="tips-file">
        {(file, table, done) => <TipForm key={file.name} file={file} table={table} done={done} />}
      </ChooseList>
      <Reading of={imports}>{(data) => <Imports imports={data.imports} stop={cancelImport} />}</Reading>
    </Part>
  );
};
