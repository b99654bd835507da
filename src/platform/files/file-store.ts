import { createCipheriv, createDecipheriv } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Chance } from '../chance.ts';

/** Sealed files under names of our own; the key never comes near the folder. */
export type FileStore = {
  /** Writes and flushes the sealed bytes before it resolves. */
  put(name: string, key: Buffer, bytes: Buffer): Promise<void>;
  /** The bytes as they were put; refuses changed or moved files. */
  get(name: string, key: Buffer): Promise<Buffer>;
  /** The sealed bytes as they lie in the folder, and back: only to move them to another installation. */
  getSealed(name: string): Promise<Buffer>;
  putSealed(name: string, sealed: Buffer): Promise<void>;
  remove(name: string): Promise<void>;
  /** False once four fifths of the disk are used and less than 10 GB are left: what remains is for words. */
  hasRoom(): Promise<boolean>;
};

/** Bytes of the disk that the files lie on. */
export type Space = { total: number; available: number };

async function spaceOf(directory: string): Promise<Space> {
  const { blocks, bavail, bsize } = await statfs(directory);
  return { total: blocks * bsize, available: bavail * bsize };
}

const enoughBytes = 10 * 2 ** 30;

const ownName = /^[0-9a-f-]{36}$/;

/** A file store in a directory: AES-256-GCM, one key a file, the name bound in. */
export function openFileStore(
  directory: string,
  chance: Chance,
  measure: (directory: string) => Promise<Space> = spaceOf,
): FileStore {
  const pathOf = (name: string) => {
    if (!ownName.test(name)) throw new Error('a stored file is named by an id');
    return join(directory, name.slice(0, 2), name);
  };
  const write = async (name: string, sealed: Buffer) => {
    await mkdir(join(directory, name.slice(0, 2)), { recursive: true, mode: 0o700 });
    const file = await open(`${pathOf(name)}.part`, 'w', 0o600);
    await file.writeFile(sealed);
    await file.sync();
    await file.close();
    await rename(`${pathOf(name)}.part`, pathOf(name));
  };
  return {
    async put(name, key, bytes) {
      const nonce = chance.bytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name));
      const sealed = Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
      await write(name, sealed);
    },
    getSealed: (name) => readFile(pathOf(name)),
    putSealed: (name, sealed) => write(name, sealed),
    async get(name, key) {
      const sealed = await readFile(pathOf(name));
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(Buffer.from(name));
      decipher.setAuthTag(sealed.subarray(-16));
      return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
    },
    remove: (name) => rm(pathOf(name), { force: true }),
    async hasRoom() {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const { total, available } = await measure(directory);
      return available >= enoughBytes || available > total / 5;
    },
  };
}
