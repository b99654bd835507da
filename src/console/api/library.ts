import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../library/contract.ts';
import { read, send } from './client.ts';

export type TextList = contract.TextList;
export type TextRow = contract.TextRow;
export type OpenedText = contract.OpenedText;
export type OpenedVersion = contract.OpenedVersion;
export type TextVersion = contract.TextVersion;
export type WrittenText = contract.WrittenText;
export type TextFault = contract.TextFault;
export type TextPreview = contract.TextPreview;
export type ChangedLine = contract.ChangedLine;
export type TrainingRecord = contract.TrainingRecord;
export type DueTraining = contract.DueTraining;
export type ToldMistakes = contract.ToldMistakes;
type Deciding = z.infer<typeof contract.decideVersion>;
type AddedLanguage = z.infer<typeof contract.addedLanguage>;

export interface TextPlace {
  language: string;
  id: string;
}
const at = ({ language, id }: TextPlace) => `/library/texts/${language}/${id}`;

export const textsQuery = queryOptions({
  queryKey: ['library-texts'],
  queryFn: () => read<TextList>('/library/texts'),
});
export const textQuery = (place: TextPlace) =>
  queryOptions({
    queryKey: ['library-text', place.language, place.id],
    queryFn: () => read<OpenedText>(at(place)),
  });
export const versionQuery = (place: TextPlace, number: number) =>
  queryOptions({
    queryKey: ['library-version', place.language, place.id, number],
    queryFn: () => read<OpenedVersion>(`${at(place)}/versions/${number}`),
  });

export const previewText = (place: TextPlace, fields: WrittenText) => send<TextPreview>(`${at(place)}/preview`, fields);
export const saveText = (place: TextPlace, fields: WrittenText, isSent: boolean) =>
  send<OpenedText>(`${at(place)}/draft`, { fields, send: isSent });
export const withdrawVersion = (place: TextPlace, number: number) =>
  send<OpenedText>(`${at(place)}/versions/${number}/withdrawal`);
export const decideVersion = (place: TextPlace, number: number, input: Deciding) =>
  send<OpenedText>(`${at(place)}/versions/${number}/decision`, input);
export const goBack = (place: TextPlace, version: number | null, position: number) =>
  send<OpenedText>(`${at(place)}/going-back`, { version, position });
export const addLanguage = (input: AddedLanguage) => send<TextList>('/library/languages', input);

export const trainingQuery = queryOptions({
  queryKey: ['training'],
  queryFn: () => read<{ records: TrainingRecord[] }>('/library/training'),
});
export const dueTrainingQuery = queryOptions({
  queryKey: ['training-due'],
  queryFn: () => read<DueTraining>('/library/training/due'),
});
export const certificateAddress = (id: string, language: string) =>
  `/api/v1/library/training/${id}/certificate?lang=${language}`;

export const mistakesQuery = queryOptions({
  queryKey: ['library-mistakes'],
  queryFn: () => read<ToldMistakes>('/library/mistakes'),
});
export const settleMistake = (id: string) => send<ToldMistakes>(`/library/mistakes/${id}/settling`);
