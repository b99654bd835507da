import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A sound article; what is given stands in place of what is usual. */
export const anArticle = ({ id = 'prevent.own-page', head = '', body = 'Words of our own.' } = {}): string => {
  const [phase] = id.split('.');
  const usual = {
    id,
    title: '"A page of our own"',
    summary: '"What it is about."',
    phase,
    step: 'detect',
    roles: '[public]',
    sources: '[]',
    readingAge: '12',
    updated: '2026-11-23',
    status: 'written',
  };
  const given = Object.fromEntries(
    head
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(/: (.*)/s).slice(0, 2)),
  );
  const lines = Object.entries({ ...usual, ...given }).map(([name, value]) => `${name}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
};

/** A folder of texts such as an operator keeps, and how to be rid of it. */
export const aContentFolder = async (files: Readonly<Record<string, string>>) => {
  const path = await mkdtemp(join(tmpdir(), 'forestall-content-'));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(path, file)), { recursive: true });
    await writeFile(join(path, file), text);
  }
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
};
