import { crowdOf, sortByCell } from './crowd.ts';
import type { Kernel, KernelInput, ReferenceKernel } from './kernel.ts';
import { pushTables } from './kernel.ts';
import { lookAround } from './look-around.ts';
import { stepCrowd } from './operational.ts';

/** The kernel in double precision: only additions, multiplications, divisions and roots, so the same bits everywhere. */
export function referenceKernel({ size, seed, ...input }: KernelInput): Kernel {
  const room = 64 * size + 1024;
  const reals = () => new Float64Array(size);
  const kernel: ReferenceKernel = {
    ...input,
    ...pushTables(input.motion, input.cells.size),
    crowd: crowdOf(size, input.cells),
    pairs: {
      from: new Int32Array(size + 1),
      other: new Int32Array(room),
      dx: new Float64Array(room),
      dy: new Float64Array(room),
    },
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
