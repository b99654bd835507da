// A registry that keeps packages for some platforms only leaves the others out of the lock, and `npm ci` then refuses everywhere.
// This adds what is missing, by the exact versions that the packages themselves ask for: run it after each `npm install <package>`.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const path = join(dirname(dirname(fileURLToPath(import.meta.url))), 'package-lock.json');
const EXACT_VERSION = /^\d+\.\d+\.\d+[^\s|]*$/;

/** Adds each platform's package that the lock lacks, and answers their names. */
export function completeLock(lock) {
  const missing = Object.values(lock.packages)
    .flatMap((entry) => Object.entries(entry.optionalDependencies ?? {}))
    .filter(([name, version]) => EXACT_VERSION.test(version) && !lock.packages[`node_modules/${name}`]);
  for (const [name, version] of missing)
    lock.packages[`node_modules/${name}`] = { version, optional: true, ...platformOf(name) };
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  return missing.map(([name]) => name);
}

/** Such packages carry their platform in their name, as `cli-win32-arm64`; without it npm would try to install them everywhere. */
function platformOf(name) {
  const [, os, cpu] =
    /(android|darwin|freebsd|linux|openbsd|netbsd|sunos|aix|openharmony|win32|wasm32)-?([a-z0-9]+)?/.exec(name) ?? [];
  if (!os || os === 'wasm32') return { cpu: ['wasm32'] };
  const libc = /musl|gnu/.exec(name)?.[0].replace('gnu', 'glibc');
  return { os: [os], ...(cpu ? { cpu: [cpu] } : {}), ...(libc ? { libc: [libc] } : {}) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  const added = completeLock(lock);
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(added.length === 0 ? 'The lock is complete.' : `Added to the lock: ${added.join(', ')}.`);
}
