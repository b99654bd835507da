import { crowdOf, sortByCell } from './crowd.ts';
import type { Kernel, KernelInput, ReferenceKernel } from './kernel.ts';
import { pushTables } from './kernel.ts';
import { lookAround } from './look-around.ts';
import { stepCrowd } from './operational.ts';

/** The kernel in double precision: only additions, multiplications, divisions and roots, so the same bits everywhere. */
export function referenceKernel({ size, seed, ...input }: KernelInput): Kernel {
  const reals = (count = size) => new Float64Array(count);
  const kernel: ReferenceKernel = {
    ...input,
    ...pushTables(input.motion, input.cells.size),
    crowd: crowdOf(size, input.cells),
    pairs: { from: new Int32Array(size + 1), other: new Int32Array(0), dx: reals(0), dy: reals(0) },
    pushX: reals(),
    pushY: reals(),
    room: reals(),
    shut: new Uint8Array(input.rings.length),
    inZone: new Int32Array(size),
    inZoneCount: 0,
    gather: () => sortByCell(kernel.crowd, kernel.cells),
    look: (tick) => lookAround(kernel, seed, tick),
    advance: () => stepCrowd(kernel),
  };
  return kernel;
}
