#!/usr/bin/env node
// The command `forestall-crowd`. The published package holds JavaScript for any Node it names. A clone holds TypeScript
// that Node 24 runs as it stands; under an older Node this starts the Node 24 that is installed beside it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, '..', 'src', 'command', 'cli.ts');
const newest = 24;

/** The Node installed in the nearest node_modules above this file, if any. */
function installedNode(folder) {
  const node = join(folder, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (existsSync(node)) return node;
  return dirname(folder) === folder ? undefined : installedNode(dirname(folder));
}

/** Runs the program under another Node and ends as it ends. Ctrl-C reaches both; the program decides what it means. */
function handOver(node) {
  const shell = process.platform === 'win32';
  const child = spawn(node, [source, ...process.argv.slice(2)], { stdio: 'inherit', shell });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) => stop(`Node ${newest} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 130 : 1);
  });
}

function stop(message) {
  process.stderr.write(`forestall-crowd: ${message}\n`);
  process.exitCode = 2;
}

if (!existsSync(source)) await import(new URL('../lib/src/command/cli.js', import.meta.url).href);
else if (Number(process.versions.node.split('.')[0]) >= newest) await import(source);
else {
  const node = installedNode(here);
  if (node) handOver(node);
  else stop(`it needs Node ${newest}. Run "npm ci" in the repository first, or install Node ${newest}.`);
}
