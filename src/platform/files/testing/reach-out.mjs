// Run in place of the converter: tells what it could reach, as one line of JSON.
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';

const [, , secret, written, port] = process.argv;
const could = (act) => {
  try {
    act();
    return true;
  } catch {
    return false;
  }
};
const reached = await new Promise((resolve) => {
  const socket = connect(Number(port), '127.0.0.1', () => resolve(true));
  socket.on('error', () => resolve(false));
});
const started = await import('node:child_process').then(({ spawnSync }) =>
  could(() => {
    if (spawnSync('/bin/true').error) throw new Error('not started');
  }),
);
const told = {
  read: could(() => readFileSync(secret)),
  wrote: could(() => writeFileSync(written, 'x')),
  started,
  reached,
};
process.stdout.write(JSON.stringify(told), () => process.exit(0));
