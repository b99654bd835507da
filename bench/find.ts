import { openRecordKeys } from '../src/platform/keys/index.ts';
import type { SearchLine } from '../src/platform/search/index.ts';
import { inventedWords, keepManyReports } from '../tests/program/many-reports.ts';
import { type Program, startProgram } from '../tests/program/program.ts';
import { type HeldSession, sessionOf } from '../tests/program/sessions.ts';
import startPostgres from '../tests/setup/postgres.ts';
import type { Row } from './reports.ts';

const narratives = Number(process.env.BENCH_NARRATIVES ?? 20_000);
const searches = Number(process.env.BENCH_SEARCHES ?? 40);
const characters = 2_000;
const megabyte = 2 ** 20;

/** Find over sealed narratives, whole, as a duty officer who may open all of them: how long, and how much memory more. */
export async function benchFind(): Promise<Row[]> {
  const stop = await startPostgres();
  const program = await startProgram();
  try {
    const ids = await keepManyReports(program, narratives, (at) =>
      at % 500 === 7 ? `${inventedWords(`${at}`, characters)} Wolkenkratzer` : inventedWords(`${at}`, characters),
    );
    await openOnce(program, ids);
    const officer = await sessionOf(program, program.actors.duty);
    const found = await findAll(program, officer, 'wolkenkratzer');
    return [foundRow(found), ...(await measured(program, officer))];
  } finally {
    await program.close();
    await stop();
  }
}

/** Each report was opened before by somebody of its group, as they are in the course of the work. */
async function openOnce(program: Program, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += 500)
    await program.as(program.actors.duty, (tx) => openRecordKeys(tx, program.ground, ids.slice(from, from + 500)));
}

/** Goes on until everything was looked through, however often the two seconds of one search are over. */
async function findAll(program: Program, { headers }: HeldSession, words: string): Promise<SearchLine[]> {
  const lines: SearchLine[] = [];
  for (let from: object | null | undefined; from !== null; ) {
    const body = { words, ...(from && { from }) };
    const { text } = await program.request('POST', '/api/v1/find', { body, headers });
    const part: SearchLine[] = text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    const end = part.find((line) => line.type === 'end');
    if (!end) throw new Error('a search ended without saying so');
    lines.push(...part);
    from = end.next;
  }
  return lines;
}

function foundRow(lines: readonly SearchLine[]): Row {
  const matches = lines.filter(({ type }) => type === 'match').length;
  const planted = Math.max(0, Math.ceil((narratives - 7) / 500));
  return { name: 'find, what was planted', value: `${matches} of ${planted}`, goal: 'all', ok: matches === planted };
}

async function measured(program: Program, officer: HeldSession): Promise<Row[]> {
  const before = process.memoryUsage().rss;
  const times: number[] = [];
  let most = before;
  const spent = process.cpuUsage();
  for (let at = 0; at < searches; at += 1) {
    const begun = performance.now();
    await findAll(program, officer, at % 2 ? 'wolkenkratzer' : 'corridor zzz');
    times.push((performance.now() - begun) / 1_000);
    most = Math.max(most, process.memoryUsage().rss);
  }
  const { user, system } = process.cpuUsage(spent);
  const processor = (user + system) / 1e6 / searches;
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
  const more = (most - before) / megabyte;
  return [
    {
      name: `find, ${narratives} narratives`,
      value: `median ${at(0.5).toFixed(2)} s, p95 ${at(0.95).toFixed(2)} s, ${processor.toFixed(2)} s of the server's processor`,
      goal: 'p95 ≤ 1.5 s',
      ok: at(0.95) <= 1.5,
    },
    { name: 'find, memory more', value: `${more.toFixed(0)} MB`, goal: '≤ 300 MB', ok: more <= 300 },
  ];
}
