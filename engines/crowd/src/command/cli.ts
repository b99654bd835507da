import { main } from './main.ts';
import { exitStatus } from './terminal.ts';

const cancel = new AbortController();
let interrupts = 0;

function interrupt(): void {
  interrupts++;
  if (interrupts > 1) process.exit(exitStatus.cancelled);
  cancel.abort(new Error('cancelled'));
}

process.on('SIGINT', interrupt);
process.on('SIGTERM', interrupt);
// A reader such as `head` may leave early; that is no fault.
process.stdout.on('error', () => process.exit(exitStatus.done));

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isWatched: process.stderr.isTTY === true,
  signal: cancel.signal,
});
