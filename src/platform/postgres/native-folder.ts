import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Binaries } from './binaries.ts';

type Link = { source: string; target: string };

/**
 * Makes npm's programs runnable: its package ships a list of library links that only an install script would make.
 * Where its folder cannot be written to, the programs are copied into `copyDirectory` and linked there.
 */
export function completeLibraries(binaries: Binaries, copyDirectory: string): Binaries {
  if (binaries.source !== 'npm') return binaries;
  const missing = missingLinks(nativeFolder(binaries));
  if (missing.length === 0) return binaries;
  try {
    makeLinks(missing);
    return binaries;
  } catch {
    return copyOfBinaries(binaries, copyDirectory);
  }
}

/** Copies npm's programs, so that a user who may not look into the original folder can run them. */
export function copyOfBinaries(binaries: Binaries, copyDirectory: string): Binaries {
  const native = join(copyDirectory, binaries.version);
  if (!existsSync(native)) cpSync(nativeFolder(binaries), native, { recursive: true, verbatimSymlinks: true });
  makeLinks(missingLinks(native));
  return { ...binaries, directory: join(native, 'bin') };
}

function nativeFolder(binaries: Binaries): string {
  return dirname(binaries.directory);
}

function missingLinks(native: string): Link[] {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links: Link[] = JSON.parse(readFileSync(list, 'utf8'));
  return links
    .map(({ source, target }) => ({ source: inside(native, source), target: inside(native, target) }))
    .filter(({ target }) => !existsSync(target));
}

/** The list's paths start with the folder's original name. */
function inside(native: string, path: string): string {
  return join(native, relative('native', path));
}

function makeLinks(links: Link[]): void {
  for (const { source, target } of links) symlinkSync(relative(dirname(target), source), target);
}
