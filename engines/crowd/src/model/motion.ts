import type { Preset } from '../scenario/scenario.ts';

/** The numbers of the operational model; metres and seconds. What fixed each is in docs/0001-locomotion.md. */
export interface Motion {
  /** Strength and reach of the turn away from a neighbour, at touching distance. */
  readonly push: number;
  readonly reach: number;
  readonly wallPush: number;
  readonly wallReach: number;
  /** Seconds to turn. */
  readonly turning: number;
  /** Time gap when the way ahead is open and when it is packed, and the densities ahead between which it grows. */
  readonly openGap: number;
  readonly packedGap: number;
  readonly openBelow: number;
  readonly packedAbove: number;
  /** Metres that people keep to whoever stands before them. */
  readonly standing: number;
  /** How much of two radii counts as width when asking whether somebody is in the way. */
  readonly swept: number;
  /** Share of the radius that keeps off walls. */
  readonly wallRadius: number;
  /** Share of looks at which somebody stuck in a queue pushes through. */
  readonly pushing: number;
  /** Seconds between two looks around. */
  readonly lookEvery: number;
}

const empirical: Motion = {
  push: 6,
  reach: 0.1,
  wallPush: 4,
  wallReach: 0.04,
  turning: 0.2,
  openGap: 0.6,
  packedGap: 0.68,
  openBelow: 1.2,
  packedAbove: 2.6,
  standing: 0.1,
  swept: 1,
  wallRadius: 0.9,
  pushing: 0.1,
  lookEvery: 0.25,
};

export const motions: Readonly<Record<Preset, Motion>> = {
  empirical,
  'code-conservative': {
    ...empirical,
    openGap: 1.35,
    packedGap: 1.45,
    swept: 1.7,
    push: 14,
    wallPush: 10,
    pushing: 0.03,
  },
};
