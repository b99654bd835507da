import { queryOptions } from '@tanstack/react-query';
import { read, send, sendForm } from '../../../console/api/client.ts';
import type { BringInOptions, CaseImports } from '../../contract.ts';

const everySecond = 1_000;
/** Asked again every second while one runs, since its rows are in no log until it has ended. */
export const caseImportsQuery = queryOptions({
  queryKey: ['case-imports'],
  queryFn: () => read<CaseImports>('/case-imports'),
  refetchInterval: ({ state }) => (state.data?.imports.some((each) => each.state === 'running') ? everySecond : false),
});
export const bringInCases = (file: File, options: BringInOptions) => {
  const form = new FormData();
  form.set('file', file);
  form.set('options', JSON.stringify(options));
  return sendForm<{ id: string }>('/case-imports', form);
};
export const cancelCaseImport = (id: string) => send<unknown>(`/case-imports/${id}/cancellation`);
