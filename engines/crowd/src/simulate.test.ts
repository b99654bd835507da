import { describe, expect, it } from 'vitest';
import { box, corridor, plan, roomWithDoor, walkers } from '../validation/plans.ts';
import { liveSimulation } from './live.ts';
import type { ScenarioFault } from './result.ts';
import type { PlacedGroup } from './scenario/scenario.ts';
import { simulate } from './simulate.ts';

const hall = (rest: object = {}, closed: readonly unknown[] = []) =>
  plan({
    floor: box(0, 0, 20, 10),
    exits: { left: box(0, 3, 1, 7), right: { area: box(19, 3, 20, 7), closed } },
    groups: [{ area: box(2, 1, 18, 9), count: 60, ...rest }],
    maxTime: 200,
  });

const room = (capacity: number, secured: number) => ({
  id: 'room',
  level: '0',
  area: box(9, 2, 13, 8),
  capacity,
  secured,
});

const faultsOf = async (scenario: Parameters<typeof simulate>[0]) =>
  simulate(scenario).then(
    () => [],
    (error) => (error as ScenarioFault).faults.map(({ path }) => path),
  );

describe('simulate', () => {
  it('has an answer for nobody', async () => {
    const result = await simulate(hall({ count: 0 }));

    expect(result).toMatchObject({ people: 0, evacuated: 0, remaining: 0, timeToClear: 0, steps: 0, maxDensity: null });
  });

  it('leaves people inside when the last exit is lost, and stops at once', async () => {
    const result = await simulate(hall(), { exitsClosed: ['left', 'right'] });

    expect(result).toMatchObject({ evacuated: 0, remaining: 60, timeToClear: null });
    expect(result.steps).toBeLessThan(5);
    expect(result.remainingPeople).toHaveLength(60);
  });

  it('sends everybody to the exit that is left', async () => {
    const result = await simulate(hall(), { exitsClosed: ['left'] });

    expect(result.exits.left!.used).toBe(0);
    expect(result.exits.right!.used).toBe(60);
  });

  it('waits for an exit that is shut for a while and lets nobody through meanwhile', async () => {
    const result = await simulate(hall({ goal: { exit: 'right' } }, [[0, 40]]));

    expect(result.exits.right!.first).toBeGreaterThanOrEqual(40);
    expect(result.remaining).toBe(0);
  });

  it.for([
    ['a room that holds nobody', { refuges: [room(0, 5)] }, 0],
    ['a room that is full', { refuges: [room(20, 60)] }, 20],
    ['a room that is locked', { refuges: [room(99, 0)] }, null],
    ['a lost exit', { exits: { near: { area: box(9, 2, 13, 8), closed: [[0, null]] } } }, 0],
  ] as const)('leads people round %s to what is left', async ([, given, hidden]) => {
    const scenario = plan({
      floor: box(0, 0, 20, 10),
      ...given,
      exits: { far: box(19, 4, 20, 6), ...('exits' in given && given.exits) },
      groups: [{ area: box(1, 2, 6, 8), count: 40, goal: 'refuges' in given ? 'nearest-refuge' : 'nearest-exit' }],
      maxTime: 200,
    });

    const result = await simulate(scenario);

    expect(result.remaining).toBe(0);
    expect(result.inRefuge).toBe(hidden ?? result.inRefuge);
    expect(result.exits.far!.used).toBe(40 - result.inRefuge);
  });

  it('counts every person once, second by second', async () => {
    const result = await simulate(hall());

    const flows = Object.values(result.exits).flatMap(({ flow }) => [...flow]);

    expect(flows.reduce((sum, each) => sum + each, 0)).toBe(60);
    expect(result.egressCurve.at(-1)!.out).toBe(60);
    expect(Math.max(...result.leftAt)).toBe(result.timeToClear);
  });

  it.for([
    [1.2, 300],
    [0.8, 60],
  ])('lets people who stay together out by a door of %f m', async ([wide, count]) => {
    const room = (together: boolean) => roomWithDoor({ wide: 20, deep: 16 }, wide!, { count: count!, together });

    const [alone, together] = [await simulate(room(false)), await simulate(room(true))];

    expect(together.remaining).toBe(0);
    expect(together.timeToClear! / alone.timeToClear!).toBeLessThan(1.25);
  });

  it('says which group does not fit, and how many of it would', async () => {
    const scenario = hall({ area: box(2, 1, 4, 3), count: 30 });
    const crowded = { ...scenario, groups: [{ ...scenario.groups[0]!, count: 500 } as PlacedGroup] };

    expect(await faultsOf(crowded)).toEqual(['groups[0].count']);
  });

  it('says which group reaches no exit', async () => {
    const scenario = plan({
      floor: box(0, 0, 20, 10),
      walls: [
        [
          [10, 0],
          [10, 10],
        ],
      ],
      exits: { out: box(19, 3, 20, 7) },
      groups: [
        { area: box(11, 1, 15, 9), count: 3 },
        { area: box(1, 1, 9, 9), count: 3 },
      ],
    });

    expect(await faultsOf(scenario)).toEqual(['groups[1].area']);
  });

  it.for([
    ['an exit', { goal: { exit: 'beyond' } }, 'groups[0].goal.exit'],
    ['a share', { goal: { exits: { out: 0.5, beyond: 0.5 } } }, 'groups[0].goal.exits["beyond"]'],
    ['a refuge', { goal: { refuge: 'vault' } }, 'groups[0].goal.refuge'],
    ['no more than a share of nobody', { goal: { exits: { out: 1, beyond: 0 } } }, undefined],
  ] as const)('says which goal a group cannot reach: %s', async ([, goal, path]) => {
    const scenario = plan({
      levels: [box(0, 0, 20, 10), box(30, 0, 40, 10)].map((outer, k) => ({ id: String(k), walkable: [{ outer }] })),
      exits: { out: box(19, 3, 20, 7), beyond: { level: '1', area: box(39, 3, 40, 7) } },
      refuges: [{ id: 'vault', level: '1', area: box(30, 0, 33, 3), capacity: 9, secured: 5 }],
      groups: [{ area: box(1, 1, 9, 9), count: 3, ...goal }],
    });

    expect(await faultsOf(scenario)).toEqual(path === undefined ? [] : [path]);
  });

  it('refuses people where there is no exit and no refuge', async () => {
    const nowhere = plan({ floor: box(0, 0, 20, 10), exits: {}, groups: [{ area: box(1, 1, 9, 9), count: 3 }] });
    const nobody = plan({ floor: box(0, 0, 20, 10), exits: {}, groups: [] });

    expect(await faultsOf(nowhere)).toEqual(['exits']);
    expect(await faultsOf(nobody)).toEqual([]);
  });

  it('refuses somebody who stands in a wall or in somebody of another group', async () => {
    const standing = (...positions: readonly (readonly number[])[]) =>
      plan({
        floor: box(0, 0, 20, 10),
        walls: [
          [
            [10, 0],
            [10, 5],
          ],
        ],
        exits: { out: box(19, 3, 20, 7) },
        groups: positions.map((one) => ({ positions: [[2, 8], one].slice(positions.length > 1 ? 1 : 0) })),
      });

    expect(await faultsOf(standing([10.05, 2]))).toEqual(['groups[0].positions[1]']);
    expect(await faultsOf(standing([10.15, 2]))).toEqual([]);
    expect(await faultsOf(standing([5, 2], [5.1, 2]))).toEqual(['groups[1].positions[0]']);
  });

  it('refuses a step that is too long for the speeds', async () => {
    expect(await faultsOf({ ...hall(), step: 0.2 })).toEqual(['step']);
  });

  it('stops with the reason of the signal', async () => {
    const control = new AbortController();

    const run = simulate(hall(), { signal: control.signal, onStep: () => control.abort(new Error('enough')) });

    await expect(run).rejects.toThrow('enough');
  });

  it('carries people over two flights of stairs', async () => {
    const floors = ['0', '1', '2'];
    const scenario = plan({
      levels: floors.map((id) => ({ id, walkable: [{ outer: box(0, 0, 12, 8) }] })),
      links: [0, 1].map((k) => ({
        id: `S${k}`,
        kind: 'stairs',
        lower: { level: floors[k], area: box(10, 4 * k, 11.5, 4 * k + 1.5) },
        upper: { level: floors[k + 1], area: box(10, 4 * k, 11.5, 4 * k + 1.5) },
        length: 6,
        width: 1.2,
      })),
      exits: { out: box(0, 3, 1, 5) },
      groups: [{ level: '2', area: box(2, 2, 9, 7), count: 20 }],
    });

    const result = await simulate(scenario);

    expect(result.remaining).toBe(0);
    expect(result.exits.out!.first).toBeGreaterThan((2 * 6) / (2.2 * 0.6));
  });

  it.for([
    ['empirical', 'simd', 'eb3914afae23d553'],
    ['empirical', 'reference', '794aabe0aa03ab90'],
    ['code-conservative', 'simd', '53df64794869c641'],
    ['code-conservative', 'reference', '33e58d7e249cb32d'],
  ] as const)('gives the golden hash (%s, %s)', async ([preset, kernel, golden]) => {
    const scenario = roomWithDoor({ wide: 6, deep: 5 }, 1, { count: 40 });

    const { hash } = await simulate(scenario, { seed: 11, preset, kernel });

    expect(hash.slice(0, 16)).toBe(golden);
  });
});

describe('live simulation', () => {
  it('re-routes when an exit closes and when it opens again', () => {
    const live = liveSimulation(hall());
    live.step(20);
    live.closeExit('left');
    live.step(200);
    const { left } = live.result().exits;

    live.openExit('left');
    while (live.step(50));

    expect(left!.used).toBeLessThan(30);
    expect(live.evacuated).toBe(60);
  });

  it('shows everybody where they are', () => {
    const live = liveSimulation(corridor(20, 3, { area: box(1, 0.5, 5, 2.5), count: 10, speed: walkers }));

    live.step(10);

    const { count, places } = live.positions;
    expect(count).toBe(10);
    for (let i = 0; i < count; i++) {
      expect(places[2 * i]).toBeGreaterThan(0);
      expect(places[2 * i + 1]).toBeLessThan(3);
    }
  });

  it('knows no exit of another name', () => {
    expect(() => liveSimulation(hall()).closeExit('roof')).toThrow(RangeError);
  });
});
