#!/usr/bin/env node
// The command `forestall`: finds the Node that Forestall runs on, builds what is missing, and hands over to the program.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../scripts/up/build.mjs';
import { stopWithOneLine } from '../scripts/up/fault.mjs';
import { ensureInstalled } from '../scripts/up/install.mjs';
import { findNode, refuseOldNode } from '../scripts/up/node.mjs';
import { runToEnd } from '../scripts/up/run.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, 'dist', 'server', 'cli.js');

try {
  refuseOldNode();
  if (!existsSync(program)) {
    ensureInstalled(root);
    ensureBuilt(root);
  }
  process.exitCode = await runToEnd(findNode(root), [program, ...process.argv.slice(2)], process.cwd());
} catch (error) {
  stopWithOneLine(error);
}
