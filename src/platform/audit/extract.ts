import type { Tx } from '../db/database.ts';
import type { KeyStore } from '../vault/index.ts';
import { checkpointLine, inclusionProofs, provenLine, verifierKeyOf } from './tree/index.ts';

/** Some entries of a log with the proof that they stand in it, as `verify-log.ts` reads them. */
export type Extract = {
  verifierKey: string;
  /** The lines: each entry with its proof, then the checkpoint that signs them all. */
  lines: string;
  entries: number;
  /** Entries of the record that came after the last signed checkpoint: nothing vouches for them yet. */
  notYetSigned: number;
};

/** Every entry of the log about one record, proven up to the last signed checkpoint; null while nothing is signed. */
export async function extractOf(tx: Tx, keyStore: KeyStore, recordId: string): Promise<Extract | null> {
  const head = await tx.sql
    .selectFrom('auditCheckpoints')
    .select(['size', 'note'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!head) return null;
  const size = Number(head.size);
  const all = await entriesOf(tx, recordId);
  const signed = all.flatMap(({ leafNumber, leafHash, body }) =>
    leafNumber !== null && Number(leafNumber) < size ? [{ leaf: Number(leafNumber), hash: leafHash!, body }] : [],
  );
  const proofs = inclusionProofs(
    signed.map(({ leaf }) => leaf),
    signed.length > 0 ? await leavesOf(tx, size) : Buffer.alloc(0),
  );
  const lines = signed.map(({ leaf, hash, body }) => provenLine(leaf, hash, body, proofs.get(leaf)!));
  return {
    verifierKey: verifierKeyOf(`forestall/${tx.actor.communityId}`, keyStore.checkpointKey.publicKey),
    lines: [...lines, checkpointLine(head.note)].join(''),
    entries: signed.length,
    notYetSigned: all.length - signed.length,
  };
}

const entriesOf = (tx: Tx, recordId: string) =>
  tx.sql
    .selectFrom('auditEntries as entry')
    .leftJoin('auditLeaves as leaf', 'leaf.entryId', 'entry.id')
    .select(['entry.body', 'leaf.leafNumber', 'leaf.leafHash'])
    .where('entry.recordId', '=', recordId)
    .orderBy('leaf.leafNumber')
    .execute();

const leavesAtOnce = 20_000;

/** The hashes of the first leaves, one after another: 32 bytes each, whatever the log holds. */
async function leavesOf(tx: Tx, size: number): Promise<Buffer> {
  const leaves = Buffer.alloc(size * 32);
  for (let from = 0; from < size; from += leavesAtOnce) {
    const rows = await tx.sql
      .selectFrom('auditLeaves')
      .select(['leafNumber', 'leafHash'])
      .where('leafNumber', '>=', String(from))
      .where('leafNumber', '<', String(Math.min(size, from + leavesAtOnce)))
      .execute();
    for (const { leafNumber, leafHash } of rows) leafHash.copy(leaves, Number(leafNumber) * 32);
  }
  return leaves;
}
