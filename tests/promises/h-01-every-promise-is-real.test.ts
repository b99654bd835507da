import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programFolder } from '../../src/platform/program-folder.ts';

const folder = join(programFolder, 'tests/promises');
const page = readFileSync(join(programFolder, 'docs/promises.md'), 'utf8');
const kept = page.slice(page.indexOf('## Kept'), page.indexOf('## Not yet'));
const notYet = page.slice(page.indexOf('## Not yet'));

const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
const idOf = (file: string) =>
  file
    .match(/^([a-z])-(\d\d)-/)
    ?.slice(1)
    .join('-')
    .toUpperCase();
const promised = files.map(idOf).filter((id) => id !== undefined);
/** The rows of the table: what is promised, and which tests show it. */
const rows = kept
  .split('\n')
  .filter((line) => /^\| (?!id )[A-Za-z0-9][A-Za-z0-9-]* \|/.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\||\|$/g, '').trim()))
  .map(([id = '', , tests = '']) => ({ id, tests: [...tests.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '') }));

/** A test may be named by its file in this folder, by its path, or by the first part of several paths. */
function exists(name: string): boolean {
  if (existsSync(join(folder, `${name}.test.ts`)) || existsSync(join(programFolder, `${name}.test.ts`))) return true;
  const [, parent = '', start = ''] = name.match(/^(.*)\/([^/]*)\*$/) ?? [];
  return parent !== '' && readdirSync(join(programFolder, parent)).some((file) => file.startsWith(start));
}

describe('H-01 every promise is real', () => {
  it('names for every promise that is kept a test that exists', () => {
    const without = rows.filter(({ tests }) => tests.length === 0 || !tests.every(exists)).map(({ id }) => id);

    expect(rows.length).toBeGreaterThan(20);
    expect(without).toEqual([]);
  });

  it('names every promise that has a test, once, and none of them as not yet kept', () => {
    const named = rows.map(({ id }) => id);
    const open = [...notYet.matchAll(/\b[A-Z]-\d\d\b/g)].map(([id]) => id);

    expect(promised.filter((id) => !named.includes(id))).toEqual([]);
    expect(named.filter((id, index) => named.indexOf(id) !== index)).toEqual([]);
    expect(promised.filter((id) => open.includes(id))).toEqual([]);
  });

  it('has a deliberate break in every file, or the page says whether one was tried by hand', () => {
    const told = page.match(/^(Tried by hand|Under other words in the file|Not broken on purpose yet): .*$/gm) ?? [];
    const hasBreak = (file: string) => /would notice|teeth/i.test(readFileSync(join(folder, file), 'utf8'));
    const silent = files.filter((file) => idOf(file) && !hasBreak(file)).map((file) => idOf(file) ?? '');

    expect(silent.filter((id) => !told.join(' ').includes(id))).toEqual([]);
  });
});
