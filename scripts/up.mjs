// One command from a fresh clone to a running Forestall: installs, builds and starts, each only when something changed.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './up/build.mjs';
import { runChecks } from './up/checks.mjs';
import { ensureChromium } from './up/chromium.mjs';
import { stopWithOneLine } from './up/fault.mjs';
import { ensureInstalled } from './up/install.mjs';
import { findNode, refuseOldNode } from './up/node.mjs';
import { runProgram } from './up/program.mjs';
import { runToEnd } from './up/run.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [task, ...rest] = process.argv.slice(2);

const tasks = {
  demo: () => serve('demo'),
  start: () => serve('serve'),
  test: () => runChecks(root, 'all'),
  check: () => runChecks(root, 'without a browser'),
  promises: () =>
    runToEnd(findNode(root), [vitest, 'run', 'tests/promises', ...rest], root, {
      FORESTALL_PROMISES: 'full',
      FORESTALL_FULL: '1',
    }),
  bench: () => runToEnd(findNode(root), ['bench/index.ts', ...rest], root),
};

const vitest = 'node_modules/vitest/vitest.mjs';
const tasksThatNeedTheBuild = ['demo', 'start', 'test', 'check', 'promises', 'bench'];

function serve(command) {
  return runProgram(root, [command, ...rest], root);
}

try {
  refuseOldNode();
  if (!tasks[task]) throw new Error(`Say one of: ${Object.keys(tasks).join(', ')}.`);
  ensureInstalled(root);
  if (task === 'test') ensureChromium();
  if (tasksThatNeedTheBuild.includes(task)) ensureBuilt(root);
  process.exitCode = await tasks[task]();
} catch (error) {
  stopWithOneLine(error);
}
