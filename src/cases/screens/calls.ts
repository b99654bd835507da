import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { OpenedCase } from '../../console/api/cases.ts';
import { read, send } from '../../console/api/client.ts';
import type * as contract from '../contract.ts';

type Input<Schema extends z.ZodType> = z.input<Schema>;
export type CaseStandards = z.infer<typeof contract.caseStandards>;
export type ConcernRound = OpenedCase['concern']['rounds'][number];
export type Rating = ConcernRound['ratings'][number];
export type StageVisit = OpenedCase['stages'][number];

const act = (id: string, what: string, input: object) => send<OpenedCase>(`/cases/${id}/${what}`, input);

export const answerStage = (id: string, input: Input<typeof contract.answerStageInput>) =>
  act(id, 'stage/answers', input);
export const leaveStage = (id: string, input: Input<typeof contract.leaveStageInput>) => act(id, 'stage/exit', input);

export const rateConcern = (id: string, input: Input<typeof contract.rateConcernInput>) =>
  act(id, 'concern/ratings', input);
export const agreeConcern = (id: string, input: Input<typeof contract.agreeConcernInput>) =>
  act(id, 'concern/agreement', input);
export const askConcern = (id: string, input: Input<typeof contract.askConcernInput>) =>
  act(id, 'concern/rounds', input);
export const addTrigger = (id: string, input: Input<typeof contract.addTriggerInput>) =>
  act(id, 'concern/triggers', input);

export const standardsQuery = queryOptions({
  queryKey: ['case-standards'],
  queryFn: () => read<CaseStandards>('/case-standards'),
});
export const setStandards = (input: CaseStandards) => send<CaseStandards>('/case-standards', input);
