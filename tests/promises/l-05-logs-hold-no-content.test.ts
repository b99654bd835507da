import fc from 'fast-check';
import { sql as raw } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDatabase, type Tx } from '../../src/platform/db/database.ts';
import { type AnyRoute, route } from '../../src/platform/http/route.ts';
import { sweepAll } from '../../src/platform/jobs/sweeps.ts';
import { type Answered, type Program, startProgram } from '../program/program.ts';
import { type Stage, setTheStage } from '../program/stage.ts';
import { type ValidRequest, validRequests } from '../program/valid-requests/index.ts';

const isFull = process.env.FORESTALL_PROMISES === 'full';
const runs = isFull ? 10_000 : 250;
const canary = 'CANARY4711FLEW';
/** What may stand around a word: also what would make it look like a place in the code. */
const around = [
  '',
  '\n    at ',
  '\n at file:///',
  '"',
  "'",
  '\\',
  '\u2028',
  '{"',
  '</script>',
  '%s %o ',
  '\u0000',
  'é',
];

let program: Program;
let stage: Stage;
let requests: (ValidRequest & { method: string })[];
const printed: string[] = [];

/** Bugs of every kind, each with the words of the request in its message. */
const bugs: Record<string, (tx: Tx, words: string) => Promise<unknown>> = {
  'an error': async (_, words) => Promise.reject(new Error(words)),
  'an error of many lines': async (_, words) =>
    Promise.reject(new TypeError(`it says:\n    at ${words}\n at ${words}`)),
  'an error with a cause': async (_, words) => Promise.reject(new Error('failed', { cause: new Error(words) })),
  'no error at all': async (_, words) => Promise.reject(words),
  'a value that does not fit its type': ({ sql }, words) => raw`select ${words}::uuid`.execute(sql),
  'a syntax error': ({ sql }, words) =>
    raw.raw(`selec ${Buffer.from(words).toString('latin1').replaceAll('\u0000', '')}`).execute(sql),
  'a value that stands already': async ({ sql }, words) => {
    const person = raw`insert into recovery_codes (person_id, code_hash, locked_key) select id, convert_to(${words.replaceAll('\u0000', '')}, 'UTF8'), '' from people limit 1`;
    await person.execute(sql);
    await person.execute(sql);
  },
  'a value that a rule refuses': ({ sql }, words) =>
    raw`insert into communities (id, slug, name, time_zone, default_language, country, emergency_numbers, crisis_lines, clocks, created_at)
        values (gen_random_uuid(), ${words.replaceAll('\u0000', '')}, 'x', 'x', 'en', 'x', '[]', '[]', '{}', now())`.execute(
      sql,
    ),
};

const buggyDoors = (pattern: AnyRoute): AnyRoute[] =>
  Object.values(bugs).map((bug, index) =>
    route({
      ...pattern,
      method: 'POST',
      path: `/api/v1/bug-${index}`,
      handle: (tx, { body }) => bug(tx, (body as { what: string }).what),
      prepare: async () => undefined,
    }),
  );

beforeAll(async () => {
  program = await startProgram({
    routes: (routes) => [...routes, ...buggyDoors(routes.find(({ path }) => path === '/api/v1/reports')!)],
  });
  stage = await setTheStage(program);
  requests = Object.entries(validRequests(program, stage))
    .filter(([door, { body }]) => body !== undefined && !(body instanceof FormData) && !door.endsWith('suspension'))
    .map(([door, request]) => ({ ...request, method: door.split(' ')[0]! }));
  for (const method of ['error', 'warn', 'log'] as const)
    vi.spyOn(console, method).mockImplementation((...given) => void printed.push(given.map(String).join(' ')));
});
afterEach(() => {
  expect(leaks()).toEqual([]);
});
afterAll(() => program.close());

/** Every line of the log and of the terminal in which the word stands. */
const leaks = () => [...program.logged, ...printed].filter((line) => line.includes(canary));

const isProblem = ({ headers }: Answered) => headers.get('content-type') === 'application/problem+json';

const concern = (what: string) => ({ dangerNow: false, what, language: 'en' });

type Slip = (body: Record<string, unknown>, field: string, words: string) => unknown;
/** Everything that a sender can get wrong, with words in it. */
const slips: Record<string, Slip> = {
  'no JSON': (_, __, words) => words,
  'half of it': (body, _, words) => JSON.stringify({ ...body, words }).slice(0, -1),
  'an unknown field': (body, _, words) => ({ ...body, [words]: words }),
  'words instead': (body, field, words) => ({ ...body, [field]: words }),
  'a list instead': (body, field, words) => ({ ...body, [field]: [words, words] }),
  'an object instead': (body, field, words) => ({ ...body, [field]: { [words]: words } }),
  'too much': (body, field, words) => ({ ...body, [field]: words.repeat(25_000) }),
  'far too much': (body, field, words) => ({ ...body, [field]: words.repeat(300_000) }),
};

const words = fc
  .tuple(fc.constantFrom(...around), fc.constantFrom(...around))
  .map(([before, after]) => `${before}${canary}${after}`);

describe('L-05 logs hold no content', () => {
  it(`whatever a sender gets wrong, in ${runs} requests`, { timeout: 900_000 }, async () => {
    const slip = fc.record({
      request: fc.constantFrom(...requests),
      slip: fc.constantFrom(...Object.keys(slips)),
      words,
      pick: fc.nat(),
    });

    await fc.assert(
      fc.asyncProperty(slip, async ({ request, slip, words, pick }) => {
        const body = request.body as Record<string, unknown>;
        const field = Object.keys(body)[pick % Object.keys(body).length]!;
        const headers = request.as ? stage.sessions[request.as].headers : {};

        const answer = await program.request(request.method, request.path, {
          body: slips[slip]!(body, field, words),
          headers,
        });

        expect(leaks()).toEqual([]);
        if (isProblem(answer)) expect(answer.text).not.toContain(canary);
        expect(answer.status).toBeLessThan(500);
      }),
      { numRuns: runs },
    );
  });

  it('whatever a request carries in its address and its headers', async () => {
    const { duty } = stage.sessions;
    const mark = encodeURIComponent(canary);

    const answers = [
      await duty.call('GET', `/api/v1/reports/${mark}`),
      await duty.call('GET', `/api/v1/triage?after=${mark}`),
      await duty.call('GET', `/api/v1/triage?${mark}=${mark}`),
      await program.request('GET', `/api/v1/${mark}`),
      await program.request('POST', '/api/v1/reports', {
        body: concern(canary),
        headers: { 'idempotency-key': canary },
      }),
      await program.request('GET', '/api/v1/session', {
        headers: { cookie: `__Host-session=${canary}`, 'user-agent': canary, 'accept-language': canary },
      }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 400, 400, 404, 400, 401]);
    expect(answers.filter(({ text }) => text.includes(canary))).toEqual([]);
  });

  it.each(Object.keys(bugs))('when the program fails with %s', async (bug) => {
    const path = `/api/v1/bug-${Object.keys(bugs).indexOf(bug)}`;
    const before = program.logged.length;

    for (const before of around) {
      const answer = await program.request('POST', path, { body: concern(`${before}${canary}`) });

      expect(answer.text).not.toContain(canary);
      expect([400, 500]).toContain(answer.status);
    }

    expect(program.logged.length - before).toBe(around.length);
    expect(program.logged.slice(before).every((line) => /"reference":"[0-9A-Z]{3}-[0-9A-Z]{3}"/.test(line))).toBe(true);
  });

  it('when sealed bytes were changed', async () => {
    await program.databases.owner.query('update reports set content = $1 where id = $2', [
      Buffer.from(canary.repeat(9)),
      stage.decided.id,
    ]);

    const answer = await stage.sessions.duty.call('GET', `/api/v1/reports/${stage.decided.id}`);

    expect([answer.status, answer.text.includes(canary)]).toEqual([500, false]);
  });

  it('when work by the clock fails', async () => {
    const before = program.logged.length;

    await sweepAll(program.ground, [
      { job: 'failing', within: 'seconds', run: (_, __) => Promise.reject(new Error(`it says\n at ${canary}`)) },
    ]);

    expect(program.logged.slice(before)).toHaveLength(1);
  });

  it('when an image is none', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ dangerNow: 'no', what: canary, wants: 'send' })) form.set(name, value);
    form.set('images', new File([canary.repeat(20)], `${canary}.png`, { type: 'image/png' }));

    const page = await program.request('POST', '/en/report', { body: form });

    expect(page.status).toBe(201);
  });

  it('when a page cannot be drawn', async () => {
    const { database } = program.ground;
    program.ground.database = {
      ...database,
      withActor: () => Promise.reject(new Error(`no\n    at ${canary}`)),
      withoutCommunity: () => Promise.reject(new Error(canary)),
    };
    program.clock.advance(3_600_000);

    const answers = [
      await program.request('GET', '/en/report'),
      await program.request('GET', '/'),
      await program.request('POST', '/en/report', { body: new FormData() }),
      await program.request('GET', '/nowhere'),
    ];
    program.ground.database = database;

    expect(answers.map(({ text }) => text.includes(canary))).toEqual([false, false, false, false]);
    expect(answers.every(({ headers }) => headers.has('content-security-policy'))).toBe(true);
  });

  it('when the database is gone', async () => {
    const { database } = program.ground;
    program.ground.database = openDatabase(`postgresql://${canary}:${canary}@localhost:1/${canary}`);

    const told = await program.request('POST', '/api/v1/reports', { body: concern(canary) });
    const signedIn = await program.request('POST', '/api/v1/sign-in', { body: { email: canary, password: canary } });
    await program.ground.database.close();
    program.ground.database = database;

    expect([told.status, signedIn.status]).toEqual([503, 503]);
    expect([told.text.includes(canary), signedIn.text.includes(canary)]).toEqual([false, false]);
  });

  it('would notice a message that is logged', () => {
    program.ground.log.error({ message: new Error(canary).message }, 'bug');

    expect(leaks()).toHaveLength(1);
    program.logged.pop();
  });
});
