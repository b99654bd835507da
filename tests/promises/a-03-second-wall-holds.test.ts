import fc from 'fast-check';
import { sql as raw } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '../../src/platform/actor.ts';
import { prepareReport, receiveReport } from '../../src/reports/commands/receive-report.ts';
import { concern } from '../../src/reports/contract.ts';
import { checksums, tablesOf } from '../program/checksums.ts';
import { foundTestCommunity, type Program, startProgram } from '../program/program.ts';
import { type HeldSession, sessionOf } from '../program/sessions.ts';
import { setTheStage } from '../program/stage.ts';
import { type ValidRequest, validRequests } from '../program/valid-requests/index.ts';

const isFull = process.env.FORESTALL_PROMISES === 'full';
const queries = isFull ? 10_000 : 500;
const requests = isFull ? 1_000 : 60;
const others = isFull ? 49 : 2;

/** What an archive of a case holds is shown to whoever brings the file and what opens it. */
const bringsItAlong = ['POST /api/v1/case-archives/look', 'POST /api/v1/case-archives'];
/** A session is found before its community is known; who may ask is in its cookie. */
const withoutAWall = ['sessions'];

let program: Program;
let strangers: PersonActor[];
let sessions: HeldSession[];
let tables: string[];
let theirs: (ValidRequest & { method: string })[];
/** Every id, number, name and address in the other community: none may ever be seen from here. */
let secrets: string[];

beforeAll(async () => {
  const yes = async () => true;
  program = await startProgram({
    routes: (routes) =>
      routes.map((each) => (each.permission.open ? each : { ...each, permission: { ...each.permission, check: yes } })),
  });
  const stage = await setTheStage(program);
  await program.sequence();
  strangers = [];
  sessions = [];
  for (let nth = 1; nth <= others; nth += 1) await foundNeighbour(`other-town-${nth}`);
  tables = (await tablesOf(program.databases.owner, true)).filter((table) => !withoutAWall.includes(table));
  theirs = Object.entries(validRequests(program, stage))
    .filter(([door, { as }]) => as !== null && !door.endsWith('sign-out') && !bringsItAlong.includes(door))
    .map(([door, request]) => ({ ...request, method: door.split(' ')[0]! }));
  secrets = await secretsOf(program.communityId);
}, 900_000);
afterAll(() => program.close());

/** One more community with a report of its own, whose people know nothing of the first. */
async function foundNeighbour(slug: string): Promise<void> {
  const { communityId, actors } = await foundTestCommunity(program.ground, slug);
  strangers.push(actors.coordinator);
  for (const actor of [actors.coordinator, actors.duty, actors.overseer])
    sessions.push(await sessionOf(program, actor));
  const prepared = await prepareReport(program.ground);
  const told = concern.parse({ dangerNow: false, what: 'Ours.', language: 'en' });
  await program.as({ kind: 'public', communityId }, (tx) => receiveReport(tx, program.ground, told, prepared, 'api'));
}

async function secretsOf(community: string): Promise<string[]> {
  const found = new Set<string>([community]);
  for (const table of tables) {
    const { rows } = await program.databases.owner.query(
      `select to_jsonb(t) as row from ${table} t where community_id = $1`,
      [community],
    );
    for (const { row } of rows)
      for (const value of Object.values(row))
        if (typeof value === 'string' && /^[0-9a-f-]{36}$|^[0-9A-Z]{3}-[0-9A-Z]{3}$/.test(value)) found.add(value);
  }
  const { rows } = await program.databases.owner.query(
    'select p.email from people p join memberships m on m.person_id = p.id where m.community_id = $1',
    [community],
  );
  return [...found, ...rows.map((row) => row.email as string)];
}

type Question = { by: PersonActor; table: string; joined: string; shape: (typeof shapes)[number]; secret: string };
const shapes = [
  'all',
  'their community',
  'another row',
  'anything or',
  'joined',
  'counted',
  'update',
  'delete',
  'for update',
  'insert',
] as const;

/** Asks the database as a stranger, and gives how many rows of any other community it showed or touched. */
async function crossings({ by, table, joined, shape, secret }: Question): Promise<number> {
  const [one, other] = [raw.table(table), raw.table(joined)];
  const foreign = program.communityId;
  const statement = {
    all: raw`select community_id from ${one}`,
    'their community': raw`select community_id from ${one} where community_id = ${foreign}::uuid`,
    'another row': raw`select community_id from ${one} t where t::text like '%' || ${secret} || '%'`,
    'anything or': raw`select community_id from ${one} where community_id = current_community() or true`,
    joined: raw`select o.community_id from ${one} t join ${other} o on o.community_id <> t.community_id`,
    counted: raw`select ${foreign} as community_id from ${one} where community_id = ${foreign}::uuid group by community_id having count(*) > 0`,
    update: raw`update ${one} set community_id = community_id where community_id = ${foreign}::uuid returning community_id`,
    delete: raw`delete from ${one} where community_id = ${foreign}::uuid returning community_id`,
    'for update': raw`select community_id from ${one} where community_id = ${foreign}::uuid for update`,
    insert: raw`insert into ${one} (community_id) values (${foreign}::uuid) returning community_id`,
  }[shape];
  const rows = await program
    .as(by, async ({ sql }) => (await statement.execute(sql)).rows as { communityId: string }[])
    .catch((error: { code?: string; refusal?: { kind: string } }) => {
      // Refused for want of a right, by the wall itself, or by a rule that stands before it: no row was shown.
      if (['42501', '23502', '23514'].includes(error.code ?? '') || error.refusal?.kind === 'invalid') return [];
      throw error;
    });
  return rows.filter(({ communityId }) => communityId !== by.communityId).length;
}

const question = () =>
  fc.record({
    by: fc.constantFrom(...strangers),
    table: fc.constantFrom(...tables),
    joined: fc.constantFrom(...tables),
    shape: fc.constantFrom(...shapes),
    secret: fc.constantFrom(...secrets),
  });

describe('A-03 the second wall holds', () => {
  it(`shows no row of another community in ${queries} random questions to the database from ${others} others`, {
    timeout: 900_000,
  }, async () => {
    const before = await checksums(program.databases.owner, program.communityId);

    await fc.assert(
      fc.asyncProperty(question(), async (asked) => {
        expect(await crossings(asked)).toBe(0);
      }),
      { numRuns: queries },
    );

    expect(await checksums(program.databases.owner, program.communityId)).toEqual(before);
  });

  it(`tells and changes nothing of another community in ${requests} random requests, with every policy saying yes`, {
    timeout: 900_000,
  }, async () => {
    const before = await checksums(program.databases.owner, program.communityId);

    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...theirs), fc.constantFrom(...sessions), async ({ method, path, body }, by) => {
        const answer = await program.request(method, path, { body, headers: by.headers });

        expect(
          secrets.filter((secret) => answer.text.includes(secret) && !JSON.stringify({ path, body }).includes(secret)),
        ).toEqual([]);
      }),
      { numRuns: requests },
    );

    expect(await checksums(program.databases.owner, program.communityId)).toEqual(before);
  });

  it('would notice one policy that is missing', async () => {
    await program.databases.owner.query('alter policy one_community on reports using (true)');

    const seen = await crossings({ by: strangers[0]!, table: 'reports', joined: 'reports', shape: 'all', secret: '' });
    const answer = await sessions[0]!.call('GET', '/api/v1/triage');

    expect(seen).toBeGreaterThan(0);
    expect(secrets.some((secret) => answer.text.includes(secret))).toBe(true);
  });
});
