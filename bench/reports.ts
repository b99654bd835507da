import autocannon from 'autocannon';
import { type BenchServer, signInTo } from './server.ts';

/** GlobaLeaks 5.0.95 on such a machine, limits off, 3.3 kB reports: accepted reports a second by number of clients. */
const peer: Record<number, number> = { 1: 19, 2: 9, 8: 5 };
const goals: Record<number, number> = { 1: 4 * 19, 2: 10 * 9, 8: 200, 32: 200 };
const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const rounds = 3;

/** Four thousand made-up words: as many as people use who tell of different things. */
const syllables = 'ba re si to lu mé na fi go pu ca der von lis mar tin'.split(' ');
const vocabulary = syllables.flatMap((one) =>
  syllables.flatMap((other) => syllables.map((last) => `${one}${other}${last}`)),
);

/** A report of 3.2 kB whose words nobody has used in this order: people who tell of different things do not tell them alike. */
const anotherBody = (): string => {
  let what = '';
  while (what.length < 3_200) what += `${vocabulary[Math.floor(Math.random() * vocabulary.length)]} `;
  return JSON.stringify({ dangerNow: false, what: what.slice(0, 3_200), language: 'en', signs: ['M1', 'P1'] });
};

/** Posts that each say something else, in the form that autocannon takes. */
export const differentReports = {
  method: 'POST' as const,
  headers: { 'content-type': 'application/json' },
  requests: [{ setupRequest: (request: object) => ({ ...request, body: anotherBody() }) }],
};

export type Row = { name: string; value: string; goal: string; ok: boolean };
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

type Round = { perSecond: number; cpuMilliseconds: number; errors: number; accepted: number };

async function oneRound(server: BenchServer, clients: number): Promise<Round> {
  const before = await server.metric('process_cpu_seconds_total');
  const result = await autocannon({
    url: `${server.url}/api/v1/reports`,
    ...differentReports,
    connections: clients,
    duration: seconds,
  });
  const accepted = result['2xx'];
  const cpu = (await server.metric('process_cpu_seconds_total')) - before;
  return {
    perSecond: accepted / result.duration,
    cpuMilliseconds: (cpu * 1_000) / accepted,
    errors: result.non2xx + result.errors,
    accepted,
  };
}

/** Reports accepted a second and CPU a report, medians of three rounds; then every accepted report must be there. */
export async function benchReports(server: BenchServer): Promise<Row[]> {
  const rows: Row[] = [];
  let accepted = 0;
  // One round uncounted: a program that runs for months is not judged by its first seconds of compiling.
  await oneRound(server, 8);
  const before = await waiting(server);
  for (const clients of [1, 2, 8, 32]) {
    const measured: Round[] = [];
    for (let round = 0; round < rounds; round += 1) measured.push(await oneRound(server, clients));
    accepted += measured.reduce((sum, round) => sum + round.accepted, 0);
    const errors = measured.reduce((sum, round) => sum + round.errors, 0);
    const perSecond = median(measured.map((round) => round.perSecond));
    const cpu = median(measured.map((round) => round.cpuMilliseconds));
    const ratio = peer[clients] ? ` (${(perSecond / peer[clients]).toFixed(1)}× the peer)` : '';
    rows.push({
      name: `reports, ${clients} clients`,
      value: `${perSecond.toFixed(0)}/s${ratio}, ${errors} errors`,
      goal: `≥ ${goals[clients]}/s, 0 errors`,
      ok: perSecond >= goals[clients]! && errors === 0,
    });
    rows.push({
      name: `server CPU a report, ${clients} clients`,
      value: `${cpu.toFixed(2)} ms`,
      goal: '≤ 5 ms',
      ok: cpu <= 5,
    });
  }
  const present = (await waiting(server)) - before;
  // A round's end cuts connections: what was then under way may be stored although nobody counted its answer.
  rows.push({
    name: 'accepted reports present after',
    value: `${present} of ${accepted}`,
    goal: 'all',
    ok: present >= accepted,
  });
  return rows;
}

async function waiting(server: BenchServer): Promise<number> {
  const cookie = await signInTo(server, 'nora@demo.example');
  const page = (await (await fetch(`${server.url}/api/v1/triage?limit=1`, { headers: { cookie } })).json()) as {
    waiting: Record<string, number>;
  };
  return Object.values(page.waiting).reduce((sum, count) => sum + count, 0);
}
