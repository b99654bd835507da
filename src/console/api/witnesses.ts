import { queryOptions } from '@tanstack/react-query';
import type * as contract from '../../community/contract.ts';
import { read, send } from './client.ts';

export type Witnesses = contract.Witnesses;

const everyMinute = 60_000;
export const witnessesQuery = queryOptions({
  queryKey: ['witnesses'],
  queryFn: () => read<Witnesses>('/witnesses'),
  refetchInterval: everyMinute,
});
export const addWitness = (input: { address: string; key: string }) => send<Witnesses>('/witnesses', input);
export const removeWitness = (name: string) => send<Witnesses>('/witnesses/removal', { name });
export const watchLog = (input: { key: string }) => send<Witnesses>('/watched-logs', input);
