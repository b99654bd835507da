import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFile, replaceFile } from './key-file.ts';

describe('key-file', () => {
  let path: string;

  beforeEach(() => {
    path = join(mkdtempSync(join(tmpdir(), 'key-file-')), 'keys.json');
  });

  afterEach(() => rmSync(join(path, '..'), { recursive: true }));

  it('lets the first of two processes make the file and leaves it to the second as it is', () => {
    const first = createFile(path, 'first');
    const second = createFile(path, 'second');

    expect([first, second]).toEqual([true, false]);
    expect(readFileSync(path, 'utf8')).toBe('first');
    expect(readdirSync(join(path, '..'))).toEqual(['keys.json']);
  });

  it('replaces the file by another one, private to its user', () => {
    createFile(path, 'first');
    const before = statSync(path).ino;

    replaceFile(path, 'second, and longer');

    expect(readFileSync(path, 'utf8')).toBe('second, and longer');
    expect(statSync(path).ino).not.toBe(before);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('makes a file where none stands to be replaced', () => {
    replaceFile(path, 'text');

    expect(readFileSync(path, 'utf8')).toBe('text');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});
