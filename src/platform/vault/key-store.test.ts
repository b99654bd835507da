import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeyStoreUnavailable, openKeyStore } from './index.ts';

type KeyFile = { format: number; root: string; generations: Record<string, string> };

describe('key-store', () => {
  let directory: string;

  beforeEach(() => {
    directory = join(mkdtempSync(join(tmpdir(), 'keys-')), 'store');
  });

  afterEach(() => rmSync(join(directory, '..'), { recursive: true, force: true }));

  it('makes itself at first use, private to its user, and gives the same keys ever after', () => {
    const first = openKeyStore(directory);

    const again = openKeyStore(directory, { mayCreate: false });

    expect(again.generationKey(1)).toEqual(first.generationKey(1));
    expect(again.installationSecret('library')).toEqual(first.installationSecret('library'));
    expect(again.identity).toBe(first.identity);
    expect(statSync(join(directory, 'keys.json')).mode & 0o777).toBe(0o600);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
    expect(readdirSync(directory)).toEqual(['keys.json']);
  });

  it('gives a different key for each purpose', () => {
    const store = openKeyStore(directory);

    const keys = [store.receiptPepper, store.locatorKey, store.installationSecret('a'), store.installationSecret('b')];

    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(4);
  });

  it('shows a new generation at once to another process that has the store open', () => {
    const one = openKeyStore(directory);
    const other = openKeyStore(directory);

    const made = one.addGeneration();

    expect(other.currentGeneration).toBe(made);
    expect(other.generationKey(made)).toEqual(one.generationKey(made));
  });

  it('leaves no byte of a destroyed generation in its folder', () => {
    const store = openKeyStore(directory);
    const doomed = store.generationKey(1).toString('base64');
    store.addGeneration();

    store.destroyGeneration(1);

    expect(() => store.generationKey(1)).toThrow(KeyStoreUnavailable);
    expect(store.generations).toEqual([2]);
    for (const name of readdirSync(directory))
      expect(readFileSync(join(directory, name), 'utf8')).not.toContain(doomed);
  });

  it('keeps its keys when a change was cut short, and the next change goes through', () => {
    const store = openKeyStore(directory);
    const before = store.generationKey(1);
    writeFileSync(join(directory, 'keys.json.new'), '{"format":1,"ro');

    const reopened = openKeyStore(directory);
    reopened.addGeneration();

    expect(reopened.generationKey(1)).toEqual(before);
    expect(openKeyStore(directory).generations).toEqual([1, 2]);
    expect(readdirSync(directory)).toEqual(['keys.json']);
  });

  it('refuses to destroy the current generation', () => {
    const store = openKeyStore(directory);

    const destroy = () => store.destroyGeneration(1);

    expect(destroy).toThrow('Key generation 1 is the current one');
    expect(store.generationKey(1)).toHaveLength(32);
  });

  it('says so, instead of making new keys, when a store that must exist is missing', () => {
    const open = () => openKeyStore(directory, { mayCreate: false });

    expect(open).toThrow(/is missing: put its latest copy back\.$/);
  });

  it('names damage without showing a key', () => {
    openKeyStore(directory);
    const path = join(directory, 'keys.json');
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, 60));

    const open = () => openKeyStore(directory);

    expect(open).toThrow(/^The key store .*keys\.json is damaged: put its latest copy back\.$/);
  });

  it.each([
    ['of another format', (file) => ({ ...file, format: 2 })],
    ['without a generation', (file) => ({ ...file, generations: {} })],
    [
      'with a generation that has no number',
      (file) => ({ ...file, generations: { ...file.generations, x: file.root } }),
    ],
    ['with a key that is too short', (file) => ({ ...file, generations: { 1: 'AAAA' } })],
    ['with a root that is too long', (file) => ({ ...file, root: Buffer.alloc(33).toString('base64') })],
  ] satisfies [string, (file: KeyFile) => object][])('takes no store %s', (_, change) => {
    openKeyStore(directory);
    const path = join(directory, 'keys.json');
    writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')))));

    const open = () => openKeyStore(directory);

    expect(open).toThrow(/is damaged: put its latest copy back\.$/);
  });

  it('says so when what lies in its place cannot be read', () => {
    const [one, other] = [openKeyStore(directory), openKeyStore(join(directory, '..', 'other'))];
    rmSync(join(directory, 'keys.json'));
    mkdirSync(join(directory, 'keys.json'), { mode: 0o700 });
    rmSync(join(directory, '..', 'other'), { recursive: true });
    writeFileSync(join(directory, '..', 'other'), 'no folder');

    const [folder, within] = [() => one.currentGeneration, () => other.currentGeneration];

    expect(folder).toThrow(/cannot be read: does it belong to this user\?$/);
    expect(within).toThrow(/cannot be read: does it belong to this user\?$/);
  });

  it('says so when its folder cannot be made', () => {
    const open = () => openKeyStore('/dev/null/keys');

    expect(open).toThrow('The key store /dev/null/keys/keys.json cannot be made: is the folder writable?');
  });

  it('refuses a store that others can read', () => {
    openKeyStore(directory);
    chmodSync(join(directory, 'keys.json'), 0o644);

    const open = () => openKeyStore(directory);

    expect(open).toThrow(/is open to others: run chmod 600/);
  });

  it('notices when the store disappears while it is in use', () => {
    const store = openKeyStore(directory);
    rmSync(directory, { recursive: true });

    const ask = () => store.currentGeneration;

    expect(ask).toThrow(KeyStoreUnavailable);
  });
});
