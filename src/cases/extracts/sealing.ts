import type { z } from 'zod';
import { openJson, type Place, sealJson } from '../../platform/vault/index.ts';
import { type CaseSpot, openAt, sealAt } from '../sealing.ts';
import type { givenStatement } from '../statements/contract.ts';

/** What an extract holds: copies, since its reader holds no key of the case. */
export type ExtractContent = { question: string; statements: z.infer<typeof givenStatement>[] };

type Row = { communityId: string; caseId: string; id: string };

const teamSpot = ({ communityId, caseId, id }: Row): CaseSpot => ({
  community: communityId,
  caseId,
  table: 'extracts',
  column: 'team_key',
  row: id,
});
const placeIn = (community: string, extract: string, table: 'extracts' | 'extract_answers', row: string): Place => ({
  community,
  table,
  column: 'content',
  row,
  record: extract,
  version: 1,
});

/** The extract's key under the case's: by it the team reads what it gave and what came back. */
export const sealTeamKey = (caseKey: Buffer, row: Row, key: Buffer): Buffer =>
  sealAt(caseKey, teamSpot(row), key.toString('base64'));
export const openTeamKey = (caseKey: Buffer, row: Row & { teamKey: Buffer }): Buffer =>
  Buffer.from(openAt<string>(caseKey, teamSpot(row), row.teamKey), 'base64');

export const sealExtract = (key: Buffer, { communityId, id }: Row, content: ExtractContent): Buffer =>
  sealJson(key, placeIn(communityId, id, 'extracts', id), content);
export const openExtract = (key: Buffer, row: { communityId: string; id: string; content: Buffer }): ExtractContent =>
  openJson(key, placeIn(row.communityId, row.id, 'extracts', row.id), row.content) as ExtractContent;

type Answer = { communityId: string; extractId: string; id: string };
export const sealAnswer = (key: Buffer, { communityId, extractId, id }: Answer, words: string): Buffer =>
  sealJson(key, placeIn(communityId, extractId, 'extract_answers', id), words);
export const openAnswer = (key: Buffer, row: Answer & { content: Buffer }): string =>
  openJson(key, placeIn(row.communityId, row.extractId, 'extract_answers', row.id), row.content) as string;
