/** A point in the plane of one level, metres, right-handed: x to the right, y up. */
export type Point = readonly [x: number, y: number];

/** A closed ring without its last point repeated; either winding. */
export type Ring = readonly Point[];

/** An area people may stand on: one outer ring less its holes. A hole may reach past the outer ring. */
export interface Walkable {
  readonly outer: Ring;
  readonly holes: readonly Ring[];
}

/** One floor of the plan. Its walkable areas share only edges; `walls` are thin polylines nobody passes. */
export interface Level {
  readonly id: string;
  readonly walkable: readonly Walkable[];
  readonly walls: readonly (readonly Point[])[];
}

/** Seconds during which a door is shut; `null` as the end means for good, so people look for another way. */
export type Interval = readonly [from: number, to: number | null];

/** Whoever enters the area leaves the simulation. */
export interface Exit {
  readonly id: string;
  readonly level: string;
  readonly area: Ring;
  readonly closed: readonly Interval[];
}

/** Whoever enters stays and counts as safe. Nobody enters once full, or `secured` seconds after the first person did. */
export interface Refuge {
  readonly id: string;
  readonly level: string;
  readonly area: Ring;
  readonly capacity: number;
  readonly secured: number;
}

export type LinkKind = 'stairs' | 'ramp' | 'escalator' | 'door';

export interface LinkEnd {
  readonly level: string;
  readonly area: Ring;
}

/** A way between two levels (or two parts of one): `length` metres along the slope, `width` metres clear. */
export interface Link {
  readonly id: string;
  readonly kind: LinkKind;
  readonly lower: LinkEnd;
  readonly upper: LinkEnd;
  readonly length: number;
  readonly width: number;
}

/** Free walking speeds of a group in m/s: cut normal distribution, one speed for all, or a published table by name. */
export type Speed =
  | { readonly normal: readonly [mean: number, deviation: number]; readonly min: number; readonly max: number }
  | { readonly constant: number }
  | { readonly table: string };

/** Seconds before a person sets off: log-normal (mu and sigma of the logarithm), uniform between two times, or one time. */
export type PreMovement =
  | { readonly lognormal: readonly [mu: number, sigma: number] }
  | { readonly uniform: readonly [from: number, to: number] }
  | { readonly constant: number };

/** Where a group heads; the shares of `exits` add up to 1. */
export type Goal =
  | 'nearest-exit'
  | 'quickest-exit'
  | 'nearest-refuge'
  | { readonly exit: string }
  | { readonly exits: Readonly<Record<string, number>> }
  | { readonly refuge: string };

interface GroupTraits {
  readonly id: string;
  readonly level: string;
  readonly speed: Speed;
  readonly radius: number;
  readonly preMovement: PreMovement;
  readonly goal: Goal;
  readonly together: boolean;
  readonly assisted: boolean;
}

/** `count` people to be placed somewhere in `area`. */
export interface PlacedGroup extends GroupTraits {
  readonly area: Ring;
  readonly count: number;
}

/** One person at each of `positions`. */
export interface PositionedGroup extends GroupTraits {
  readonly positions: readonly Point[];
}

export type Group = PlacedGroup | PositionedGroup;

export type Preset = 'empirical' | 'code-conservative';

/** A checked scenario with every default filled in: ids are unique, references lead somewhere, no number is NaN. */
export interface Scenario {
  readonly version: 1;
  readonly levels: readonly Level[];
  readonly exits: readonly Exit[];
  readonly refuges: readonly Refuge[];
  readonly links: readonly Link[];
  readonly groups: readonly Group[];
  readonly step: number;
  readonly seed: number;
  readonly maxTime: number;
  readonly preset: Preset;
}

/** How many people the group holds. */
export const peopleIn = (group: Group): number => ('positions' in group ? group.positions.length : group.count);
