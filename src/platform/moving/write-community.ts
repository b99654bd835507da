import { createHash, type Hash } from 'node:crypto';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { writeEntry } from '../backup/entries.ts';
import { type SealTo, seal } from '../backup/seal.ts';
import type { Table } from '../backup/tables.ts';
import type { Tx } from '../db/database.ts';
import type { Ground } from '../ground.ts';
import { receiptKeysAsText, withoutOuter } from '../vault/index.ts';
import { asBytes, bytesOf, COMMUNITY_FORMAT, type InstallationSealed, type Progress, type Row } from './moved.ts';
import { movedTables, rowsOf } from './rows.ts';

/** What the archive is read from. */
export type LeavingGround = Pick<Ground, 'keyStore' | 'files' | 'clock'>;

export type Leaving = {
  /** The names of the migrations of this release: only the same shape can take the rows. */
  release: string[];
  sealTo: SealTo;
  to: Writable;
  sealed: readonly InstallationSealed[];
  progress?: Progress;
  /** Ends the work; nothing usable is left of it. */
  signal?: AbortSignal;
};

/**
 * Writes everything that the transaction's community owns as one archive, sealed to whoever imports it. Content stays under the
 * keys of its people; what the installation itself could open goes as it is, so only the archive's own seal protects that.
 * Answers how many rows and files went.
 */
export async function writeCommunity(tx: Tx, ground: LeavingGround, leaving: Leaving): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  const plain = Readable.from(entries(tx, ground, leaving, rows));
  const compressed = createGzip({ level: 1 });
  const signal = leaving.signal ?? new AbortController().signal;
  const compressing = pipeline(plain, compressed, { signal });
  const writing = seal(compressed, leaving.sealTo).then((sealed) => pipeline(sealed, leaving.to, { signal }));
  await Promise.all([compressing, writing]).catch((error) => {
    signal.throwIfAborted();
    throw error;
  });
  return rows;
}

async function* entries(tx: Tx, ground: LeavingGround, leaving: Leaving, rows: Record<string, number>) {
  const sums: Record<string, string> = {};
  yield* writeEntry(await headingOf(tx, ground, leaving));
  const files: string[] = [];
  for (const table of await movedTables(tx)) {
    const sum = createHash('sha256');
    rows[table.name] = 0;
    const count = (lines: readonly string[]) => {
      rows[table.name] = (rows[table.name] ?? 0) + lines.length;
      leaving.progress?.(table.name, rows[table.name] ?? 0);
    };
    yield* writeEntry({ kind: 'table', ...table }, linesOf(tx, ground, leaving, table, { sum, count, files }));
    sums[table.name] = sum.digest('hex');
  }
  for (const file of files) {
    const bytes = await ground.files.getSealed(file);
    yield* writeEntry({ kind: 'file', folder: 'files', path: file }, Readable.from([bytes]));
    sums[`files/${file}`] = createHash('sha256').update(bytes).digest('hex');
  }
  leaving.progress?.('files', files.length);
  yield* writeEntry({ kind: 'end', rows, sums });
}

async function headingOf(tx: Tx, ground: LeavingGround, { release }: Leaving) {
  const { id, slug, name } = await tx.sql
    .selectFrom('communities')
    .select(['id', 'slug', 'name'])
    .where('id', '=', tx.actor.communityId)
    .executeTakeFirstOrThrow();
  return {
    kind: 'archive' as const,
    format: COMMUNITY_FORMAT,
    madeAt: ground.clock.now().toISOString(),
    migrations: release,
    community: { id, slug, name, keyStore: ground.keyStore.identity, receipts: receiptsOf(ground, id) },
  };
}

/** Without these nobody who reported could come back by their receipt. */
const receiptsOf = ({ keyStore }: LeavingGround, community: string) =>
  [keyStore, ...keyStore.adoptedReceiptKeys(community)].map(receiptKeysAsText);

type Tally = { sum: Hash; count(lines: readonly string[]): void; files: string[] };

async function* linesOf(
  tx: Tx,
  ground: LeavingGround,
  leaving: Leaving,
  table: Table,
  tally: Tally,
): AsyncGenerator<Buffer> {
  for await (const lines of rowsOf(tx, table)) {
    const bytes = Buffer.from(lines.map((line) => `${leavingLine(ground, leaving, table, line, tally)}\n`).join(''));
    tally.sum.update(bytes);
    tally.count(lines);
    yield bytes;
  }
}

/** The row as it may travel: copies of keys without the installation's layer, and what only it could open in the clear. */
function leavingLine(ground: LeavingGround, leaving: Leaving, table: Table, line: string, tally: Tally): string {
  const sealed = leaving.sealed.filter((each) => each.table === table.name);
  const isCopy = table.name === 'wrapped_copies';
  const hasFile = table.columns.includes('file_name');
  if (sealed.length === 0 && !isCopy && !hasFile) return line;
  const row = JSON.parse(line) as Row;
  if (hasFile && typeof row.file_name === 'string') tally.files.push(row.file_name);
  if (isCopy) row.wrapped = asBytes(innerOf(ground, row));
  for (const { column, open } of sealed)
    if (row[column] !== null) row[column] = asBytes(Buffer.from(open(ground.keyStore, row, bytesOf(row[column]))));
  return JSON.stringify(row);
}

function innerOf({ keyStore }: LeavingGround, row: Row): Buffer {
  const copy = { generation: Number(row.generation), form: row.form as 'symmetric', outer: bytesOf(row.wrapped) };
  return withoutOuter(copy, keyStore, contextOf(row));
}

/** Whose copy of which record's key a row is. */
export const contextOf = (row: Row) => ({
  community: String(row.community_id),
  record: String(row.record_id),
  recipient: String(row.recipient_id),
});
