import type { Frame, Trajectories } from '../result.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** One person at one instant; `frame` counts from 0, x and y are metres. */
export interface Standing {
  readonly frame: number;
  readonly time: number;
  readonly id: number;
  readonly level: number;
  readonly x: number;
  readonly y: number;
}

/** Everybody in a frame, in the order of their ids. */
export function* standingIn(frame: Frame, number: number): Generator<Standing> {
  const order = Array.from(frame.ids.keys()).sort((a, b) => frame.ids[a]! - frame.ids[b]!);
  for (const i of order) {
    const [x, y] = [frame.places[2 * i]!, frame.places[2 * i + 1]!];
    yield { frame: number, time: frame.time, id: frame.ids[i]!, level: frame.levels[i]!, x, y };
  }
}

/** Everybody in every frame, frame by frame. */
export function* allStanding({ frames }: Trajectories): Generator<Standing> {
  for (const [number, frame] of frames.entries()) yield* standingIn(frame, number);
}

/** The ids that the level numbers of a frame stand for: the levels, then the links. */
export const placeNames = ({ levels, links }: Pick<Scenario, 'levels' | 'links'>): string[] => [
  ...levels.map(({ id }) => id),
  ...links.map(({ id }) => id),
];

/** A number with at most `digits` decimals and no trailing zeros. */
export const short = (value: number, digits = 3): string => String(Number(value.toFixed(digits)));
