import { describe, expect, it } from 'vitest';
import type { Draft } from './a-changed-example.ts';
import { changed } from './a-changed-example.ts';
import { anExample } from './an-example.ts';
import { checkScenario, checkScenarioText } from './check-scenario.ts';
import type { Fault } from './fault.ts';

const faultsOf = (json: unknown): readonly Fault[] => checkScenario(json).faults ?? [];

describe('check-scenario', () => {
  it('fills in every default', () => {
    const { scenario } = checkScenario(anExample);

    expect(scenario).toMatchObject({ links: [], step: 0.05, seed: 1, preset: 'empirical' });
    expect(scenario?.exits[0]?.closed).toEqual([]);
    expect(scenario?.groups[0]).toMatchObject({ radius: 0.15, together: false, assisted: false });
    expect(scenario?.groups[1]?.preMovement).toEqual({ constant: 0 });
  });

  it('accepts nobody at all, a refuge that holds nobody and a last exit closed for good', () => {
    const empty = changed((draft) => {
      draft.groups = [];
      draft.refuges[0].capacity = 0;
      draft.exits = [{ ...draft.exits[0], closed: [[0, null]] }];
    });

    expect(faultsOf(empty)).toEqual([]);
  });

  it('accepts a ring that repeats its first corner, and drops the repetition', () => {
    const closed = changed((draft) => draft.exits[0].area.push([31, 8]));

    expect(checkScenario(closed).scenario?.exits[0]?.area).toHaveLength(4);
  });

  it('accepts walls drawn as holes that reach past the outer ring', () => {
    const long = changed((draft) =>
      draft.levels[0].walkable[0].holes.push([
        [5, -0.3],
        [5.2, -0.3],
        [5.2, 4],
        [5, 4],
      ]),
    );

    expect(faultsOf(long)).toEqual([]);
  });

  const refused: Record<string, [path: string, change: (draft: Draft) => void]> = {
    'an unknown key at the top': ['colour', (d) => (d.colour = 'red')],
    'an unknown key deep inside': ['exits[1].width', (d) => (d.exits[1].width = 2)],
    'another version': ['version', (d) => (d.version = 2)],
    'a missing key': ['exits', (d) => delete d.exits],
    'NaN in a corner': ['levels[0].walkable[0].outer[2][1]', (d) => (d.levels[0].walkable[0].outer[2][1] = Number.NaN)],
    'an endless number': ['maxTime', (d) => (d.maxTime = Infinity)],
    'half a person': ['groups[0].count', (d) => (d.groups[0].count = 1.5)],
    'a negative radius': ['groups[0].radius', (d) => (d.groups[0].radius = -0.2)],
    'two exits of one name': ['exits[1].id', (d) => (d.exits[1].id = 'east door')],
    'a level that is not there': ['groups[0].level', (d) => (d.groups[0].level = 'roof')],
    'a goal that is not there': ['groups[0].goal.exit', (d) => (d.groups[0].goal = { exit: 'south door' })],
    'a refuge as goal without refuges': ['groups[1].goal', (d) => (d.refuges = [])],
    'shares that do not add up': [
      'groups[0].goal.exits',
      (d) => (d.groups[0].goal = { exits: { 'east door': 0.7, 'west door': 0.4 } }),
    ],
    'an unknown speed table': ['groups[1].speed.table', (d) => (d.groups[1].speed = { table: 'snails' })],
    'two speeds at once': [
      'groups[1].speed.table',
      (d) => (d.groups[1].speed = { table: 'imo-males-30-50', constant: 1 }),
    ],
    'a mean beyond its limits': [
      'groups[0].speed.normal[0]',
      (d) => (d.groups[0].speed = { normal: [3, 0.2], min: 0.5, max: 2.2 }),
    ],
    'a step too long for the speeds': ['step', (d) => (d.step = 0.2)],
    'a door that shuts after it opens': ['exits[0].closed[0]', (d) => (d.exits[0].closed = [[60, 30]])],
    'closed times that overlap': [
      'exits[0].closed[1]',
      (d) =>
        (d.exits[0].closed = [
          [0, null],
          [5, 9],
        ]),
    ],
    'pre-movement that ends before it begins': [
      'groups[0].preMovement.uniform',
      (d) => (d.groups[0].preMovement = { uniform: [9, 3] }),
    ],
    'a bow tie': [
      'exits[0].area',
      (d) =>
        (d.exits[0].area = [
          [31, 8],
          [32, 10],
          [32, 8],
          [31, 10],
        ]),
    ],
    'a ring folded back on itself': [
      'exits[0].area',
      (d) =>
        (d.exits[0].area = [
          [31, 8],
          [32, 8],
          [31.5, 8],
          [31.5, 9],
        ]),
    ],
    'a flat ring': [
      'exits[0].area',
      (d) =>
        (d.exits[0].area = [
          [31, 8],
          [32, 8],
          [31.5, 8.00001],
        ]),
    ],
    'walkable areas that overlap': [
      'levels[0].walkable[1].outer',
      (d) =>
        d.levels[0].walkable.push({
          outer: [
            [-5, -5],
            [5, -5],
            [5, 5],
            [-5, 5],
          ],
        }),
    ],
    'holes that overlap': [
      'levels[0].walkable[0].holes[1]',
      (d) =>
        d.levels[0].walkable[0].holes.push([
          [13, 10],
          [15, 10],
          [15, 12],
          [13, 12],
        ]),
    ],
    'a hole twice': [
      'levels[0].walkable[0].holes[1]',
      (d) => d.levels[0].walkable[0].holes.push(d.levels[0].walkable[0].holes[0]),
    ],
    'a hole outside': [
      'levels[0].walkable[0].holes[1]',
      (d) =>
        d.levels[0].walkable[0].holes.push([
          [50, 50],
          [51, 50],
          [51, 51],
        ]),
    ],
    'a hole that swallows all': [
      'levels[0].walkable[0].holes[0]',
      (d) =>
        (d.levels[0].walkable[0].holes = [
          [
            [-9, -9],
            [99, -9],
            [99, 99],
            [-9, 99],
          ],
        ]),
    ],
    'exits that overlap': ['exits[1].area', (d) => (d.exits[1].area = d.exits[0].area)],
    'an exit outside': [
      'exits[0].area',
      (d) =>
        (d.exits[0].area = [
          [40, 8],
          [41, 8],
          [41, 10],
        ]),
    ],
    'a plan in millimetres': [
      'levels[0]',
      (d) =>
        (d.levels[0].walkable = [
          {
            outer: [
              [0, 0],
              [90_000, 0],
              [90_000, 50_000],
              [0, 50_000],
            ],
          },
        ]),
    ],
    'more people than fit': ['groups[0].count', (d) => (d.groups[0].count = 5_000)],
    'people outside': [
      'groups[2].positions[1]',
      (d) =>
        d.groups.push({
          id: 'c',
          level: 'ground',
          positions: [
            [5, 5],
            [-20, 5],
          ],
          speed: { constant: 1 },
        }),
    ],
    'people in a hole': [
      'groups[2].positions[0]',
      (d) => d.groups.push({ id: 'c', level: 'ground', positions: [[13, 10]], speed: { constant: 1 } }),
    ],
    'people inside one another': [
      'groups[2].positions[1]',
      (d) =>
        d.groups.push({
          id: 'c',
          level: 'ground',
          positions: [
            [5, 5],
            [5.05, 5],
          ],
          speed: { constant: 1 },
        }),
    ],
  };

  for (const [name, [path, change]] of Object.entries(refused)) {
    it(`refuses ${name}, naming ${path} and how to mend it`, () => {
      const faults = faultsOf(changed(change));

      expect(faults.map((fault) => fault.path)).toContain(path);
      expect(faults.every(({ what, mend }) => what.length > 3 && mend.length > 3)).toBe(true);
    });
  }

  it('refuses text that is not JSON', () => {
    expect(checkScenarioText('{"version": 1,').faults?.[0]?.path).toBe('(file)');
  });

  it('lets areas share an edge or a corner', () => {
    const touching = changed((draft) => {
      draft.exits[0].area = [
        [31, 8],
        [32, 8],
        [32, 9],
        [31, 9],
      ];
      draft.exits[1].area = [
        [31, 9],
        [32, 9],
        [32, 10],
        [31, 10],
      ];
    });

    expect(faultsOf(touching)).toEqual([]);
  });
});
