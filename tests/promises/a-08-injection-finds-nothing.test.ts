import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { serve } from '@hono/node-server';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readConfig } from '../../src/app/config.ts';
import { joinServer } from '../../src/app/join-server.ts';
import { route } from '../../src/platform/http/route.ts';
import type { Aim } from '../program/fuzz/attempts.ts';
import { aimAt, type Description } from '../program/fuzz/doors.ts';
import { mark } from '../program/fuzz/hostile-values.ts';
import { malformed } from '../program/fuzz/malformed.ts';
import { type Finding, fuzz } from '../program/fuzz/run.ts';
import { sendBytes } from '../program/fuzz/send.ts';
import { type Program, startProgram } from '../program/program.ts';
import { rehearsal } from '../program/rehearsing.ts';
import { type Stage, setTheStage } from '../program/stage.ts';

const isFull = process.env.FORESTALL_PROMISES === 'full';
const requests = Number(process.env.FORESTALL_FUZZ ?? (isFull ? 1_000_000 : 2_000));
const seed = Number(process.env.FORESTALL_FUZZ_SEED ?? 7);
const slices = 10;
const megabytesMore = 200;

let program: Program;
let stage: Stage;
let aim: Aim;
let server: Awaited<ReturnType<Program['listen']>>;
/** The same program with its console, its health and its description: what is no door of the table. */
let whole: { url: string; close(): void };

beforeAll(async () => {
  const play = rehearsal();
  program = await startProgram({
    routes: (routes) => {
      const rehearsed = play.routes(routes);
      return [...routes.map((each, at) => (each.permission.open ? each : rehearsed[at]!)), careless];
    },
  });
  stage = await setTheStage(program);
  play.begin();
  server = await program.listen();
  whole = await serveWhole();
  const description = (await (await fetch(`${whole.url}/api/v1/openapi.json`)).json()) as Description;
  aim = aimAt(program, stage, description, seed);
}, 120_000);
afterAll(async () => {
  await server.close();
  whole.close();
  await program.close();
});

/** A door whose question is put together from what was sent, and that says it back. */
const careless = route({
  method: 'GET',
  path: '/api/v1/careless',
  summary: 'For a test only',
  permission: { name: 'none', open: true, check: async () => true },
  audit: { none: 'for a test only' },
  input: { path: null, query: z.object({ words: z.string().optional() }), body: null },
  answer: 'bytes',
  handle: async (tx, { query: { words = '' } }) => {
    await sql.raw(`select '${words}'`).execute(tx.sql);
    return new Response(words, { headers: { 'content-type': 'application/problem+json' } });
  },
});

const serveWhole = () =>
  new Promise<typeof whole>((resolve) => {
    const app = joinServer(program.ground, readConfig({ FORESTALL_HOME: program.folder }, 'main'));
    const open = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
      resolve({ url: `http://127.0.0.1:${port}`, close: () => void open.close() }),
    );
  });

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const megabytesHeld = () => {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
};

/** What the log tells of faults and of what was sent; the log is emptied, so that it is no part of what is held. */
const readLog = () => program.logged.splice(0).filter((line) => line.includes('"bug"') || line.includes(mark));

describe('A-08 injection finds nothing', () => {
  it(`answers ${requests} requests of seed ${seed} without a fault, an echo, a hang or a growing memory`, async () => {
    const size = Math.ceil(requests / slices);
    const byStatus: Record<string, number> = {};
    const held: number[] = [];
    const findings: Finding[] = [];
    const log: string[] = [];
    let answered = 0;

    for (let slice = 0; slice < slices; slice += 1) {
      const url = slice % 5 === 4 ? whole.url : server.url;
      const only = slice % 5 === 4 ? { ...aim, doors: aim.doors.filter(({ method }) => method === 'GET') } : aim;
      const told = await fuzz(url, only, stage.sessions, { from: slice * size, to: (slice + 1) * size });
      for (const [status, count] of Object.entries(told.byStatus)) byStatus[status] = (byStatus[status] ?? 0) + count;
      answered += told.answered;
      held.push(Math.round(megabytesHeld()));
      if (isFull) console.log(`A-08: ${(slice + 1) * size} sent, ${held.at(-1)} MB held`);
      findings.push(...told.findings.slice(0, 10));
      log.push(...readLog().slice(0, 10));
    }

    console.log(`A-08: ${answered} of ${requests} answered, ${JSON.stringify(byStatus)}, MB held ${held.join(' ')}`);
    expect({ findings, log }).toEqual({ findings: [], log: [] });
    expect(answered).toBeGreaterThan(requests * 0.95);
    expect(Object.keys(byStatus).length).toBeGreaterThan(5);
    expect(held.at(-1)! - held[0]!).toBeLessThan(megabytesMore);
  }, 50_000_000);

  it('keeps its feet on connections that speak no proper HTTP', async () => {
    const wrong: string[] = [];

    for (let attempt = 0; attempt < (isFull ? 5_000 : 120); attempt += 1) {
      const said = await sendBytes(server.url, malformed(seed, attempt), 10);
      if (said === 'hang' || /^HTTP\/1\.1 5(?!01|05)/.test(said) || said.includes(mark))
        wrong.push(`${attempt}: ${said.slice(0, 80)}`);
    }

    expect(wrong).toEqual([]);
    expect(readLog()).toEqual([]);
  }, 3_000_000);

  it('works afterwards as it did before', async () => {
    const { request, ground } = program;

    const report = await request('POST', '/api/v1/reports', {
      body: { dangerNow: false, what: 'Words.', language: 'en' },
    });
    const session = await stage.sessions.duty.call('GET', '/api/v1/session');

    expect([report.status, session.status, await ground.database.isReachable()]).toEqual([201, 429, true]);
  });

  it('would notice a question put together from what was sent, and an answer that says it back', async () => {
    const path = '/api/v1/careless';
    const door = { method: 'GET', path, valid: { as: null, path }, body: null, query: { words: { type: 'string' } } };

    const told = await fuzz(server.url, { ...aim, doors: [door] }, stage.sessions, { from: 0, to: 400 });

    const found = told.findings.map(({ what }) => what);
    expect(found).toContain('status 500');
    expect(found).toContain('a problem that repeats what was sent');
    expect(readLog().length).toBeGreaterThan(0);
  });
});
