import { queryOptions } from '@tanstack/react-query';
import type * as contract from '../../programme/contract.ts';
import { apiAddress, query, read, send } from './client.ts';

export type Programme = contract.Programme;
export type ProgrammeTable = contract.ProgrammeTable;
export type ProgrammeDays = { from?: string; to?: string };

export const programmeQuery = (days: ProgrammeDays) =>
  queryOptions({
    queryKey: ['programme', days.from ?? '', days.to ?? ''],
    queryFn: () => read<Programme>(`/programme${query(days)}`),
  });
export const programmeFileAddress = ({ from, to }: { from: string; to: string }): string =>
  apiAddress(`/programme/file${query({ from, to })}`);

export type GroupFigures = contract.GroupFigures;
export type GroupTable = contract.GroupTable;
export const groupFiguresQuery = queryOptions({
  queryKey: ['programme', 'groups'],
  queryFn: () => read<GroupFigures>('/programme/groups'),
});
export const countYear = (year: number) => send<GroupFigures>('/programme/groups', { year });
export const groupFileAddress = (year: number): string => apiAddress(`/programme/groups/file${query({ year })}`);
