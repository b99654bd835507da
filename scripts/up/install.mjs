import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpmQuietly } from './run.mjs';

/** Installs what the lock names, unless it is there already. No package runs a script of its own (see `.npmrc`). */
export function ensureInstalled(root) {
  if (isInstalled(root)) return;
  runNpmQuietly(root, 'Installing packages', ['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund']);
}

/** npm itself writes down what it installed; what is optional may be missing, since it is for other machines. */
function isInstalled(root) {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([path, wants]) => {
    const has = installed[path];
    if (path === '' || !path.includes('node_modules/')) return true;
    return has
      ? has.version === wants.version && has.integrity === wants.integrity
      : Boolean(wants.optional || wants.devOptional);
  });
}

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
