import { join } from 'node:path';
import { findNode } from './node.mjs';
import { runToEnd } from './run.mjs';

/** Few arenas and a young generation of no more than 48 MB: an old server keeps memory for others. With half of that, clearing it up took a tenth more of the processor; several threads at it take more than one. */
export const memoryFlags = ['--max-old-space-size=512', '--max-semi-space-size=16', '--no-parallel-scavenge'];
/** Public pages are drawn by React's production build, in less than half the time of the other. */
export const programEnvironment = { MALLOC_ARENA_MAX: '2', NODE_ENV: 'production' };

/** Runs the built program in the foreground and answers its exit code. */
export function runProgram(root, programArguments, folder) {
  const program = join(root, 'dist', 'server', 'cli.js');
  return runToEnd(findNode(root), [...memoryFlags, program, ...programArguments], folder, programEnvironment);
}
