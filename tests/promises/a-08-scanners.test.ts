import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { route } from '../../src/platform/http/route.ts';
import { type Program, startProgram } from '../program/program.ts';
import { rehearsal } from '../program/rehearsing.ts';
import { hasSqlmap, type RawRequest, sqlmap } from '../program/scanners.ts';
import { type Stage, setTheStage } from '../program/stage.ts';

const isFull = process.env.FORESTALL_PROMISES === 'full';
const level = Number(process.env.FORESTALL_SQLMAP_LEVEL ?? 5);
const risk = Math.min(3, level);
const secondsEach = Number(process.env.FORESTALL_SCAN_SECONDS ?? 3_600);

let program: Program;
let stage: Stage;
let server: Awaited<ReturnType<Program['listen']>>;
let folder: string;
beforeAll(async () => {
  const play = rehearsal();
  program = await startProgram({
    routes: (routes) => {
      const rehearsed = play.routes(routes);
      const isKept = routes.map(({ permission, method }) => permission.open || method === 'GET');
      return [...routes.map((each, at) => (isKept[at] ? each : rehearsed[at]!)), careless];
    },
  });
  stage = await setTheStage(program);
  play.begin();
  server = await program.listen();
  folder = await mkdtemp(join(tmpdir(), 'forestall-scan-'));
}, 120_000);
afterAll(async () => {
  await server.close();
  await program.close();
  await rm(folder, { recursive: true, force: true });
});

/** A door whose question is put together from what was sent. */
const careless = route({
  method: 'GET',
  path: '/api/v1/careless',
  summary: 'For a test only',
  permission: { name: 'none', open: true, check: async () => true },
  audit: { none: 'for a test only' },
  input: { path: null, query: z.object({ words: z.string() }), body: null },
  answer: 'bytes',
  handle: async (tx, { query: { words } }) => {
    const { rows } = await sql.raw(`select name from communities where name like '%${words}%'`).execute(tx.sql);
    return new Response(JSON.stringify(rows));
  },
});

const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

/** Where words, ids, numbers and choices come in, by the public and by staff; a star is where sqlmap puts its own. */
function attacked(): Record<string, RawRequest> {
  const duty = { ...stage.sessions.duty.headers };
  const { waiting } = stage;
  return {
    'search of the library': { method: 'GET', path: '/api/v1/library/search?q=warning*&lang=en*', headers: {} },
    'page of the search': { method: 'GET', path: '/en/library/search?q=warning*', headers: {} },
    'sign-in': {
      method: 'POST',
      path: '/api/v1/sign-in',
      headers: json,
      body: '{"email":"a@b.example*","password":"words*"}',
    },
    report: {
      method: 'POST',
      path: '/api/v1/reports',
      headers: json,
      body: '{"dangerNow":false,"what":"Words.*","language":"en*"}',
    },
    'form of a report': {
      method: 'POST',
      path: '/en/report',
      headers: form,
      body: 'dangerNow=no&what=Words*&where=Here*&wants=send*',
    },
    receipt: { method: 'POST', path: '/api/v1/receipts/open', headers: json, body: '{"receipt":"1234*"}' },
    queue: { method: 'GET', path: '/api/v1/triage?limit=5*&after=x*', headers: duty },
    'report by its id': { method: 'GET', path: `/api/v1/reports/${waiting.id}*`, headers: duty },
    'answer to a report': {
      method: 'POST',
      path: `/api/v1/reports/${waiting.id}/answers`,
      headers: { ...duty, ...json },
      body: '{"words":"An answer.*"}',
    },
    'case by its id': { method: 'GET', path: `/api/v1/cases/${stage.openCase.id}*`, headers: duty },
    community: { method: 'GET', path: '/test-town*/en/report', headers: {} },
  };
}

describe.skipIf(!isFull || !hasSqlmap())('A-08 sqlmap', () => {
  it('finds the door that was made for it, so that it would notice another', async () => {
    const request = { method: 'GET', path: '/api/v1/careless?words=Test*', headers: {} };

    const { isFound } = await sqlmap(server.url, request, { folder, level: 1, risk: 1, seconds: 600 });

    expect(isFound).toBe(true);
  }, 700_000);

  it('finds nothing at any door where words, ids, numbers or choices come in', async () => {
    const found: string[] = [];
    const untested: string[] = [];

    for (const [name, request] of Object.entries(attacked())) {
      const { isFound, isTested, said } = await sqlmap(server.url, request, {
        folder,
        level,
        risk,
        seconds: secondsEach,
      });
      console.log(
        `A-08 sqlmap: ${name}, level ${level}, ${said.match(/HTTP\(s\) requests/)?.[0] ?? (isTested ? 'tested' : 'cut off')}`,
      );
      if (isFound) found.push(`${name}\n${said.slice(-2_000)}`);
      if (!isTested) untested.push(name);
    }

    expect({ found, untested }).toEqual({ found: [], untested: [] });
  }, 40_000_000);
});
