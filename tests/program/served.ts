import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from '../../src/platform/program-folder.ts';

export type Served = {
  url: string;
  child: ChildProcess;
  secondsToReady: number;
  databaseProcess(): number;
  stop(): Promise<void>;
};

/** Starts the built program as an operator would, with its own PostgreSQL, on a folder of its own. */
export async function serveFrom(home: string): Promise<Served> {
  const cli = join(programFolder, 'dist', 'server', 'cli.js');
  if (!existsSync(cli)) throw new Error('The program is not built: npm run build.');
  const begun = performance.now();
  const child = spawn(process.execPath, [cli, 'demo'], {
    env: { ...process.env, FORESTALL_HOME: home, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const port = await new Promise<string>((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const found = said.match(/ready at http:\/\/127\.0\.0\.1:(\d+)/);
      if (found) resolve(found[1]!);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => reject(new Error(`the program did not start:\n${said}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    child,
    secondsToReady: (performance.now() - begun) / 1_000,
    databaseProcess: () =>
      Number(readFileSync(join(home, 'demo', 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]),
    stop: () => ended(child, 'SIGTERM'),
  };
}

/** Sends the signal and waits until the process is gone. */
export function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  return gone;
}
