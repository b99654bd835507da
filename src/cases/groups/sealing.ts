import { openJson, type Place, sealJson } from '../../platform/vault/index.ts';
import { type CaseSpot, openAt, sealAt } from '../sealing.ts';

type Row = { communityId: string; caseId: string; id: string };

const teamSpot = ({ communityId, caseId, id }: Row): CaseSpot => ({
  community: communityId,
  caseId,
  table: 'case_groups',
  column: 'team_key',
  row: id,
});
const place = ({ communityId, id }: Row): Place => ({
  community: communityId,
  table: 'case_groups',
  column: 'content',
  row: id,
  record: id,
  version: 1,
});

/** The record's own key under the case's: by it lead and deputy see what they recorded. */
export const sealGroupKey = (caseKey: Buffer, row: Row, key: Buffer): Buffer =>
  sealAt(caseKey, teamSpot(row), key.toString('base64'));
export const openGroupKey = (caseKey: Buffer, row: Row & { teamKey: Buffer }): Buffer =>
  Buffer.from(openAt<string>(caseKey, teamSpot(row), row.teamKey), 'base64');

/** The id of a group: always as long, so that its length tells nothing. */
export const sealGroup = (key: Buffer, row: Row, groupId: string): Buffer => sealJson(key, place(row), groupId);
export const openGroup = (key: Buffer, row: Row & { content: Buffer }): string =>
  openJson(key, place(row), row.content) as string;
