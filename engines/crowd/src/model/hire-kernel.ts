import { hasSimd, simdKernel } from '../kernel-simd/simd-kernel.ts';
import type { KernelName } from '../result.ts';
import type { Kernel, KernelInput } from './kernel.ts';
import { referenceKernel } from './reference.ts';

/** The kernel asked for; the reference where the host knows no WebAssembly SIMD. */
export const hireKernel = (name: KernelName, input: KernelInput): Kernel =>
  name === 'simd' && hasSimd() ? simdKernel(input) : referenceKernel(input);
