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

/** All that one step of the operational model needs. */
export interface Kernel {
  readonly crowd: Crowd;
  readonly cells: Cells;
  readonly raster: Raster;
  readonly walls: Float64Array;
  readonly fields: readonly Field[];
  readonly motion: Motion;
  readonly step: number;
  readonly pushes: PushTable;
  readonly wallPushes: Float64Array;
  readonly pairs: Pairs;
  readonly pushX: Float64Array;
  readonly pushY: Float64Array;
  readonly room: Float64Array;
  /** 1 for every zone that nobody may enter now. */
  readonly shut: Uint8Array;
  readonly rings: readonly Ring[];
  /** Places of those who stand in a cell that a zone touches, after the step. */
  readonly inZone: Int32Array;
  inZoneCount: number;
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
  Float64Array.from({ length: wallEntries + 1 }, (_, i) => motion.wallPush * exp(-(i / 1000 - wallReach) / motion.wallReach));

type Given = Pick<Kernel, 'crowd' | 'cells' | 'raster' | 'walls' | 'fields' | 'motion' | 'step' | 'shut' | 'rings'>;

export function kernelOf(given: Given): Kernel {
  const size = given.crowd.placeOf.length;
  const room = 64 * size + 1024;
  return {
    ...given,
    pushes: pushTable(given.motion, given.cells.size),
    wallPushes: wallTable(given.motion),
    pairs: { from: new Int32Array(size + 1), other: new Int32Array(room), dx: new Float64Array(room), dy: new Float64Array(room) },
    pushX: new Float64Array(size),
    pushY: new Float64Array(size),
    room: new Float64Array(size),
    inZone: new Int32Array(size),
    inZoneCount: 0,
  };
}
