import { queryOptions } from '@tanstack/react-query';
import { read, send, sendForm } from '../../../console/api/client.ts';
import type { ArchiveImports, ArchiveLookedAt, BringArchiveOptions, BroughtCase } from '../../contract.ts';

export type { ArchiveLookedAt, BroughtCase };

const everySecond = 1_000;
/** Asked again every second while one runs, since it is in no log until it has ended. */
export const archiveImportsQuery = queryOptions({
  queryKey: ['archive-imports'],
  queryFn: () => read<ArchiveImports>('/case-archives'),
  refetchInterval: ({ state }) => (state.data?.imports.some((each) => each.state === 'running') ? everySecond : false),
});
export const cancelArchiveImport = (id: string) => send<unknown>(`/case-archives/${id}/cancellation`);

const formOf = (file: File, options: object): FormData => {
  const form = new FormData();
  form.set('file', file);
  form.set('options', JSON.stringify(options));
  return form;
};
export const lookAtArchive = (file: File, opensWith: string) =>
  sendForm<ArchiveLookedAt>('/case-archives/look', formOf(file, { opensWith }));
export const bringArchive = (file: File, options: BringArchiveOptions) =>
  sendForm<{ id: string; number: string }>('/case-archives', formOf(file, options));

/** Reading is logged, so it is read once. */
export const broughtQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['brought', caseId],
    queryFn: () => read<BroughtCase>(`/cases/${caseId}/brought`),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    retry: false,
  });
