#!/usr/bin/env node
// The command `forestall`: finds the Node that Forestall runs on, builds what is missing, and hands over to the program.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../scripts/up/build.mjs';
import { stopWithOneLine } from '../scripts/up/fault.mjs';
import { ensureInstalled } from '../scripts/up/install.mjs';
import { refuseOldNode } from '../scripts/up/node.mjs';
import { runProgram } from '../scripts/up/program.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, 'dist', 'server', 'cli.js');

try {
  refuseOldNode();
  if (!existsSync(program)) {
    ensureInstalled(root);
    ensureBuilt(root);
  }
  process.exitCode = await runProgram(root, process.argv.slice(2), process.cwd());
} catch (error) {
  stopWithOneLine(error);
}
