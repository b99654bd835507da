import { deriveKey, openJson, type Place, sealJson } from '../platform/vault/index.ts';
import type { BehindReason, Concern, UrgencyRule } from './contract.ts';

/** What is sealed of a report: what was told, the rule that ordered it, and why it stands behind where it does. */
export type SealedConcern = { concern: Concern; rule: UrgencyRule; behind?: BehindReason[] };

export type ReportTable =
  | 'reports'
  | 'report_messages'
  | 'report_attachments'
  | 'report_decisions'
  | 'report_handovers'
  | 'relay_checks'
  | 'reading_reasons';

/** Where a sealed value of a report lives: bound into the ciphertext, so that it opens nowhere else. */
export type Spot = { community: string; report: string; table: ReportTable; column: string; row: string };

export const placeOf = (spot: Spot): Place => ({
  community: spot.community,
  table: spot.table,
  column: spot.column,
  row: spot.row,
  record: spot.report,
  version: 1,
});

export const sealAt = (key: Buffer, spot: Spot, value: unknown): Buffer => sealJson(key, placeOf(spot), value);
export const openAt = <T>(key: Buffer, spot: Spot, sealed: Buffer): T => openJson(key, placeOf(spot), sealed) as T;

/** The key of the conversation, derived one way from the report's: who holds a receipt reads the mailbox and nothing else. */
export const mailboxKeyOf = (recordKey: Buffer): Buffer => deriveKey(recordKey, 'mailbox');
