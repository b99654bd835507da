import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRecordKeys } from '../../src/platform/keys/index.ts';
import type { SearchLine } from '../../src/platform/search/index.ts';
import { aReport } from '../../src/reports/testing/a-report.ts';
import { inventedWords, keepManyReports } from '../program/many-reports.ts';
import { type CastKey, type Program, startProgram } from '../program/program.ts';
import { sessionOf } from '../program/sessions.ts';

const isFull = process.env.FORESTALL_PROMISES === 'full';
const narratives = isFull ? 20_000 : 1_000;
const searches = isFull ? 40 : 3;
const characters = 2_000;
const secondsAtMost = isFull ? 1.5 : 3;
const megabytesAtMost = 300;

let program: Program;
let server: Awaited<ReturnType<Program['listen']>>;
let ids: string[];
beforeAll(
  async () => {
    program = await startProgram();
    server = await program.listen();
    ids = await keepManyReports(program, narratives, (at) =>
      at % 500 === 7 ? `${inventedWords(`${at}`, characters)} Wolkenkratzer-${at}` : inventedWords(`${at}`, characters),
    );
    await openOnce();
  },
  isFull ? 600_000 : 60_000,
);
afterAll(async () => {
  await server.close();
  await program.close();
});

/** Each report was opened before by somebody of its group, as they are in the course of the work. */
async function openOnce(): Promise<void> {
  for (let from = 0; from < ids.length; from += 500)
    await program.as(program.actors.duty, (tx) => openRecordKeys(tx, program.ground, ids.slice(from, from + 500)));
}

async function find(who: CastKey, words: string, from?: object): Promise<SearchLine[]> {
  const { headers } = await sessionOf(program, program.actors[who]);
  const answer = await fetch(`${server.url}/api/v1/find`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ words, ...(from && { from }) }),
  });
  return (await answer.text())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

const endOf = (lines: SearchLine[]) => lines.find((line) => line.type === 'end')!;
const matchesIn = (lines: SearchLine[]) => lines.filter((line) => line.type === 'match');

/** Goes on until everything was looked through, however slow the machine is. */
async function findAll(who: CastKey, words: string): Promise<{ lines: SearchLine[]; scanned: number }> {
  const lines: SearchLine[] = [];
  let scanned = 0;
  for (let from: object | null | undefined; from !== null; ) {
    const part = await find(who, words, from);
    const end = endOf(part);
    lines.push(...part);
    scanned += end.scanned;
    from = end.next;
  }
  return { lines, scanned };
}

describe('I-02 search is fast without an index', () => {
  it('finds every narrative in which all words stand, and shows where', async () => {
    const { lines, scanned } = await findAll('duty', 'WÓLKENKRATZER');

    expect(matchesIn(lines)).toHaveLength(Math.ceil((narratives - 7) / 500));
    expect(matchesIn(lines)[0]!.snippet.match).toBe('Wolkenkratzer');
    expect(scanned).toBe(narratives);
  });

  it('opens nothing that the searcher holds no key to', async () => {
    const sealed = { what: 'Gletscherspalte.', about: 'somebody-who-works-here', staffName: 'Dina Utyman' } as const;
    await aReport(program.ground, program.communityId, sealed);

    const byDuty = await findAll('duty', 'gletscherspalte');
    const byMember = await findAll('member', 'gletscherspalte');
    const byCustodian = await findAll('custodian', 'gletscherspalte');

    expect([matchesIn(byDuty.lines).length, byDuty.scanned]).toEqual([0, narratives]);
    expect([matchesIn(byMember.lines).length, byMember.scanned]).toEqual([0, 0]);
    expect([matchesIn(byCustodian.lines).length, byCustodian.scanned]).toEqual([1, 1]);
  });

  it('no longer finds who was named in a report that proved unfounded a month ago', async () => {
    const { id } = await aReport(program.ground, program.communityId, { what: 'Regenbogenforelle.' });
    const duty = await sessionOf(program, program.actors.duty);
    const decision = { outcome: 'unsubstantiated', reason: 'Nothing bears it out.', version: 1 };
    await duty.call('POST', `/api/v1/reports/${id}/decisions`, decision);

    const before = await findAll('duty', 'regenbogenforelle');
    program.clock.advance(31 * 86_400_000);
    const after = await findAll('duty', 'regenbogenforelle');

    expect(matchesIn(before.lines)).toHaveLength(1);
    expect(matchesIn(after.lines)).toHaveLength(0);
  });

  it(`looks through ${narratives} narratives of ${characters} characters, p95 of ${searches} within ${secondsAtMost} s and ${megabytesAtMost} MB`, async () => {
    const residentBefore = process.memoryUsage().rss;
    const times: number[] = [];
    let resident = residentBefore;
    for (let at = 0; at < searches; at += 1) {
      const begun = performance.now();
      await findAll('duty', at % 2 ? 'wolkenkratzer' : 'corridor zzz');
      times.push((performance.now() - begun) / 1_000);
      resident = Math.max(resident, process.memoryUsage().rss);
    }

    const p95 = times.toSorted((one, other) => one - other)[Math.ceil(times.length * 0.95) - 1]!;
    const megabytes = (resident - residentBefore) / 2 ** 20;
    console.log(`find: ${narratives} narratives, p95 ${p95.toFixed(2)} s, ${megabytes.toFixed(0)} MB more`);
    expect(p95).toBeLessThanOrEqual(secondsAtMost);
    expect(megabytes).toBeLessThanOrEqual(megabytesAtMost);
  }, 600_000);
});
