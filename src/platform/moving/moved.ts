import type { KeyStore } from '../vault/index.ts';

/** The format of an archive that holds one community and can be read into another installation. */
export const COMMUNITY_FORMAT = 'forestall-community-1';

/**
 * What stays behind. Some belongs to a moment or to the old address; some only the old installation can make or check: signed
 * checkpoints of the log, passkeys and recovery codes, blind tags. People make new ones; the tags come back as records are read.
 */
export const staysBehind: readonly string[] = [
  'audit_checkpoints',
  'audit_cosignatures',
  'audit_queue',
  'files_to_remove',
  'idempotency_keys',
  'identifiers',
  'installation',
  'invitations',
  'lendings',
  'mail_messages',
  'pager_messages',
  'passkeys',
  'recovery_codes',
  'recovery_requests',
  'sessions',
  'sign_in_challenges',
  'spent_proofs',
  'taken_mails',
  'witness_standings',
  'witnessed_logs',
  'witnesses',
];

/** A row as the database writes it in JSON: bytes as `\x…`, moments as text. */
export type Row = Record<string, unknown>;

/** A column whose content the installation itself can open: it leaves one key store and comes under the other. */
export type InstallationSealed = {
  table: string;
  column: string;
  open(keyStore: KeyStore, row: Row, sealed: Buffer): Buffer | string;
  seal(keyStore: KeyStore, row: Row, plain: Buffer): Buffer;
};

export const bytesOf = (text: unknown): Buffer => Buffer.from(String(text).slice(2), 'hex');
export const asBytes = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`;

/** Where work stands: which part, and how many rows or files of it are done. */
export type Progress = (part: string, done: number) => void;
