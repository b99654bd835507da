import type { Place } from '../../platform/vault/index.ts';
import { type CaseSpot, openAt, sealAt } from '../sealing.ts';
import type { Disclosure } from './contract.ts';

/** What the record of a disclosure holds: what was given, to whom, why and on which ground. */
type DisclosureContent = Pick<Disclosure, 'recipient' | 'basis' | 'necessity' | 'parcel'> & {
  statementIds: string[];
  /** The community of this installation to which a view went. */
  partnerId: string | null;
};

type Row = { communityId: string; caseId: string; id: string };

const spotOf = ({ communityId, caseId, id }: Row, column: 'content' | 'withdrawal'): CaseSpot => ({
  community: communityId,
  caseId,
  table: 'disclosures',
  column,
  row: id,
});

export const sealDisclosure = (key: Buffer, row: Row, content: DisclosureContent): Buffer =>
  sealAt(key, spotOf(row, 'content'), content);
export const openDisclosure = (key: Buffer, row: Row & { content: Buffer }): DisclosureContent =>
  openAt(key, spotOf(row, 'content'), row.content);
export const sealWithdrawal = (key: Buffer, row: Row, reason: string): Buffer =>
  sealAt(key, spotOf(row, 'withdrawal'), reason);
export const openWithdrawal = (key: Buffer, row: Row & { withdrawal: Buffer }): string =>
  openAt(key, spotOf(row, 'withdrawal'), row.withdrawal);

/** Where what a view shows lies, under the view's own key. */
export const viewPlace = (community: string, table: 'shared_views' | 'partner_views', id: string): Place => ({
  community,
  table,
  column: 'content',
  row: id,
  record: id,
  version: 1,
});
