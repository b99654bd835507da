import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { seal, unseal } from '../../platform/backup/index.ts';
import { invalid, Refused } from '../../platform/errors.ts';
import { OperatorFault } from '../../platform/operator-fault.ts';
import {
  archiveBytesAtMost,
  archiveFilesAtMost,
  archiveFormat,
  archiveVersion,
  type CaseArchive,
  caseArchive,
} from './contract.ts';

const compress = promisify(gzip);
const expand = promisify(gunzip);

export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** The archive as one file that only these age keys open: JSON, compressed, sealed. Refuses one that nobody could read back. */
export async function packed(archive: CaseArchive, ageKeys: readonly string[]): Promise<Buffer> {
  const plain = Buffer.from(JSON.stringify(archive));
  if (plain.length > archiveBytesAtMost) throw tooLarge();
  refuseTooMany(archive);
  const compressed = await compress(plain);
  try {
    return await buffer(await seal(Readable.from([compressed]), { recipients: [...ageKeys] }));
  } catch (error) {
    if (error instanceof OperatorFault) throw invalid({ ageKeys: 'not-an-age-key' });
    throw error;
  }
}

export type Unpacked = {
  archive: CaseArchive;
  /** The archive as it came, without its seal: JSON, compressed. */
  compressed: Buffer;
  /** Of the file as it was given, and of what was sealed in it. */
  file: Buffer;
  content: Buffer;
};

const tooLarge = () => new Refused({ kind: 'too-large' });

function refuseTooMany({ files }: CaseArchive): void {
  if (files.length > archiveFilesAtMost) throw tooLarge();
}

const refused = (because: string) => invalid({ file: because });

/** Opens an archive with its secret key, or refuses it in one word: damaged, another key, too large, no archive, newer than we are. */
export async function unpacked(file: Buffer, opensWith: string): Promise<Unpacked> {
  const compressed = await unsealed(file, opensWith);
  const plain = await expanded(compressed);
  return { archive: readArchive(plain), compressed, file: sha256(file), content: sha256(plain) };
}

/** An archive that was kept here, as it came. */
export const kept = async (compressed: Buffer): Promise<CaseArchive> => readArchive(await expanded(compressed));

function readArchive(plain: Buffer): CaseArchive {
  const read = readJson(plain);
  if (read?.format !== archiveFormat) throw refused('not-an-archive');
  if (typeof read.version === 'number' && read.version > archiveVersion) throw refused('archive-newer');
  const archive = caseArchive.safeParse(read);
  if (!archive.success) throw refused('archive-not-whole');
  refuseTooMany(archive.data);
  return archive.data;
}

async function unsealed(file: Buffer, identity: string): Promise<Buffer> {
  const opened = await unseal(Readable.from([file]), { identity }).catch(() => {
    throw refused('archive-does-not-open');
  });
  return await buffer(opened).catch(() => {
    throw refused('archive-damaged');
  });
}

async function expanded(compressed: Buffer): Promise<Buffer> {
  try {
    return await expand(compressed, { maxOutputLength: archiveBytesAtMost });
  } catch (error) {
    const isBomb = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw isBomb ? tooLarge() : refused('not-an-archive');
  }
}

function readJson(plain: Buffer): { format?: unknown; version?: unknown } | null {
  try {
    return JSON.parse(plain.toString('utf8'));
  } catch {
    return null;
  }
}
