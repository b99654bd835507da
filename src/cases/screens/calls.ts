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

export const declareNoConflict = (id: string) => act(id, 'declarations', {});
export const addStandingTeam = (id: string) => act(id, 'standing-team', {});
export const recuse = (id: string, input: Input<typeof contract.recuseInput>) =>
  send<void>(`/cases/${id}/recusals`, input);

type StandingTeam = z.infer<typeof contract.standingTeam>;
export type StandingMember = StandingTeam['members'][number];
export const standingQuery = queryOptions({
  queryKey: ['standing-team'],
  queryFn: () => read<StandingTeam>('/standing-team'),
});
export const setStanding = (personId: string, input: Input<typeof contract.setStandingInput>) =>
  send<StandingTeam>(`/standing-team/${personId}`, input);

export const reviewCase = (id: string, input: Input<typeof contract.reviewCaseInput>) => act(id, 'reviews', input);

export const validateCase = (id: string, input: Input<typeof contract.validateCaseInput>) =>
  act(id, 'validations', input);

export type TeamWeek = contract.TeamWeek;
export const weekQuery = queryOptions({ queryKey: ['team-week'], queryFn: () => read<TeamWeek>('/team-week') });

type CalendarFeed = z.infer<typeof contract.calendarFeed>;
export const calendarQuery = queryOptions({
  queryKey: ['calendar'],
  queryFn: () => read<CalendarFeed>('/calendar'),
});
export const makeCalendar = () => send<CalendarFeed>('/calendar');
export const revokeCalendar = () => send<void>('/calendar', {}, { method: 'DELETE' });

export type Inquiry = OpenedCase['inquiries'][number];
export const planInquiry = (id: string, input: Input<typeof contract.planInquiryInput>) => act(id, 'inquiries', input);
export const endInquiry = (id: string, inquiryId: string, input: Input<typeof contract.endInquiryInput>) =>
  act(id, `inquiries/${inquiryId}/end`, input);

export const stayClosed = (id: string, questionId: string, input: Input<typeof contract.stayClosedInput>) =>
  act(id, `reopening-questions/${questionId}/staying-closed`, input);

export type CaseLoad = contract.CaseLoad;
export const loadQuery = queryOptions({ queryKey: ['case-load'], queryFn: () => read<CaseLoad>('/case-load') });
export const goAway = (input: Input<typeof contract.absenceInput>) => send<void>('/absences', input);
export type HandedOverAll = z.infer<typeof contract.handedOverAll>;
export const handOverAll = (input: Input<typeof contract.handOverAllInput>) =>
  send<HandedOverAll>('/hand-overs', input);

export const handOverFor = (personId: string, input: Input<typeof contract.handOverForInput>) =>
  send<HandedOverAll>(`/case-load/${personId}/hand-over`, input);

export const standardsQuery = queryOptions({
  queryKey: ['case-standards'],
  queryFn: () => read<CaseStandards>('/case-standards'),
});
export const setStandards = (input: CaseStandards) => send<CaseStandards>('/case-standards', input);

export const groupSettingsQuery = queryOptions({
  queryKey: ['group-settings'],
  queryFn: () => read<contract.GroupSettings>('/group-settings'),
});
export const setGroupSettings = (input: Input<typeof contract.setGroupSettingsInput>) =>
  send<contract.GroupSettings>('/group-settings', input);
export const caseGroupQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'group'],
    queryFn: () => read<contract.CaseGroup>(`/cases/${id}/group`),
  });
export const recordGroup = (id: string, input: Input<typeof contract.recordGroupInput>) =>
  send<contract.CaseGroup>(`/cases/${id}/group`, input);
