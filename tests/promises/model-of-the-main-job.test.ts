import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '../../src/platform/actor.ts';
import { addTeamMembers } from '../program/extra-people.ts';
import { type Program, startProgram } from '../program/program.ts';
import { broken } from './model-broken.ts';
import { steps as mainSteps } from './model-steps.ts';
import { stepsOfCases } from './model-steps-of-cases.ts';
import { type Dice, Refusal, type Steps, worldOf } from './model-world.ts';

const isFull = process.env.FORESTALL_PROMISES === 'full';
const count = isFull ? 12_000 : 250;
const seed = Number(process.env.SEED ?? 20_261_123);

const steps: Steps = { ...mainSteps, ...stepsOfCases };
/** What more comes of than of the rest, so that there is always something to go on with. */
const often = [
  'tell',
  'tell',
  'decide',
  'decide',
  'decide',
  'offer',
  'answer',
  'answer',
  'team',
  'act',
  'move',
  'move',
  'move',
];

/** What is done by no door. */
const byClock = ['tell', 'wait', 'season'];

let program: Program;
let people: PersonActor[];
beforeAll(async () => {
  program = await startProgram();
  people = [
    program.actors.duty,
    program.actors.second,
    program.actors.coordinator,
    ...(await addTeamMembers(program, 5, ['team-member', 'duty-officer'])),
  ];
});
afterAll(() => program.close());

/** Dice that fall as the seed says, thrown as often as a step likes. */
const diceOf = (thrown: readonly number[]): Dice => {
  let at = 0;
  return (below) => (below === 0 ? 0 : (thrown[at++ % thrown.length] ?? 0) % below);
};

describe('model of the main job', { retry: 0 }, () => {
  it(`keeps everything owned over ${count} random steps (seed ${seed})`, { timeout: 14_400_000 }, async () => {
    const names = fc.sample(fc.constantFrom(...Object.keys(steps), ...often), { numRuns: count, seed });
    const throws = fc.sample(fc.array(fc.nat(1_000_003), { minLength: 12, maxLength: 12 }), { numRuns: count, seed });
    const done = new Map<string, number>();

    for (const [at, name] of names.entries()) {
      const world = worldOf(program, people, diceOf(throws[at]!));
      await steps[name]!(world).catch((error) => {
        if (!(error instanceof Refusal)) throw new Error(`${name} (step ${at})`, { cause: error });
      });
      if (world.hasActed()) done.set(name, (done.get(name) ?? 0) + 1);
      const wrong = (await world.rows(broken)).map(({ what }) => `${what} after ${name} (step ${at})`);
      expect(wrong).toEqual([]);
    }

    console.log(`model: ${[...done].map(([name, times]) => `${name} ${times}`).join(', ')}`);
    const never = Object.keys(steps).filter((name) => !byClock.includes(name) && !done.has(name));
    expect(never.length, `never done: ${never.join(', ')}`).toBeLessThanOrEqual(isFull ? 0 : 15);
  });
});
