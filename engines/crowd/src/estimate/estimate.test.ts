import { describe, expect, it } from 'vitest';
import { rectangle } from '../scenario/an-example.ts';
import { checkScenario } from '../scenario/check-scenario.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { estimate } from './estimate.ts';
import { imo, nfpaCapacity, sfpe } from './methods.ts';
import { settingOff } from './starting-people.ts';

/** A hall of 40 × 25 m with 1,000 people and one door of 2 m at the end of a stub of 5 m. */
const hall = {
  version: 1,
  levels: [
    {
      id: '0',
      walkable: [
        {
          outer: [
            [0, 0],
            [40, 0],
            [40, 11.5],
            [46, 11.5],
            [46, 13.5],
            [40, 13.5],
            [40, 25],
            [0, 25],
          ],
        },
      ],
    },
  ],
  exits: [{ id: 'A', level: '0', area: rectangle(45, 11.5, 46, 13.5) }],
  groups: [{ id: 'all', level: '0', area: rectangle(1, 1, 39, 24), count: 1000, speed: { constant: 1.2 } }],
};

function scenarioOf(json: unknown): Scenario {
  const { scenario, faults } = checkScenario(json);
  if (!scenario) throw new Error(JSON.stringify(faults));
  return scenario;
}

describe('estimate', () => {
  it('agrees with the SFPE hand calculation of a hall with one door of 2 m', () => {
    const [bySfpe] = estimate(scenarioOf(hall)).methods;

    expect(bySfpe?.time).toBeGreaterThan(1000 / (1.3 * 1.7));
    expect(bySfpe?.time).toBeLessThan(1000 / (1.3 * 1.7) + 12);
    expect(bySfpe?.targets[0]).toMatchObject({ people: 1000, binding: { kind: 'mouth', people: 1000 } });
    expect(bySfpe?.targets[0]?.width).toBeCloseTo(2, 6);
  });

  it('takes a rectangle before a door in the wall for no wider than its longer side', () => {
    const flush = { ...hall, exits: [{ id: 'A', level: '0', area: rectangle(39, 11, 40, 13) }] };

    const [bySfpe] = estimate(scenarioOf(flush)).methods;

    expect(bySfpe?.targets[0]?.width).toBeCloseTo(2, 6);
  });

  it('says of which group how many reach no exit', () => {
    const parted = {
      ...hall,
      levels: [...hall.levels, { id: '1', walkable: [{ outer: rectangle(0, 0, 9, 9) }] }],
      groups: [...hall.groups, { ...hall.groups[0], id: 'above', level: '1', area: rectangle(1, 1, 8, 8), count: 7 }],
    };

    const { stranded, strandedBy, methods } = estimate(scenarioOf(parted));

    expect({ stranded, strandedBy }).toEqual({ stranded: 7, strandedBy: [{ group: 'above', people: 7 }] });
    expect(methods[0]?.time).toBeNull();
  });

  it('finds the narrow place before a wide exit', () => {
    const waist = {
      ...hall,
      levels: [
        {
          id: '0',
          walkable: [
            {
              outer: [
                [0, 0],
                [10, 0],
                [10, 4],
                [20, 4],
                [20, 0],
                [30, 0],
                [30, 10],
                [20, 10],
                [20, 6],
                [10, 6],
                [10, 10],
                [0, 10],
              ],
            },
          ],
        },
      ],
      exits: [{ id: 'A', level: '0', area: rectangle(29, 0, 30, 10) }],
      groups: [{ ...hall.groups[0], area: rectangle(1, 1, 9, 9), count: 100 }],
    };

    const [bySfpe] = estimate(scenarioOf(waist)).methods;

    expect(bySfpe?.targets[0]?.binding.kind).toBe('passage');
    expect(bySfpe?.targets[0]?.binding.width).toBeCloseTo(2, 1);
    expect(bySfpe?.targets[0]?.binding.people).toBe(100);
  });

  it('finds a door in a wall without thickness', () => {
    const parted = {
      ...hall,
      levels: [
        {
          ...hall.levels[0],
          walls: [
            [
              [30, 0],
              [30, 12],
            ],
            [
              [30, 13],
              [30, 25],
            ],
          ],
        },
      ],
      groups: [{ ...hall.groups[0], area: rectangle(1, 1, 29, 24) }],
    };

    const [bySfpe] = estimate(scenarioOf(parted)).methods;

    expect(bySfpe?.targets[0]?.binding).toMatchObject({ kind: 'passage', people: 1000, at: [30, 12.5] });
    expect(bySfpe?.targets[0]?.binding.width).toBeCloseTo(1, 9);
    expect(bySfpe?.time).toBeGreaterThan(1000 / (1.3 * 0.7));
  });

  it('goes from area to area where they share part of an edge', () => {
    const sideBySide = {
      ...hall,
      levels: [
        {
          id: '0',
          walkable: [{ outer: rectangle(0, 0, 10, 10) }, { outer: rectangle(10, 6, 20, 8) }],
        },
      ],
      exits: [{ id: 'A', level: '0', area: rectangle(19, 6, 20, 8) }],
      groups: [{ ...hall.groups[0], area: rectangle(1, 1, 9, 9), count: 100 }],
    };

    const { stranded, methods } = estimate(scenarioOf(sideBySide));

    expect(stranded).toBe(0);
    expect(methods[0]?.targets[0]?.farthest).toBeLessThan(24);
  });

  it('counts the stair between two levels as the place that binds', () => {
    const twoFloors = {
      ...hall,
      levels: [...hall.levels, { id: '1', walkable: [{ outer: rectangle(0, 0, 20, 20) }] }],
      links: [
        {
          id: 'S',
          kind: 'stairs',
          length: 8,
          width: 1.2,
          lower: { level: '0', area: rectangle(5, 5, 6.2, 6) },
          upper: { level: '1', area: rectangle(5, 5, 6.2, 6) },
        },
      ],
      groups: [{ ...hall.groups[0], level: '1', area: rectangle(8, 8, 18, 18), count: 200 }],
    };

    const [bySfpe] = estimate(scenarioOf(twoFloors)).methods;

    expect(bySfpe?.targets[0]?.binding).toMatchObject({ kind: 'link', width: 1.2, people: 200 });
    expect(bySfpe?.time).toBeGreaterThan(200 / (1.01 * 0.9));
  });

  it('says who is stranded when the only exit is lost, and what brings the time back when one of two is', () => {
    const two = {
      ...hall,
      levels: [
        {
          id: '0',
          walkable: [{ outer: [...hall.levels[0]!.walkable[0]!.outer, [0, 13.5], [-6, 13.5], [-6, 11.5], [0, 11.5]] }],
        },
      ],
      exits: [...hall.exits, { id: 'B', level: '0', area: rectangle(-6, 11.5, -5, 13.5) }],
    };

    const alone = estimate(scenarioOf(hall));
    const both = estimate(scenarioOf(two));

    expect(alone.losses[0]).toMatchObject({ exit: 'A', time: null, stranded: 1000 });
    expect(both.losses.map(({ exit }) => exit)).toEqual(['A', 'B']);
    expect(both.losses[0]!.time! / both.methods[0]!.time!).toBeGreaterThan(1.8);
    expect(both.losses[0]!.remedies.widerDoor).toMatchObject({ exit: 'B', from: 2 });
    expect(both.losses[0]!.remedies.widerDoor!.to).toBeGreaterThan(3.4);
    expect(both.losses[0]!.remedies.secondWay).toBe(2);
  });

  it('sends to a full refuge no more than it holds', () => {
    const sheltered = {
      ...hall,
      refuges: [{ id: 'R', level: '0', area: rectangle(1, 1, 5, 5), capacity: 60, secured: 5 }],
      groups: [{ ...hall.groups[0], goal: 'nearest-refuge' }],
    };

    const [bySfpe] = estimate(scenarioOf(sheltered)).methods;

    const refuge = bySfpe!.targets.find(({ kind }) => kind === 'refuge')!;
    expect(refuge.people).toBeLessThanOrEqual(60);
    expect(refuge.people).toBeGreaterThan(50);
  });

  it('waits for a door that opens late, and counts the last to set off', () => {
    const late = { ...hall, exits: [{ ...hall.exits[0], closed: [[0, 600]] }] };
    const slow = { ...hall, groups: [{ ...hall.groups[0], preMovement: { uniform: [0, 900] } }] };

    expect(estimate(scenarioOf(late)).methods[0]?.time).toBeCloseTo(600 + 1000 / (1.3 * 1.7), 3);
    expect(estimate(scenarioOf(slow)).methods[0]?.targets[0]?.binding.kind).toBe('walk');
  });

  it('works the losses out when they are first read, once, and gives them with the rest as JSON', () => {
    const answer = estimate(scenarioOf(hall));

    const { losses } = answer;

    expect(losses).toHaveLength(1);
    expect(answer.losses).toBe(losses);
    expect(JSON.parse(JSON.stringify(answer)).losses).toEqual(losses);
  });

  it('takes nobody as answer zero', () => {
    const empty = estimate(scenarioOf({ ...hall, groups: [] }));

    expect(empty).toMatchObject({ people: 0, stranded: 0 });
    expect(empty.methods.map(({ time }) => time)).toEqual([0, 0, 0]);
  });

  it('answers within 50 ms of processor time once warm', () => {
    const scenario = scenarioOf(hall);
    const took = Array.from({ length: 7 }, () => {
      const before = process.cpuUsage();
      estimate(scenario);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });

    expect(Math.min(...took)).toBeLessThan(50);
  });
});

describe('setting off', () => {
  it('expects the last of twenty where half of all twenties are done', () => {
    const { first, last } = settingOff({ lognormal: [4.586, 0.967] }, 20);

    expect(last).toBeCloseTo(Math.exp(4.586 + 0.967 * 1.8236), -1);
    expect(Math.log(last) + Math.log(first)).toBeCloseTo(2 * 4.586, 6);
    expect(settingOff({ lognormal: [3, 1] }, 1).last).toBeCloseTo(Math.exp(3), 3);
    expect(settingOff({ uniform: [5, 30] }, 9)).toEqual({ first: 5, last: 30 });
  });
});

describe('methods', () => {
  it('holds the published capacities', () => {
    expect(sfpe.flow(1)).toBeCloseTo(0.91, 6);
    expect(imo.flow(1)).toBe(1.3);
    expect(imo.flow(1, 'stairs')).toBe(0.88);
    expect([nfpaCapacity(1), nfpaCapacity(1.2, 'stairs')]).toEqual([200, 157]);
  });
});
