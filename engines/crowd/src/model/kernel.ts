import { exp } from '../geometry/arithmetic.ts';
import type { Cells } from '../geometry/cells.ts';
import { wallReach } from '../geometry/cells.ts';
import type { Field } from '../geometry/eikonal.ts';
import type { Raster } from '../geometry/raster.ts';
import type { Ring } from '../scenario/scenario.ts';
import type { Crowd } from './crowd.ts';
import type { Motion } from './motion.ts';

/** Strength of the turn away from somebody by squared distance, so that the pair loop needs no root and no exponential. */
export interface PushTable {
  readonly values: Float64Array;
  readonly perSquareMetre: number;
}

/** Pairs who see each other: those of person i are `from[i]` up to `from[i + 1]`, each pair once. */
export interface Pairs {
  readonly from: Int32Array;
  other: Int32Array;
  /** From i to the other, metres. */
  dx: Float64Array;
  dy: Float64Array;
}

/** The operational model at work on a crowd, whichever arithmetic it uses. */
export interface Kernel {
  readonly crowd: Crowd;
  readonly cells: Cells;
  readonly raster: Raster;
  readonly walls: Float64Array;
  readonly fields: readonly Field[];
  readonly motion: Motion;
  readonly step: number;
  /** 1 for every zone that nobody may enter now. */
  readonly shut: Uint8Array;
  readonly rings: readonly Ring[];
  /** Places of those who stand in a cell that a zone touches, after the step. */
  readonly inZone: Int32Array;
  inZoneCount: number;
  /** Sorts those inside by cell and forgets those who left. */
  gather(): void;
  /** Lets those whose turn it is look around. */
  look(tick: number): void;
  /** Turns and moves everybody. */
  advance(): void;
}

/** The kernel in double precision, with the arrays that its passes hand on. */
export interface ReferenceKernel extends Kernel {
  readonly pushes: PushTable;
  readonly wallPushes: Float64Array;
  readonly pairs: Pairs;
  readonly pushX: Float64Array;
  readonly pushY: Float64Array;
  readonly room: Float64Array;
}

const entries = 4096;
const wallEntries = 1200;

function pushTable(motion: Motion, sight: number): PushTable {
  const perSquareMetre = entries / (sight * sight);
  const values = Float64Array.from({ length: entries + 2 }, (_, i) => {
    const d = Math.sqrt(Math.max(i / perSquareMetre, 1e-3));
    return (motion.push * exp(-d / motion.reach)) / d;
  });
  return { values, perSquareMetre };
}

/** Strength by distance to a wall less the radius, from −0.6 m to 0.6 m in millimetres. */
const wallTable = (motion: Motion): Float64Array =>
  Float64Array.from(
    { length: wallEntries + 1 },
    (_, i) => motion.wallPush * exp(-(i / 1000 - wallReach) / motion.wallReach),
  );

/** What a kernel starts from. */
export interface KernelInput {
  readonly size: number;
  readonly cells: Cells;
  readonly raster: Raster;
  readonly walls: Float64Array;
  readonly fields: readonly Field[];
  readonly motion: Motion;
  readonly step: number;
  readonly rings: readonly Ring[];
  readonly seed: number;
}

export const pushTables = (motion: Motion, sight: number) => ({
  pushes: pushTable(motion, sight),
  wallPushes: wallTable(motion),
});
