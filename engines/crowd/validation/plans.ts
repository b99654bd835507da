import { checkScenario } from '../src/scenario/check-scenario.ts';
import type { Point, Ring, Scenario } from '../src/scenario/scenario.ts';

/** Walkers of Weidmann 1993. */
export const walkers = { normal: [1.34, 0.26], min: 0.5, max: 2.2 } as const;

export const box = (x0: number, y0: number, x1: number, y1: number): Ring => [
  [x0, y0],
  [x1, y0],
  [x1, y1],
  [x0, y1],
];

/** A scenario in the form of the file; what is left out gets the file's defaults. */
export interface Draft {
  readonly levels?: readonly unknown[];
  readonly floor?: Ring;
  readonly holes?: readonly Ring[];
  readonly walls?: readonly (readonly Point[])[];
  readonly exits: Readonly<Record<string, Ring | { area: Ring; level?: string; closed?: readonly unknown[] }>>;
  readonly groups: readonly object[];
  readonly refuges?: readonly object[];
  readonly links?: readonly object[];
  readonly step?: number;
  readonly maxTime?: number;
}

/** Checks the draft as the command would check a file; a fault is a mistake in the case. */
export function plan({ floor, holes = [], walls = [], levels, exits, groups, ...rest }: Draft): Scenario {
  const checked = checkScenario({
    version: 1,
    levels: levels ?? [{ id: '0', walkable: [{ outer: floor, holes }], walls }],
    exits: Object.entries(exits).map(([id, exit]) => ({ id, level: '0', ...('area' in exit ? exit : { area: exit }) })),
    groups: groups.map((group, k) => ({ id: `group ${k + 1}`, level: '0', speed: walkers, ...group })),
    maxTime: 900,
    ...rest,
  });
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults));
  return checked.scenario;
}

/** A corridor along x with its exit in the last metre. */
export const corridor = (length: number, width: number, group: object, rest: Partial<Draft> = {}): Scenario =>
  plan({
    floor: box(0, 0, length + 1, width),
    exits: { end: box(length, 0, length + 1, width) },
    groups: [group],
    ...rest,
  });

/** A room with one door of `door` metres in its right wall, then open floor; `long` is the depth of the door. */
export function roomWithDoor(room: { wide: number; deep: number }, door: number, group: object, long = 0.3): Scenario {
  const { wide, deep } = room;
  const [y0, y1] = [(deep - door) / 2, (deep + door) / 2];
  const [inside, outside, end] = [wide, wide + long, wide + long + 4];
  const floor: Ring = [
    [0, 0],
    [inside, 0],
    [inside, y0],
    [outside, y0],
    [outside, 0],
    [end, 0],
    [end, deep],
    [outside, deep],
    [outside, y1],
    [inside, y1],
    [inside, deep],
    [0, deep],
  ];
  return plan({
    floor,
    exits: { out: box(outside + 2, 0, end, deep) },
    groups: [{ area: box(0, 0, wide, deep), ...group }],
  });
}
