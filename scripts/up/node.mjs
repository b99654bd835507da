import { existsSync } from 'node:fs';
import { join } from 'node:path';

const LEAST = [20, 19];
const WANTED_MAJOR = 24;

/** Refuses a Node that could not even install what Forestall needs. */
export function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const isOld = major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1]);
  if (isOld) throw new Error(`Forestall needs Node ${LEAST.join('.')} or newer to start; this is ${process.version}.`);
}

/** The Node that runs Forestall: the one among its packages, else this one if it is new enough. */
export function findNode(root) {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const packaged = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', `node${ending}`);
  if (existsSync(packaged)) return packaged;
  if (Number.parseInt(process.versions.node, 10) >= WANTED_MAJOR) return process.execPath;
  const machine = `${process.platform} ${process.arch}`;
  throw new Error(
    `No package brings Node ${WANTED_MAJOR} to this machine (${machine}): install Node ${WANTED_MAJOR} and run this again.`,
  );
}
