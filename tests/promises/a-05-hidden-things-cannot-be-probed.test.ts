import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { type Answered, foundTestCommunity, type Program, startProgram } from '../program/program.ts';
import { type HeldSession, sessionOf } from '../program/sessions.ts';
import { type Stage, setTheStage } from '../program/stage.ts';
import { median, pValue } from '../program/timings.ts';
import { doorOf, type ValidRequest, validRequests } from '../program/valid-requests/index.ts';

const isFull = process.env.FORESTALL_PROMISES === 'full';
const timings = isFull ? 400 : 6;
const pValueAtLeast = 0.01;

type Probe = ValidRequest & { door: string; method: string };
/** The same question about something that is hidden and about something that never was. */
type Pair = { name: string; hidden: Probe; never: Probe; by: HeldSession };

let program: Program;
let stage: Stage;
/** A member with no part in anything, and a coordinator of another community. */
let outsiders: { name: string; session: HeldSession }[];

beforeAll(async () => {
  program = await startProgram();
  stage = await setTheStage(program);
  const other = await foundTestCommunity(program.ground, 'other-town');
  outsiders = [
    { name: 'a member with no part in it', session: await sessionOf(program, stage.spare) },
    { name: 'a coordinator of another community', session: await sessionOf(program, other.actors.coordinator) },
  ];
});
afterAll(() => program.close());

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The same with every id replaced by one that belongs to nothing, each by its own. */
function neverWas<T>(value: T): T {
  const made = new Map<string, string>();
  const { clock, chance } = program.ground;
  const another = (id: string) => made.get(id) ?? made.set(id, newId(clock, chance)).get(id)!;
  return value === undefined ? value : JSON.parse(JSON.stringify(value).replaceAll(uuid, another));
}

/** Doors that name colleagues only, whom every member sees in the list of people. */
const aboutColleagues = ['POST /api/v1/meetings'];

/** Every door that takes an id, in its address or in what is sent, asked by each outsider. */
function pairs(): Pair[] {
  const probes = Object.entries(validRequests(program, stage)).map(([door, request]) => ({
    ...request,
    door,
    method: door.split(' ')[0]!,
  }));
  const taking = probes.filter(
    ({ door, as, path, body }) =>
      as !== null && `${path}${JSON.stringify(body)}`.match(uuid) && !aboutColleagues.includes(door),
  );
  return taking.flatMap((hidden) =>
    outsiders.map(({ name, session }) => ({
      name: `${hidden.door} by ${name}`,
      hidden,
      never: neverWas(hidden),
      by: session,
    })),
  );
}

const ask = ({ method, path, body }: Probe, by: HeldSession): Promise<Answered> =>
  program.request(method, path, { body, headers: by.headers });

/** All that an outsider could compare: status, every header, every byte. */
const seen = ({ status, headers, text }: Answered) => JSON.stringify([status, [...headers], text]);

async function tellApart(pair: Pair): Promise<boolean> {
  return seen(await ask(pair.hidden, pair.by)) !== seen(await ask(pair.never, pair.by));
}

async function timesOf(pair: Pair): Promise<{ hidden: number[]; never: number[] }> {
  const times = { hidden: [] as number[], never: [] as number[] };
  for (let round = 0; round < timings * 2; round += 1) {
    const which = round % 2 === 0 ? 'hidden' : 'never';
    const start = process.hrtime.bigint();
    await ask(pair[which], pair.by);
    times[which].push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  return times;
}

describe('A-05 hidden things cannot be probed', () => {
  it('asks every door with an id in its address', () => {
    const withId = program.routes
      .filter(({ path }) => /\{(id|personId|actionId|attachmentId)\}/.test(path))
      .map(doorOf);
    const asked = new Set(pairs().map(({ hidden }) => hidden.door));

    expect(withId.filter((door) => !asked.has(door))).toEqual([]);
  });

  it('answers about what is hidden as about what never was, byte for byte', async () => {
    const apart: string[] = [];
    for (const pair of pairs()) if (await tellApart(pair)) apart.push(pair.name);

    expect(apart).toEqual([]);
  });

  it('answers a malformed change of something hidden as of something that never was', async () => {
    const malformed = (probe: Probe): Probe => ({ ...probe, body: { unheard: 'of' } });
    const changes = pairs().filter(({ hidden }) => hidden.method === 'POST');
    const apart: string[] = [];
    for (const pair of changes)
      if (await tellApart({ ...pair, hidden: malformed(pair.hidden), never: malformed(pair.never) }))
        apart.push(pair.name);

    expect(apart).toEqual([]);
  });

  it(isFull ? 'takes as long' : 'prints how long it takes (the distributions are compared in the full set)', {
    timeout: 900_000,
  }, async () => {
    const reads = pairs().filter(({ hidden }) => isFull || hidden.method === 'GET');
    const differing: string[] = [];
    const printed: string[] = [];
    for (const pair of reads) {
      const { hidden, never } = await timesOf(pair);
      const p = pValue(hidden, never);
      printed.push(
        `A-05 ${pair.name}: hidden ${median(hidden).toFixed(2)} ms, never was ${median(never).toFixed(2)} ms, p = ${p.toFixed(3)}`,
      );
      // With so many doors, one or two fall below the line by chance: each such door is asked once more.
      if (
        isFull &&
        p < pValueAtLeast &&
        pValue(...(Object.values(await timesOf(pair)) as [number[], number[]])) < pValueAtLeast
      )
        differing.push(pair.name);
    }

    console.log(printed.join('\n'));

    expect(differing).toEqual([]);
  });

  it('would notice a door that says "not yours", and a wait of three milliseconds', async () => {
    const open = pairs().find(({ hidden }) => hidden.door === 'GET /api/v1/cases/{id}')!;
    const yours: Pair = { ...open, by: stage.sessions.duty };
    const waits = Array.from({ length: 400 }, (_, index) => 5 + (index % 20) / 4);

    expect(await tellApart(yours)).toBe(true);
    expect(
      pValue(
        waits,
        waits.map((wait) => wait + 3),
      ),
    ).toBeLessThan(pValueAtLeast);
    expect(pValue(waits, waits)).toBeGreaterThan(pValueAtLeast);
  });
});
