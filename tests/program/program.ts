import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { actorFinder } from '../../src/app/find-actor.ts';
import { allRoutes, handOnWork } from '../../src/app/routes.ts';
import { serveStillPages } from '../../src/app/still-pages.ts';
import { allSweeps } from '../../src/app/sweeps.ts';
import { addShift, foundCommunity, type NewPerson, newPerson } from '../../src/community/index.ts';
import type { Actor, PersonActor } from '../../src/platform/actor.ts';
import { openSequencer } from '../../src/platform/audit/sequencer.ts';
import { systemChance } from '../../src/platform/chance.ts';
import { type VirtualClock, virtualClock } from '../../src/platform/clock.ts';
import { openDatabase, type Tx } from '../../src/platform/db/database.ts';
import { openFileStore } from '../../src/platform/files/file-store.ts';
import type { Ground } from '../../src/platform/ground.ts';
import type { AnyRoute } from '../../src/platform/http/route.ts';
import { joinRoutes } from '../../src/platform/http/server.ts';
import { sweepAll } from '../../src/platform/jobs/sweeps.ts';
import { capturingCarrier } from '../../src/platform/mail/index.ts';
import { openKeyStore } from '../../src/platform/vault/index.ts';
import { problemPage } from '../../src/reports/index.ts';
import { type WorkerDatabase, workerDatabase } from '../setup/worker-database.ts';

export const password = 'a long pass phrase for tests';

/** One of each kind of person; the names are invented. */
export const cast = {
  coordinator: { name: 'Cora Ordway', roles: ['coordinator', 'team-member', 'administrator'], discipline: 'school' },
  duty: { name: 'Dina Utyman', roles: ['duty-officer', 'team-member'], discipline: 'social-services' },
  second: { name: 'Sec Ondo', roles: ['duty-officer', 'team-member'], discipline: 'police' },
  member: { name: 'Mem Berri', roles: ['team-member'], discipline: 'mental-health' },
  custodian: { name: 'Cus Todd', roles: ['custodian', 'team-member'], discipline: 'legal' },
  overseer: { name: 'Ove Seer', roles: ['overseer'], discipline: 'governance' },
} as const;
export type CastKey = keyof typeof cast;

export type Answered = { status: number; headers: Headers; body: unknown; text: string };
export type SignedInPerson = {
  person: PersonActor;
  call(method: string, path: string, body?: unknown): Promise<Answered>;
};

export type Program = {
  ground: Ground;
  clock: VirtualClock;
  communityId: string;
  /** The short name of the community in addresses. */
  slug: string;
  actors: Record<CastKey, PersonActor>;
  /** The two sheets of the recovery kit, as they were printed. */
  recoveryKit: { halfA: string; halfB: string };
  routes: readonly AnyRoute[];
  databases: WorkerDatabase;
  /** What was logged, line by line. */
  logged: string[];
  folder: string;
  /** Serves the same program on loopback, for a browser. */
  listen(): Promise<{ url: string; close(): Promise<void> }>;
  request(
    method: string,
    path: string,
    options?: { body?: unknown; headers?: Record<string, string> },
  ): Promise<Answered>;
  signIn(key: CastKey): Promise<SignedInPerson>;
  as<T>(actor: Actor, work: (tx: Tx<never>) => Promise<T>): Promise<T>;
  sweep(): Promise<void>;
  sequence(): Promise<number>;
  checkpoint(): Promise<number>;
  close(): Promise<void>;
};

/** An installation that was made elsewhere: its database, a folder with its keys, and its community. */
export type MadeElsewhere = { databases: WorkerDatabase; folder: string; communityId: string };

export type ProgramOptions = {
  from?: MadeElsewhere;
  start?: Date;
  slug?: string;
  /** Changes the ground that everything stands on, such as the public address or whether a password alone suffices. */
  ground?: (ground: Ground) => Partial<Ground>;
  /** Changes the table of doors, for a test of what happens when one wall is missing. */
  routes?: (routes: readonly AnyRoute[]) => readonly AnyRoute[];
};

/** The whole program in this process on a fresh database, with a clock that only a test moves and a community of six. */
export async function startProgram(options: ProgramOptions = {}): Promise<Program> {
  const databases = options.from?.databases ?? (await workerDatabase());
  const folder = options.from?.folder ?? (await mkdtemp(join(tmpdir(), 'forestall-program-')));
  const clock = virtualClock(options.start ?? new Date('2026-11-23T10:00:00Z'));
  const logged: string[] = [];
  const ground: Ground = {
    database: openDatabase(databases.appUrl),
    keyStore: openKeyStore(join(folder, 'keys')),
    files: openFileStore(join(folder, 'files'), systemChance),
    clock,
    chance: systemChance,
    log: pino({ base: null }, { write: (line: string) => void logged.push(line) }),
    publicUrl: 'https://forestall.test',
    mode: 'demo',
    passwordAloneSuffices: true,
  };
  Object.assign(ground, options.ground?.(ground));
  const { communityId, actors, recoveryKit } = options.from
    ? { communityId: options.from.communityId, actors: {} as Program['actors'], recoveryKit: { halfA: '', halfB: '' } }
    : await foundTestCommunity(ground, options.slug ?? 'test-town');
  const sequencer = openSequencer(databases.sequencerUrl, ground.keyStore, clock);
  const routes = options.routes?.(allRoutes) ?? allRoutes;
  const app = joinRoutes(ground, routes, actorFinder(ground), problemPage(ground), (app) =>
    serveStillPages(app, ground),
  );
  const request: Program['request'] = async (method, path, { body, headers = {} } = {}) => {
    const response = await app.request(`${ground.publicUrl}${path}`, {
      method,
      headers: {
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: body instanceof FormData ? body : typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = response.headers.get('content-type')?.startsWith('text/event-stream') ? '' : await response.text();
    const isJson = /^application\/(problem\+)?json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, text, body: isJson && text ? JSON.parse(text) : null };
  };
  return {
    ground,
    clock,
    communityId,
    slug: options.slug ?? 'test-town',
    actors,
    recoveryKit,
    routes,
    databases,
    logged,
    folder,
    request,
    listen: () => listen(app.fetch),
    async signIn(key) {
      const signedIn = await request('POST', '/api/v1/sign-in', { body: { email: emailOf(key), password } });
      const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      const token = (signedIn.body as { csrfToken: string }).csrfToken;
      const call: SignedInPerson['call'] = (method, path, body) =>
        request(method, path, { body, headers: { cookie, 'x-csrf-token': token } });
      return { person: actors[key], call };
    },
    as: (actor, work) => ground.database.withActor(actor, (tx) => work(tx as Tx<never>)),
    sweep: () => sweepAll(ground, allSweeps(capturingCarrier)),
    sequence: () => sequencer.sequence(),
    checkpoint: () => sequencer.checkpoint(),
    async close() {
      await sequencer.close();
      await ground.database.close();
      await databases.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function listen(
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<{ url: string; close(): Promise<void> }> {
  return new Promise((resolve) => {
    const server = serve({ fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
      const close = () =>
        new Promise<void>((closed) => {
          server.close(() => closed());
          if ('closeAllConnections' in server) server.closeAllConnections();
        });
      resolve({ url: `http://127.0.0.1:${port}`, close });
    });
  });
}

export const emailOf = (key: CastKey, slug = 'test-town') => `${key}@${slug}.example`;
export { handOnWork };

/** Founds a community with the whole cast and a shift that lasts a fortnight. */
export async function foundTestCommunity(ground: Ground, slug: string) {
  const people = new Map<CastKey, NewPerson>();
  for (const [key, who] of Object.entries(cast) as [CastKey, (typeof cast)[CastKey]][]) {
    people.set(key, await newPerson(ground, { ...who, email: emailOf(key, slug), language: 'en' }, password));
  }
  const { communityId, recoveryKit } = await foundCommunity(
    ground,
    {
      name: 'Test Town',
      slug,
      country: 'ES',
      timeZone: 'Europe/Madrid',
      defaultLanguage: 'en',
      emergencyNumbers: [{ number: '112', for: 'everything' }],
      crisisLines: [{ number: '024', name: 'Line', hours: '24/7' }],
    },
    [...people.values()],
  );
  const actors = Object.fromEntries(
    [...people].map(([key, person]) => [
      key,
      { kind: 'person', communityId, personId: person.id, roles: person.roles, keyPair: person.keyPair },
    ]),
  ) as Record<CastKey, PersonActor>;
  const now = ground.clock.now().getTime();
  await ground.database.withActor(actors.coordinator, (tx) =>
    addShift(tx, ground, {
      startsAt: new Date(now - 3_600_000).toISOString(),
      endsAt: new Date(now + 13 * 86_400_000).toISOString(),
      officerId: actors.duty.personId,
      secondId: actors.second.personId,
    }),
  );
  return { communityId, actors, recoveryKit };
}
