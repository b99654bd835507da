import { openJson, type Place, sealJson } from '../platform/vault/index.ts';
import type { Why } from './contract.ts';

export type SealedWhy = Why & { delayReason: string };

/** Where the contact of a reporter lies; the browser that opens it must name the same place. */
export const contactPlace = (community: string, id: string): Place => ({
  community,
  table: 'sealed_identities',
  column: 'content',
  row: id,
  record: id,
  version: 1,
});

const requestPlace = (community: string, id: string, column: 'content' | 'review'): Place => ({
  community,
  table: 'identity_requests',
  column,
  row: id,
  record: id,
  version: 1,
});

export const sealWhy = (key: Buffer, community: string, id: string, why: SealedWhy): Buffer =>
  sealJson(key, requestPlace(community, id, 'content'), why);
export const openWhy = (key: Buffer, row: { communityId: string; id: string; content: Buffer }): SealedWhy =>
  openJson(key, requestPlace(row.communityId, row.id, 'content'), row.content) as SealedWhy;
export const sealReview = (key: Buffer, community: string, id: string, words: string): Buffer =>
  sealJson(key, requestPlace(community, id, 'review'), words);

/** What a released half is bound to: it opens for that request and that side only. */
export const halfPlace = (community: string, request: string, side: string): string[] => [community, request, side];
