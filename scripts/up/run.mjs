import { spawn, spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** The environment in which the packages' own programs, and their Node, come first. */
export function environment(root, more = {}) {
  return { ...process.env, PATH: join(root, 'node_modules', '.bin') + delimiter + process.env.PATH, ...more };
}

/** Runs a program in the foreground, passes signals on to it and answers its exit code. */
export function runToEnd(program, programArguments, root, more = {}) {
  const child = spawn(program, programArguments, { cwd: root, stdio: 'inherit', env: environment(root, more) });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) endWithNpm(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** npm passes signals on, unless it is ended by force: then its going is the only sign. */
function endWithNpm(child) {
  const npm = process.ppid;
  setInterval(() => process.ppid !== npm && child.kill('SIGTERM'), 250).unref();
}

/** Runs npm without a word; says one line while it works, and all that npm said if it fails. */
export function runNpmQuietly(root, what, npmArguments) {
  process.stdout.write(`${what} … `);
  const began = performance.now();
  const npm = process.env.npm_execpath;
  const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 28 };
  const result = spawnSync(program, [...first, ...npmArguments], options);
  console.log(result.status === 0 ? `done in ${Math.round((performance.now() - began) / 1000)} s.` : 'failed.');
  if (result.status === 0) return;
  console.error(`${result.stdout ?? ''}${result.stderr ?? ''}`.trim());
  throw new Error(`${what} failed: ${result.error?.message ?? 'npm says why above'}.`);
}
