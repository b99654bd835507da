import autocannon from 'autocannon';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { keepManyCases } from '../program/many-cases.ts';
import { inventedWords } from '../program/many-reports.ts';
import { must } from '../program/must.ts';
import { type Program, startProgram } from '../program/program.ts';
import { type HeldSession, sessionOf } from '../program/sessions.ts';
import { joinCommunity } from '../program/stage.ts';

const isFull = process.env.FORESTALL_PROMISES === 'full';
const minutes = Number(process.env.FORESTALL_MINUTES ?? 30);
const casesEachLeads = 50;
const [few, many] = [300, 1_500];
const readMillisecondsAtMost = 150;
const submitMillisecondsAtMost = 800;

let program: Program | undefined;
afterEach(() => program?.close());

type Desk = { by: HeldSession; case: string };

/** A community with so many cases, of which each person leads as many whatever the size; the desks of some of them. */
async function withCases(count: number, desks: number): Promise<Desk[]> {
  program = await startProgram();
  const people = [];
  for (let each = 0; each < count / casesEachLeads; each += 1)
    people.push(await joinCommunity(program, `Person ${each}`, ['team-member', 'duty-officer']));
  await keepManyCases(program, { cases: count, sealed: few, statementsEach: 3, actionsEach: 1, people });
  const sessions = await Promise.all(people.slice(0, desks).map((person) => sessionOf(program!, person)));
  return Promise.all(
    sessions.map(async (by) => {
      const { rows } = await must<{ rows: { id: string }[] }>(by.call('GET', '/api/v1/cases'));
      return { by, case: rows[0]!.id };
    }),
  );
}

const pagesOf = (desk: Desk) => ['/triage', '/my-day', '/cases', `/cases/${desk.case}`].map((path) => `/api/v1${path}`);

/** Says something on every connection that the program or the test may use. */
const onEveryConnection = ({ ground, databases }: Program, said: string) =>
  Promise.all([
    ...Array.from({ length: 12 }, () => ground.database.lookUp((asked) => sql.raw(said).execute(asked))),
    ...Array.from({ length: 4 }, () => databases.owner.query(said)),
  ]);

/** Rows that were read since the database was made; each connection tells what it has not told yet. */
async function rowsRead(from: Program): Promise<number> {
  await onEveryConnection(from, 'select pg_stat_force_next_flush()');
  const { rows } = await from.databases.owner.query(
    'select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as read from pg_stat_user_tables',
  );
  return rows[0].read;
}

/** PostgreSQL reads a small table whole by choice. Here each row is dear to it, so that what grows is what no index answers. */
const dearRows = 'set enable_seqscan = off; set cpu_tuple_cost = 100; set cpu_index_tuple_cost = 100';

/** How many rows each page of a desk reads. */
async function rowsOfEachPage(count: number, spoil = 'select 1'): Promise<Record<string, number>> {
  const [desk] = await withCases(count, 1);
  await program!.databases.owner.query(spoil);
  await onEveryConnection(program!, dearRows);
  const read: Record<string, number> = {};
  for (const path of pagesOf(desk!)) {
    await must(desk!.by.call('GET', path));
    const before = await rowsRead(program!);
    await must(desk!.by.call('GET', path));
    read[path.replace(desk!.case, '{id}')] = (await rowsRead(program!)) - before;
  }
  await program!.close();
  program = undefined;
  return read;
}

let atFew: Promise<Record<string, number>> | undefined;
const rowsAtFew = () => {
  atFew ??= rowsOfEachPage(few);
  return atFew;
};
const grown = (before: Record<string, number>, after: Record<string, number>) =>
  Object.keys(before).filter((path) => after[path]! > before[path]! * 1.5 + 50);

describe('V-01 fast enough for a bad day', () => {
  it(`reads no more rows for a page of the desk with ${many} cases than with ${few}`, async () => {
    const before = await rowsAtFew();
    const after = await rowsOfEachPage(many);

    console.log(`V-01: rows read ${JSON.stringify({ before, after })}`);
    expect(grown(before, after)).toEqual([]);
    expect(Math.min(...Object.values(before))).toBeGreaterThan(0);
  }, 120_000);

  it('answers many pages and reports that come at once without one error', async () => {
    const desks = await withCases(few, 6);
    const report = (at: number) =>
      program!.request('POST', '/api/v1/reports', {
        body: { dangerNow: false, what: inventedWords(`told ${at}`, 300), language: 'en' },
      });

    const read = desks.flatMap((desk) => [...pagesOf(desk), ...pagesOf(desk)].map((path) => desk.by.call('GET', path)));
    const told = Array.from({ length: 40 }, (_, at) => report(at));
    const statuses = (await Promise.all([...read, ...told])).map(({ status }) => status);

    expect(statuses).toEqual([...Array(read.length).fill(200), ...Array(told.length).fill(201)]);
  });

  it.runIf(isFull)(
    `answers 200 pages and takes 50 reports a second for ${minutes} minutes over 50,000 cases`,
    async () => {
      const desks = await withCases(50_000, 20);
      const server = await program!.listen();
      const resident: number[] = [];
      const watch = setInterval(() => resident.push(process.memoryUsage().rss / 2 ** 20), 60_000);
      const duration = minutes * 60;
      const load = { workers: 1, duration, url: server.url };
      const reads = autocannon({
        ...load,
        connections: 20,
        overallRate: 200,
        requests: desks.flatMap((desk) => pagesOf(desk).map((path) => ({ path, headers: desk.by.headers }))),
      });
      const reports = await autocannon({
        ...load,
        connections: 20,
        overallRate: 50,
        requests: Array.from({ length: 5_000 }, (_, at) => ({
          method: 'POST' as const,
          path: '/api/v1/reports',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ dangerNow: false, what: inventedWords(`told ${at}`, 900), language: 'en' }),
        })),
      });
      const pages = await reads;
      clearInterval(watch);
      await server.close();

      const told = [pages, reports].map(
        ({ latency, errors, non2xx, requests }) =>
          `${requests.total} asked, p50 ${latency.p50} ms, p99 ${latency.p99} ms, ${errors + non2xx} errors`,
      );
      console.log(`V-01: pages ${told[0]}; reports ${told[1]}; MB resident ${resident.map(Math.round).join(' ')}`);
      expect(pages.errors + pages.non2xx + reports.errors + reports.non2xx).toBe(0);
      expect(pages.latency.p99).toBeLessThanOrEqual(readMillisecondsAtMost);
      expect(reports.latency.p99).toBeLessThanOrEqual(submitMillisecondsAtMost);
      const settled = resident.slice(Math.floor(resident.length / 3));
      expect(Math.max(...settled) / Math.min(...settled)).toBeLessThan(1.1);
    },
    10_000_000,
  );

  it('would notice indexes that are gone', async () => {
    const spoil = 'drop index cases_of_lead, cases_of_deputy, cases_led_once, cases_deputed_once';

    const before = await rowsAtFew();
    const after = await rowsOfEachPage(many, spoil);

    expect(grown(before, after)).toContain('/api/v1/cases');
  }, 120_000);
});
