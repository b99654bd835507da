import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpmQuietly } from './run.mjs';

const SOURCES = ['src', 'engines', 'content', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];
const NEVER_BUILT = /(^|\/)(node_modules|dist)(\/|$)|\.test\.tsx?$/;

/** Builds the console and the server, unless `dist` was built from these very sources. */
export function ensureBuilt(root) {
  const stamp = join(root, 'dist', 'built-from');
  const now = hashOfSources(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  runNpmQuietly(root, 'Building', ['run', 'build', '--silent']);
  writeFileSync(stamp, now);
}

function hashOfSources(root) {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((source) => filesUnder(root, source))) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(root, path) {
  const full = join(root, path);
  if (NEVER_BUILT.test(path) || !existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(root, `${path}/${name}`));
}
