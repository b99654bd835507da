import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Client } from 'pg';
import { type Entry, type Heading, type MovedCommunity, readEntries } from '../backup/entries.ts';
import { type OpenWith, unseal } from '../backup/seal.ts';
import type { FileStore } from '../files/file-store.ts';
import { OperatorFault } from '../operator-fault.ts';
import { type KeyStore, receiptKeysOf } from '../vault/index.ts';
import { COMMUNITY_FORMAT, type InstallationSealed, type Progress } from './moved.ts';
import { refuseTaken } from './refuse-taken.ts';
import { insertStaged, stageTable } from './stage.ts';

export type Arriving = {
  ownerUrl: string;
  keyStore: KeyStore;
  files: FileStore;
  openWith: OpenWith;
  from: Readable;
  /** The names of the migrations of this release. */
  release: string[];
  sealed: readonly InstallationSealed[];
  /** Another short name, where the community's own is taken here. */
  slug?: string;
  /** Does everything but keep it. */
  dryRun?: boolean;
  progress?: Progress;
  signal?: AbortSignal;
};

export type Arrived = { community: MovedCommunity; rows: Record<string, number>; files: number };

/**
 * Reads a community's archive into this installation: all of it or, whatever goes wrong, nothing. Ids stay; copies of keys and what
 * the installation itself seals come under this installation's keys. Refuses in one line what cannot be: a damaged archive,
 * another release, a community or person that is here already.
 */
export async function readCommunity(arriving: Arriving): Promise<Arrived> {
  const client = new Client({ connectionString: arriving.ownerUrl });
  await client.connect();
  const kept: string[] = [];
  try {
    await client.query('begin');
    await client.query('set local row_security = off');
    const arrived = await inArchive(arriving, (entries, heading) => take(client, arriving, entries, heading, kept));
    if (!arriving.dryRun) adoptReceipts(arriving.keyStore, arrived.community);
    await client.query(arriving.dryRun ? 'rollback' : 'commit');
    return arrived;
  } catch (error) {
    for (const file of kept) await arriving.files.remove(file);
    throw error;
  } finally {
    await client.end();
  }
}

const adoptReceipts = (keyStore: KeyStore, { id, receipts }: MovedCommunity) =>
  keyStore.adoptReceiptKeys(id, receipts.map(receiptKeysOf));

type ArchiveHeading = Extract<Heading, { kind: 'archive' }>;
type Work<T> = (entries: AsyncGenerator<Entry>, heading: ArchiveHeading) => Promise<T>;

async function inArchive<T>(arriving: Arriving, work: Work<T>): Promise<T> {
  const compressed = await unseal(arriving.from, arriving.openWith);
  const plain = createGunzip();
  const reading = pipeline(compressed, plain).catch((error) => void plain.destroy(error));
  try {
    const entries = readEntries(plain);
    const first = (await entries.next()).value?.heading as Heading | undefined;
    if (first?.kind !== 'archive' || first.format !== COMMUNITY_FORMAT || !first.community)
      throw new OperatorFault('This is not the archive of a community: `forestall community export` makes one.');
    return await work(entries, first);
  } catch (error) {
    throw isDamage(error) ? new OperatorFault('The archive is damaged: nothing was imported.') : error;
  } finally {
    plain.destroy();
    await reading;
  }
}

/** What the seal and the compression say of bytes that were changed or lost. */
const isDamage = (error: unknown): boolean =>
  error instanceof Error &&
  !(error instanceof OperatorFault) &&
  (/unable to decrypt|unexpected end|invalid (tag|stored|distance|code)|incorrect|stream/i.test(error.message) ||
    String((error as { code?: string }).code).startsWith('Z_'));

async function take(
  client: Client,
  arriving: Arriving,
  entries: AsyncGenerator<Entry>,
  { community, migrations }: ArchiveHeading,
  kept: string[],
): Promise<Arrived> {
  if (!community) throw new OperatorFault('This is not the archive of a community.');
  refuseOtherRelease(arriving.release, migrations);
  const rows: Record<string, number> = {};
  const sums: Record<string, string> = {};
  const staged: Extract<Heading, { kind: 'table' }>[] = [];
  for await (const { heading, content } of entries) {
    arriving.signal?.throwIfAborted();
    if (heading.kind === 'table') {
      const { count, sum } = await stageTable(client, arriving, heading, content);
      staged.push(heading);
      rows[heading.name] = count;
      sums[heading.name] = sum;
    }
    if (heading.kind === 'file') sums[`files/${heading.path}`] = await keepFile(arriving, heading.path, content, kept);
    if (heading.kind === 'end') refuseUnlike(heading, rows, sums);
  }
  await refuseTaken(client, community, arriving.slug);
  await insertStaged(client, staged);
  return { community, rows, files: Object.keys(sums).length - staged.length };
}

async function keepFile(arriving: Arriving, name: string, content: AsyncIterable<Buffer>, kept: string[]) {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (!arriving.dryRun) {
    await arriving.files.putSealed(name, bytes);
    kept.push(name);
  }
  return createHash('sha256').update(bytes).digest('hex');
}

/** The rows fit only into the shape that they were taken from. */
function refuseOtherRelease(ours: readonly string[], theirs: readonly string[]): void {
  if (theirs.some((name) => !ours.includes(name)))
    throw new OperatorFault('The archive was made by a newer Forestall: bring this installation up to date first.');
  if (ours.some((name) => !theirs.includes(name)))
    throw new OperatorFault(
      'The archive was made by an older Forestall: bring that installation up to date and export again.',
    );
}

/** The manifest at the archive's end must name exactly what was read, sum by sum. */
function refuseUnlike(
  end: Extract<Heading, { kind: 'end' }>,
  rows: Record<string, number>,
  sums: Record<string, string>,
) {
  const wanted = { ...end.sums };
  const names = new Set([...Object.keys(wanted), ...Object.keys(sums)]);
  const unlike =
    [...names].find((name) => wanted[name] !== sums[name]) ??
    Object.keys(end.rows).find((table) => end.rows[table] !== rows[table]);
  if (unlike)
    throw new OperatorFault(`The archive is damaged: ${unlike} is not what its manifest says. Nothing was imported.`);
}
