import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { actorFinder } from '../../src/app/find-actor.ts';
import { joinServer } from '../../src/app/join-server.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import { type AnyRoute, route } from '../../src/platform/http/route.ts';
import { setSecurityHeaders } from '../../src/platform/http/security-headers.ts';
import { joinRoutes } from '../../src/platform/http/server.ts';
import { problemPage } from '../../src/reports/index.ts';
import { type Program, startProgram } from '../program/program.ts';
import { type Stage, setTheStage } from '../program/stage.ts';
import { validRequests } from '../program/valid-requests/index.ts';

/** Every header that every answer carries, byte for byte, written by hand. */
const onEveryAnswer = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'cache-control': 'no-store',
};
const ofAnImage = "default-src 'none'; sandbox";
const kept = 'public, max-age=31536000, immutable';
const telling = ['server', 'x-powered-by', 'via', 'x-generator', 'x-runtime', 'access-control-allow-origin'];
/** Addresses that carry the hash of what they give: they may be kept for ever. */
const isAsset = (path: string) => /^\/(console\/)?assets\/|^\/[\w./-]+\.[0-9a-f]{8,}\.(css|js|woff2)$/.test(path);

type Asked = { method: string; path: string; body?: unknown; headers?: Record<string, string> };
type Seen = { status: number; path: string; headers: Headers; text: string };

let program: Program;
let stage: Stage;
let server: { request(address: string, init: RequestInit): Response | Promise<Response> };
let faulty: typeof server;
const seen: Seen[] = [];

beforeAll(async () => {
  program = await startProgram();
  stage = await setTheStage(program);
  server = joinServer(program.ground, readConfig({ FORESTALL_HOME: program.folder }, 'main'));
  faulty = joinRoutes(
    program.ground,
    faultyDoors(program.routes),
    actorFinder(program.ground),
    problemPage(program.ground),
    (app) => {
      app.get('/broken', () => {
        throw new Error('broken');
      });
    },
  );
});
afterAll(() => program.close());

/** The doors of the forms and of the API, each failing in a way that is a bug. */
const faultyDoors = (routes: readonly AnyRoute[]): AnyRoute[] =>
  routes
    .filter(({ path }) => path === '/api/v1/reports' || path === '/{language}/report')
    .map((each) =>
      route({ ...each, prepare: async () => undefined, handle: () => Promise.reject(new Error('a bug')) }),
    );

async function ask({ method, path, body, headers = {} }: Asked, whom = server): Promise<number> {
  const isForm = body instanceof FormData;
  const response = await whom.request(`${program.ground.publicUrl}${path}`, {
    method,
    headers: { ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: isForm ? body : typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const isStream = response.headers.get('content-type') === 'text/event-stream';
  if (isStream) await response.body?.cancel();
  seen.push({ status: response.status, path, headers: response.headers, text: isStream ? '' : await response.text() });
  return response.status;
}

/** What differs from the headers that must be there, and what is there and must not. */
function faultsOf({ status, path, headers }: Seen): string[] {
  const expected: Record<string, string> = { ...onEveryAnswer };
  if (isAsset(path) && status === 200) expected['cache-control'] = kept;
  if (headers.get('content-type') === 'image/webp') expected['content-security-policy'] = ofAnImage;
  const wrong = Object.entries(expected).filter(([name, value]) => headers.get(name) !== value);
  const told = telling.filter((name) => headers.has(name));
  return [
    ...wrong.map(([name]) => `${status} ${path}: ${name} is ${headers.get(name)}`),
    ...told.map((name) => `${status} ${path} tells ${name}`),
  ];
}

/** Whatever would let a page run or style something that stands in the page itself. */
function inlineIn(html: string): string[] {
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)].filter(
    ([, attributes, text]) => !/\bsrc=/.test(attributes ?? '') || text?.trim() !== '',
  );
  const others = html.match(/<style\b|\sstyle=|\son[a-z]+=|javascript:|<base\b|<iframe\b|<object\b|<embed\b/gi) ?? [];
  return [...scripts.map(([tag]) => tag), ...others];
}

const isHtml = ({ headers }: Seen) => headers.get('content-type')?.startsWith('text/html') ?? false;
const addresses = [
  '/',
  '/en',
  '/ca',
  '/es/report',
  '/fr/receipt',
  '/en/library',
  '/console',
  '/console/',
  '/console/cases/1',
  '/healthz',
  '/readyz',
  '/metrics',
  '/favicon.ico',
  '/api/v1/openapi.json',
  '/robots.txt',
  '/nowhere',
  '/api/v1/nowhere',
  '/en/nowhere',
  '/%00',
  '/en/../..',
  '//en',
];

describe('N-02 headers on every answer', () => {
  it('asks every door as it is meant, without a session, malformed, too large, and by other methods', async () => {
    const requests = Object.entries(validRequests(program, stage)).map(([door, request]) => ({
      ...request,
      method: door.split(' ')[0]!,
    }));
    const isLast = ({ path }: Asked) => (path.endsWith('sign-out') ? 1 : 0);
    for (const { as, method, path, body } of requests.toSorted((one, other) => isLast(one) - isLast(other))) {
      const headers = as ? stage.sessions[as].headers : {};
      await ask({ method, path });
      if (method === 'POST') await ask({ method, path, body: '{"half', headers });
      if (method === 'POST' && as) await ask({ method, path, body: JSON.stringify('x'.repeat(300_000)), headers });
      for (const other of ['PUT', 'PATCH', 'OPTIONS', 'HEAD']) await ask({ method: other, path, headers });
      await ask({ method, path, body, headers });
      await ask({ method, path, body, headers });
    }

    expect(seen.length).toBeGreaterThan(400);
  });

  it('asks for every page, for what stands in it, and for what is not there', async () => {
    for (const path of addresses) for (const method of ['GET', 'HEAD', 'POST']) await ask({ method, path });
    const linked = new Set(
      seen
        .filter(isHtml)
        .flatMap(({ text }) => [...text.matchAll(/(?:src|href)="(\/[^"#?]+)"/g)].map(([, path]) => path!)),
    );
    for (const path of linked) await ask({ method: 'GET', path });

    expect([...linked].filter(isAsset).length).toBeGreaterThan(1);
  });

  it('fails in every way there is', async () => {
    const concern = { dangerNow: false, what: 'Words.', language: 'en' };
    const form = new FormData();
    const { database } = program.ground;
    await ask({ method: 'POST', path: '/api/v1/reports', body: concern }, faulty);
    await ask({ method: 'POST', path: '/en/report', body: form }, faulty);
    await ask({ method: 'GET', path: '/broken' }, faulty);
    await ask({
      method: 'POST',
      path: '/en/report',
      body: form,
      headers: { 'content-length': String(300 * 1024 * 1024) },
    });
    await ask({ method: 'POST', path: '/api/v1/reports', body: concern, headers: { 'sec-fetch-site': 'cross-site' } });
    program.ground.database = openDatabase('postgresql://nobody:none@localhost:1/none');
    program.clock.advance(60_000);
    await ask({ method: 'POST', path: '/api/v1/reports', body: concern });
    await ask({ method: 'POST', path: '/en/report', body: form });
    for (const path of ['/', '/en/report', '/readyz', '/nowhere']) await ask({ method: 'GET', path });
    await program.ground.database.close();
    program.ground.database = database;

    const statuses = new Set(seen.map(({ status }) => status));
    expect(
      [200, 201, 204, 302, 400, 401, 404, 409, 413, 422, 500, 503].filter((status) => !statuses.has(status)),
    ).toEqual([]);
  });

  it('finds the same headers on all of them, to the letter', () => {
    console.log(`N-02: ${seen.length} answers`);
    expect([...new Set(seen.flatMap(faultsOf))]).toEqual([]);
  });

  it('finds no script and no style inside a page, and only what helps to leave on the first', () => {
    const pages = seen.filter(isHtml).filter(({ text }) => text !== '');

    expect(pages.length).toBeGreaterThan(40);
    expect(pages.flatMap(({ path, text }) => inlineIn(text).map((found) => `${path}: ${found}`))).toEqual([]);
    const named = pages.filter(({ path }) => path === '/').flatMap(({ text }) => text.match(/<script[^>]*>/g) ?? []);
    expect(named.filter((script) => !script.includes('src="/assets/leave.'))).toEqual([]);
  });

  it('adds nothing over the network that names the program', async () => {
    const { url, close } = await program.listen();
    const { headers } = await fetch(`${url}/en`);
    await close();

    expect(telling.filter((name) => headers.has(name))).toEqual([]);
  });

  it('would notice one header that is missing, one that tells too much and a script in a page', () => {
    const headers = new Headers();
    setSecurityHeaders(headers, 'https://forestall.test');
    headers.delete('x-content-type-options');
    headers.set('server', 'ours');

    expect(faultsOf({ status: 200, path: '/', headers, text: '' })).toEqual([
      '200 /: x-content-type-options is null',
      '200 / tells server',
    ]);
    expect(inlineIn('<p onclick="x()">a</p><script>x()</script><b style="a">')).toHaveLength(3);
  });
});
