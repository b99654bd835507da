import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programFolder } from '../../src/platform/program-folder.ts';

const source = join(programFolder, 'src');
const writing = /\.(?:insertInto|updateTable|deleteFrom)\(\s*'(\w+)'|(?:insert into|update|delete from) ([a-z_]+)\b/g;

/** A slice of the program, or one part of the ground. */
const ownerOf = (path: string) => {
  const [slice, part] = path.split('/');
  return slice === 'platform' ? `platform/${part}` : slice!;
};
const camelCase = (name: string) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

function writersOfTables(): Map<string, Set<string>> {
  const tables = new Set(
    readFileSync(join(programFolder, 'db', 'types.ts'), 'utf8')
      .match(/^ {2}(\w+): [A-Z]\w+;$/gm)
      ?.map((line) => line.trim().split(':')[0]!),
  );
  const writers = new Map<string, Set<string>>();
  for (const entry of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(entry) || /\.test\.|\/testing\//.test(entry)) continue;
    for (const [, built, plain] of readFileSync(join(source, entry), 'utf8').matchAll(writing)) {
      const table = built ?? camelCase(plain ?? '');
      if (tables.has(table)) writers.set(table, (writers.get(table) ?? new Set()).add(ownerOf(entry)));
    }
  }
  return writers;
}

describe('tables', () => {
  it('are each written by one slice only', () => {
    const shared = [...writersOfTables()]
      .filter(([, owners]) => owners.size > 1)
      .map(([table, owners]) => `${table}: ${[...owners].join(', ')}`);

    expect(writersOfTables().size).toBeGreaterThan(25);
    expect(shared).toEqual([]);
  });
});
