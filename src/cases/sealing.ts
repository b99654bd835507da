import { openJson, type Place, sealJson } from '../platform/vault/index.ts';

export type CaseTable = 'cases' | 'statements' | 'actions' | 'hand_over_offers';
export type CaseSpot = { community: string; caseId: string; table: CaseTable; column: string; row: string };

const placeOf = (spot: CaseSpot): Place => ({
  community: spot.community,
  table: spot.table,
  column: spot.column,
  row: spot.row,
  record: spot.caseId,
  version: 1,
});

export const sealAt = (key: Buffer, spot: CaseSpot, value: unknown): Buffer => sealJson(key, placeOf(spot), value);
export const openAt = <T>(key: Buffer, spot: CaseSpot, sealed: Buffer): T => openJson(key, placeOf(spot), sealed) as T;

export type CaseContent = { title: string; summary: string; closing?: string };
export type StatementContent = { words: string; source: string; happened: string };

export const caseSpot = (community: string, caseId: string): CaseSpot => ({
  community,
  caseId,
  table: 'cases',
  column: 'content',
  row: caseId,
});
export const statementSpot = (community: string, caseId: string, row: string): CaseSpot => ({
  community,
  caseId,
  table: 'statements',
  column: 'content',
  row,
});
export const actionSpot = (community: string, caseId: string, row: string, column: 'content' | 'result'): CaseSpot => ({
  community,
  caseId,
  table: 'actions',
  column,
  row,
});
export const noteSpot = (community: string, caseId: string, row: string): CaseSpot => ({
  community,
  caseId,
  table: 'hand_over_offers',
  column: 'note',
  row,
});
