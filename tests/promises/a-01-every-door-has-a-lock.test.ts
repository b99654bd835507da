import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { actorFinder } from '../../src/app/find-actor.ts';
import { serveStillPages } from '../../src/app/still-pages.ts';
import { type AnyRoute, route } from '../../src/platform/http/route.ts';
import { joinRoutes } from '../../src/platform/http/server.ts';
import { problemPage } from '../../src/reports/index.ts';
import { type Program, startProgram } from '../program/program.ts';
import { doorOf } from '../program/valid-requests/index.ts';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.close());

/** The doors that nobody needs to be signed in for, by hand: another one is a decision, not a slip. */
const openDoors = [
  'GET /api/v1/community',
  'GET /api/v1/communities',
  'POST /api/v1/set-up',
  'POST /api/v1/sign-in',
  'POST /api/v1/passkeys/sign-in/options',
  'POST /api/v1/passkeys/sign-in',
  'POST /api/v1/invitations/open',
  'POST /api/v1/invitations/acceptance',
  'POST /api/v1/invitations/joining',
  'POST /api/v1/recovery/code',
  'POST /api/v1/recovery/kit',
  'POST /api/v1/recovery/requests',
  'POST /api/v1/recovery/requests/open',
  'POST /api/v1/recovery/requests/completion',
  'POST /api/v1/witness/add-checkpoint',
  'GET /api/v1/calendars/{secret}',
  'POST /api/v1/reports',
  'POST /api/v1/partner/reports',
  'POST /api/v1/receipts/open',
  'POST /api/v1/receipts/messages',
  'GET /api/v1/library/search',
  'GET /api/v1/library/resources.json',
  'GET /api/v1/library/resources.csv',
  'POST /{language}/library/courses/{course}',
  'POST /{language}/library/courses/{course}/certificate',
  'POST /{language}/library/mistake',
  'POST /{language}/report',
  'POST /{language}/shared',
  'POST /{language}/receipt',
  'POST /{language}/receipt/message',
];

/** The doors that are no acts and write no entry although they are no plain reading, by hand. */
const changesWithoutAnEntry = [
  'POST /api/v1/sign-in',
  'POST /api/v1/sign-out',
  'POST /api/v1/passkeys/sign-in/options',
  'POST /api/v1/passkeys/sign-in',
  'POST /api/v1/passkeys/registration/options',
  'POST /api/v1/totp',
  'POST /api/v1/language',
  'POST /api/v1/recovery/requests',
  'POST /api/v1/recovery/requests/open',
  'POST /api/v1/invitations/open',
  'POST /api/v1/witness/add-checkpoint',
  'POST /api/v1/receipts/open',
  'POST /{language}/receipt',
  'POST /{language}/library/courses/{course}',
  'POST /{language}/library/courses/{course}/certificate',
  'POST /api/v1/library/texts/{language}/{text}/preview',
];

/** Pages that are the same for everybody: they touch nothing of anybody and stand outside the table. */
const stillPages = [
  /^GET \/$/,
  /^GET \/:language$/,
  /^GET \/:language\/report$/,
  /^GET \/:language\/receipt$/,
  /^GET \/:language(\{\[a-z\]\{2\}\})?\/(help|accessibility|paper|privacy|shared|logo)$/,
  /^GET \/assets\/[\w.-]+\.css$/,
  /^GET \/[\w./-]+\.css$/,
  /^GET \/assets\/[\w.-]+\.js$/,
  /^GET \/:language\/library(\/|$)/,
];

const compilerOptions = [
  '--ignoreConfig',
  '--noEmit',
  '--strict',
  '--skipLibCheck',
  '--allowImportingTsExtensions',
  '--target',
  'ES2024',
  '--module',
  'ESNext',
  '--moduleResolution',
  'bundler',
  '--types',
  'node',
];

const aWord = z.string().trim().min(3);
const declaration = z.looseObject({
  method: z.enum(['GET', 'POST', 'DELETE']),
  path: z.string().startsWith('/'),
  summary: aWord,
  permission: z.looseObject({ name: aWord, open: z.boolean(), check: z.function() }),
  audit: z.union([
    z.looseObject({ act: aWord, recordKind: aWord, recordId: z.function() }),
    z.strictObject({ inside: aWord }),
    z.strictObject({ none: aWord }),
  ]),
  input: z.strictObject({
    path: z.instanceof(z.ZodType).nullable(),
    query: z.instanceof(z.ZodType).nullable(),
    body: z.union([z.instanceof(z.ZodType).nullable(), z.literal('form')]),
  }),
  answer: z.union([z.instanceof(z.ZodType), z.enum(['page', 'bytes', 'stream', 'nothing'])]),
});

/** What a route fails to declare, in words; nothing for a route that has its lock. */
function missing(each: AnyRoute): string[] {
  const read = declaration.safeParse(each);
  const faults = read.success ? [] : read.error.issues.map((issue) => `${doorOf(each)}: ${issue.path.join('.')}`);
  const named = [...each.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const declared = each.input?.path instanceof z.ZodObject ? Object.keys(each.input.path.shape) : [];
  return named.toSorted().join() === declared.toSorted().join()
    ? faults
    : [...faults, `${doorOf(each)}: the names in its path`];
}

const addressOf = ({ path }: AnyRoute) =>
  path.replace('{language}', 'en').replaceAll(/\{\w+\}/g, '018f0000-0000-7000-8000-000000000000');

/** The doors of this table that let a request without a session past their lock. */
async function openedWithoutSession(routes: readonly AnyRoute[]): Promise<string[]> {
  const { ground } = program;
  const app = joinRoutes(ground, routes, actorFinder(ground), problemPage(ground), () => {});
  const opened: string[] = [];
  for (const each of routes) {
    const { status } = await app.request(`${ground.publicUrl}${addressOf(each)}`, { method: each.method });
    if (status !== 401) opened.push(doorOf(each));
  }
  return opened;
}

describe('A-01 every door has a lock', () => {
  it('declares permission, audit, input and answer on every route', () => {
    const faults = program.routes.flatMap(missing);

    expect(program.routes.length).toBeGreaterThan(50);
    expect(faults).toEqual([]);
  });

  it('declares a door once', () => {
    const doors = program.routes.map(doorOf);

    expect(doors.filter((door, index) => doors.indexOf(door) !== index)).toEqual([]);
  });

  it('opens without a session only the doors that are meant to be open', async () => {
    const declared = program.routes.filter((each) => each.permission.open).map(doorOf);
    const opened = await openedWithoutSession(program.routes);

    expect(declared.toSorted()).toEqual(openDoors.toSorted());
    expect(opened.toSorted()).toEqual(openDoors.toSorted());
  });

  it('writes an entry for every change but those that are no acts', () => {
    const silent = program.routes.filter((each) => each.method !== 'GET' && 'none' in each.audit).map(doorOf);

    expect(silent.toSorted()).toEqual(changesWithoutAnEntry.toSorted());
  });

  it('serves nothing beside the table but the pages that are the same for everybody', () => {
    const { ground, routes } = program;
    const served = joinRoutes(ground, routes, actorFinder(ground), problemPage(ground), (app) =>
      serveStillPages(app, ground),
    ).routes;

    const table = new Set(routes.map((each) => `${each.method} ${each.path.replaceAll(/\{(\w+)\}/g, ':$1')}`));
    const others = served
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`)
      .filter((each) => !table.has(each));
    expect(others.filter((each) => !stillPages.some((page) => page.test(each)))).toEqual([]);
  });

  it('would notice a bare route', async () => {
    const bare = {
      method: 'POST',
      path: '/api/v1/bare/{id}',
      summary: 'Bare',
      handle: async () => ({}),
    } as unknown as AnyRoute;
    const unlocked = program.routes.map((each) =>
      each.path === '/api/v1/people' ? route({ ...each, permission: { ...each.permission, open: true } }) : each,
    );

    expect(missing(bare).map((fault) => fault.split(': ')[1])).toEqual([
      'permission',
      'audit',
      'input',
      'answer',
      'the names in its path',
    ]);
    expect(await openedWithoutSession(unlocked)).toContain('GET /api/v1/people');
  });

  it('does not compile a route without its lock', () => {
    const { status, stdout } = spawnSync(
      'node_modules/.bin/tsc',
      [...compilerOptions, 'tests/types/route-without-a-lock.ts'],
      { encoding: 'utf8' },
    );

    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});
