import { spawn, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type RawRequest = { method: string; path: string; headers: Record<string, string>; body?: string };

/** A program of the machine; where it is not installed, its tests are left out. */
const scanner = 'sqlmap';

export const hasSqlmap = () => spawnSync(scanner, ['--version']).error === undefined;

/** Runs a program to its end or for so many seconds, and gives what it printed. */
function run(program: string, given: readonly string[], seconds: number): Promise<string> {
  const child = spawn('nice', ['-n', '19', 'timeout', String(seconds), program, ...given], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => {
      said += piece;
    });
  return new Promise((resolve) => child.on('close', () => resolve(said)));
}

/** What sqlmap says of every place in a request that is marked with a star, or of each of its parameters. */
export async function sqlmap(
  url: string,
  { method, path, headers, body = '' }: RawRequest,
  options: { folder: string; level: number; risk: number; seconds: number },
): Promise<{ isFound: boolean; isTested: boolean; said: string }> {
  const file = join(options.folder, 'request.txt');
  const lines = Object.entries({ host: new URL(url).host, ...headers }).map(([name, value]) => `${name}: ${value}`);
  await writeFile(file, `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
  const said = await run(
    scanner,
    [
      ...[
        '-r',
        file,
        '--batch',
        '--ignore-stdin',
        '--flush-session',
        '--disable-coloring',
        '--dbms',
        'PostgreSQL',
        '--output-dir',
        options.folder,
      ],
      ...[
        '--level',
        String(options.level),
        '--risk',
        String(options.risk),
        '--technique',
        'BEUS',
        '--ignore-code',
        '401,404,429',
      ],
    ],
    options.seconds,
  );
  const isFound = /identified the following injection point|parameter .* is vulnerable/.test(said);
  return { isFound, isTested: isFound || /do not appear to be injectable/.test(said), said };
}
