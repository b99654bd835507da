import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryFlags, programEnvironment } from '../scripts/up/program.mjs';
import { programFolder } from '../src/platform/program-folder.ts';

export type BenchServer = {
  url: string;
  home: string;
  processId: number;
  lines: string[];
  metric(name: string): Promise<number>;
  stop(): Promise<void>;
};

/** Starts the built program on a fresh demonstration of its own, as an operator would. */
export async function startBenchServer(): Promise<BenchServer> {
  const home = await mkdtemp(join(tmpdir(), 'forestall-bench-'));
  const child = spawn(process.execPath, [...memoryFlags, join(programFolder, 'dist/server/cli.js'), 'demo'], {
    env: { ...process.env, ...programEnvironment, FORESTALL_HOME: home, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      lines.push(...chunk.toString().split('\n'));
      if (lines.some((line) => line.includes('ready at http://localhost'))) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  const port = lines.join('\n').match(/127\.0\.0\.1:(\d+)/)?.[1];
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    home,
    processId: child.pid!,
    lines,
    metric: async (name) => metricOf(await (await fetch(`${url}/metrics`)).text(), name),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.removeAllListeners('exit');
      child.kill('SIGTERM');
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 10_000))]);
      await rm(home, { recursive: true, force: true });
    },
  };
}

function metricOf(text: string, name: string): number {
  const line = text.split('\n').find((each) => each.startsWith(`${name} `));
  return Number(line?.split(' ')[1] ?? Number.NaN);
}

/** Signs in as a demo person by the password that the start printed; gives the cookie. */
export async function signInTo(server: BenchServer, email: string): Promise<string> {
  const password = server.lines
    .find((line) => line.includes(email))
    ?.trim()
    .split(/\s+/)[1];
  const answer = await fetch(`${server.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}
