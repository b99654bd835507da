import { useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { addStatement, caseQuery, type OpenedCase, type StatementInput } from '../../../console/api/cases.ts';
import { apiAddress, sendImages } from '../../../console/api/client.ts';
import type { Refused } from '../../../console/kit/pictures.tsx';
import type { statementFilesAdded } from '../../contract.ts';

type FilesAdded = z.infer<typeof statementFilesAdded>;

const filesOf = (caseId: string, statementId: string) => `/cases/${caseId}/statements/${statementId}/files`;

export const pictureAddress = (caseId: string, statementId: string, id: string) =>
  apiAddress(`${filesOf(caseId, statementId)}/${id}`);
export const addPictures = (caseId: string, statementId: string, images: readonly File[]) =>
  sendImages<FilesAdded>(filesOf(caseId, statementId), images);

const withFiles = (opened: OpenedCase, statementId: string, files: FilesAdded['files']): OpenedCase => ({
  ...opened,
  statements: opened.statements.map((each) => (each.id === statementId ? { ...each, files } : each)),
});

/** Puts what a statement has now on the screen. */
export const useTakeFiles = (caseId: string, statementId: string) => {
  const client = useQueryClient();
  return ({ files }: FilesAdded): void => {
    client.setQueryData(caseQuery(caseId).queryKey, (opened) => opened && withFiles(opened, statementId, files));
  };
};

export interface Recorded {
  opened: OpenedCase;
  refused: Refused[];
}

/** Records a statement, then its pictures: the words stand once they are recorded, whatever becomes of a picture. */
export const recordStatement = async (
  caseId: string,
  input: StatementInput,
  images: readonly File[],
): Promise<Recorded> => {
  const opened = await addStatement(caseId, input);
  const latest = opened.statements.at(-1);
  if (!latest || images.length === 0) return { opened, refused: [] };
  try {
    const { files, refused } = await addPictures(caseId, latest.id, images);
    return { opened: withFiles(opened, latest.id, files), refused };
  } catch {
    return { opened, refused: images.map(({ name }) => ({ name, because: 'not-sent' })) };
  }
};
