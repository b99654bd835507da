import { cutNormal, logNormal, purpose, uniform } from '../chance.ts';
import type { Placed } from '../geometry/place-people.ts';
import type { LinkKind, PreMovement, Scenario, Speed } from '../scenario/scenario.ts';
import { speedTables } from '../scenario/speed-tables.ts';

/** Everything about a person that does not change place in memory, by id. */
export interface People {
  readonly count: number;
  readonly group: Int32Array;
  readonly radius: Float64Array;
  /** Unhindered speed on the level, up stairs and down stairs, m/s. */
  readonly speed: Float64Array;
  readonly speedUp: Float64Array;
  readonly speedDown: Float64Array;
  /** Seconds until the person sets off. */
  readonly startAt: Float64Array;
  /** A number in (0, 1) that decides which share of a split group the person belongs to. */
  readonly share: Float64Array;
  /** What company, help or a passage leaves of the speed now, from 0 to 1. */
  readonly pace: Float64Array;
  readonly sheet: Int32Array;
  /** When the person was safe; NaN while inside. */
  readonly leftAt: Float64Array;
}

/** Share of the level speed along the slope. Stairs: Weidmann 1993, 0.61 and 0.69 m/s horizontally at 30°, of 1.34. */
const slope: Readonly<Record<LinkKind, { up: number; down: number }>> = {
  stairs: { up: 0.53, down: 0.6 },
  escalator: { up: 0.47, down: 0.54 },
  ramp: { up: 0.9, down: 1 },
  door: { up: 1, down: 1 },
};

/** Share of the level speed on a link, up and down. An escalator counts as standing still, with its higher steps. */
export const slopeOf = (kind: LinkKind): { readonly up: number; readonly down: number } => slope[kind];

interface Drawn {
  readonly level: number;
  readonly up: number;
  readonly down: number;
}

function drawSpeed(speed: Speed, u: number): Drawn {
  if ('table' in speed) {
    const { level, stairsUp, stairsDown } = speedTables[speed.table]!;
    const within = ([slow, fast]: readonly [number, number]) => slow + u * (fast - slow);
    return { level: within(level), up: within(stairsUp), down: within(stairsDown) };
  }
  const level = 'constant' in speed ? speed.constant : cutNormal(u, ...speed.normal, speed.min, speed.max);
  return { level, up: slope.stairs.up * level, down: slope.stairs.down * level };
}

function drawStart(start: PreMovement, u: number): number {
  if ('constant' in start) return start.constant;
  if ('uniform' in start) return start.uniform[0] + u * (start.uniform[1] - start.uniform[0]);
  return logNormal(u, ...start.lognormal);
}

/** Draws every person's traits; each depends on seed and id alone. */
export function drawPeople(
  scenario: Scenario,
  placed: readonly Placed[],
  seed: number,
  sheetOf: (x: number) => number,
): People {
  const count = placed.length;
  const reals = () => new Float64Array(count);
  const people: People = {
    count,
    group: Int32Array.from(placed, ({ group }) => group),
    radius: Float64Array.from(placed, ({ group }) => scenario.groups[group]!.radius),
    speed: reals(),
    speedUp: reals(),
    speedDown: reals(),
    startAt: reals(),
    share: reals(),
    pace: reals().fill(1),
    sheet: Int32Array.from(placed, ({ x }) => sheetOf(x)),
    leftAt: reals().fill(Number.NaN),
  };
  for (let id = 0; id < count; id++) {
    const group = scenario.groups[people.group[id]!]!;
    const { level, up, down } = drawSpeed(group.speed, uniform(seed, purpose.speed, id, 0));
    people.speed[id] = level;
    people.speedUp[id] = up;
    people.speedDown[id] = down;
    people.startAt[id] = drawStart(group.preMovement, uniform(seed, purpose.preMovement, id, 0));
    people.share[id] = uniform(seed, purpose.share, id, 0);
  }
  return people;
}
