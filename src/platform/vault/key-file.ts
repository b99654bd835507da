import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Writes a new file whole and durably; false when somebody else made it first, and theirs is left as it was. */
export function createFile(path: string, text: string): boolean {
  const draft = `${path}.${process.pid}.new`;
  writeDurably(draft, text);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft);
    makeDirectoryDurable(dirname(path));
  }
}

/**
 * Replaces a file so that a crash leaves the old text or the new one, never a mixture, then overwrites the bytes of the
 * old one. On media that move what they rewrite (flash, copy-on-write file systems) old bytes may outlive this.
 */
export function replaceFile(path: string, text: string): void {
  const draft = `${path}.new`;
  writeDurably(draft, text);
  moveOver(draft, path);
}

/** Puts a file in the place of another, or of none, and overwrites the bytes of the one that stood there. */
export function moveOver(draft: string, path: string): void {
  const old = existsSync(path) ? openSync(path, 'r+') : null;
  try {
    renameSync(draft, path);
    makeDirectoryDurable(dirname(path));
    if (old !== null) blank(old);
  } finally {
    if (old !== null) closeSync(old);
  }
}

function writeDurably(path: string, text: string): void {
  // What an interrupted change left behind goes first: opened again, it would keep whatever mode it has.
  rmSync(path, { force: true });
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function makeDirectoryDurable(path: string): void {
  const directory = openSync(path, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}

function blank(file: number): void {
  writeSync(file, Buffer.alloc(fstatSync(file).size), 0, undefined, 0);
  fsyncSync(file);
  ftruncateSync(file);
}
