import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changed, checksums } from '../program/checksums.ts';
import { type Faults, openFaults } from '../program/faults.ts';
import { type Program, startProgram } from '../program/program.ts';
import { rehearsal } from '../program/rehearsing.ts';
import { type Stage, setTheStage } from '../program/stage.ts';
import { type ValidRequest, validRequests } from '../program/valid-requests/index.ts';

const isFull = process.env.FORESTALL_PROMISES === 'full';
/** The fast set asks a quarter of the doors, another one each time: `C04_QUARTER=2` asks the third again. */
const quarter = Number(process.env.C04_QUARTER ?? Math.floor(Date.now() / 1_000) % 4);

/** What a request keeps although it failed later, by hand: each is a whole step of its own and nobody was told more. */
const wholeSteps: Record<string, string[]> = {
  'POST /api/v1/passkeys/sign-in/options': ['sign_in_challenges'],
  'POST /api/v1/passkeys/sign-in': ['sign_in_challenges'],
  'POST /api/v1/passkeys/registration': ['sign_in_challenges'],
  'POST /api/v1/recovery/requests': ['recovery_requests'],
};
/** Every request keeps its session alive, whatever becomes of it. */
const anyRequestMayChange = ['sessions'];

const play = rehearsal();
let faults: Faults;
let program: Program;
let stage: Stage;

beforeAll(async () => {
  faults = openFaults();
  program = await startProgram({ routes: play.routes, ground: faults.ground });
  stage = await setTheStage(program);
});
afterAll(async () => {
  faults.close();
  await program.close();
});

const sums = () => checksums(program.databases.owner);

const ask = ([door, { as, path, body }]: [string, ValidRequest]) =>
  program.request(door.split(' ')[0]!, path, { body, headers: as ? stage.sessions[as].headers : {} });

type Met = { isMet: boolean; status: number };

async function askWithFault(request: [string, ValidRequest], nth: number, kinds?: ['commit']): Promise<Met> {
  faults.failAt(nth, kinds);
  const { status } = await ask(request);
  return { isMet: faults.end(), status };
}

/** What was wrong after one fault: something kept, or somebody told that all was well. */
async function wrongAfter(request: [string, ValidRequest], nth: number, kinds?: ['commit']): Promise<string | null> {
  const before = await sums();
  const { isMet, status } = await askWithFault(request, nth, kinds);
  if (!isMet) return null;
  const may = [...anyRequestMayChange, ...(wholeSteps[request[0]] ?? [])];
  const kept = changed(before, await sums()).filter((table) => !may.includes(table));
  if (kept.length === 0 && status >= 400) return null;
  return `${request[0]}, call ${nth}${kinds ? ' to commit' : ''}: answered ${status}, kept ${kept.join(', ')}`;
}

/** Every call that the request makes, or in the fast set the first, the last and one between. */
async function callsOf(request: [string, ValidRequest]): Promise<number[]> {
  let count = 0;
  for (const size of [64, 16, 4, 1]) while ((await askWithFault(request, count + size)).isMet) count += size;
  const all = Array.from({ length: count }, (_, index) => index + 1);
  return isFull ? all : [...new Set([1, Math.ceil(count / 2), count])];
}

describe('C-04 the nth failure anywhere leaves a legal state', () => {
  it('keeps nothing of an act in which a statement, a file or chance failed', { timeout: 3_600_000 }, async () => {
    play.begin();
    const wrong: string[] = [];
    let tried = 0;
    const doors = Object.entries(validRequests(program, stage));
    for (const request of isFull ? doors : doors.filter((_, index) => index % 4 === quarter))
      for (const nth of await callsOf(request)) {
        const said = await wrongAfter(request, nth);
        tried += 1;
        if (said) wrong.push(said);
      }
    play.end();

    console.log(`C-04: ${tried} faults, ${isFull ? 'every door' : `quarter ${quarter} of the doors`}`);
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(50);
  });

  it('keeps nothing of an act whose commit failed', { timeout: 600_000 }, async () => {
    const wrong: string[] = [];
    for (const request of Object.entries(validRequests(program, stage))) {
      const said = await wrongAfter(request, 1, ['commit']);
      if (said) wrong.push(said);
    }

    expect(wrong).toEqual([]);
  });

  it('would notice an act that is kept although a later step failed', async () => {
    const request = Object.entries(validRequests(program, stage)).find(([door]) => door === 'POST /api/v1/reports')!;

    const before = await sums();
    await ask(request);
    const kept = changed(before, await sums());

    expect(kept).toContain('reports');
  });
});
