import { Part } from '../../../console/kit/page.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { OpenedPage } from '../opened-page.tsx';
import { Brought } from './brought.tsx';
import { GiveCase } from './give-case.tsx';
import { archiveWords } from './words/index.ts';

/** Where a case came from, and the way to give all of it elsewhere. */
export const ArchivePage = () => {
  const { t } = useWords(archiveWords);
  return (
    <OpenedPage title={() => t('archive.title')}>
      {(opened) => (
        <>
          <Part title={t('brought.title')}>
            <Brought caseId={opened.id} />
          </Part>
          <Part title={t('archive.give')}>
            <GiveCase opened={opened} />
          </Part>
        </>
      )}
    </OpenedPage>
  );
};
