// Arithmetic on four lanes.

import { CONSTANTS } from './memory.as';

// 2^t for −60 ≤ t ≤ 20 to a ten-thousandth; below −60 it stays there, because denormal numbers would halve the speed.
@inline export function exp2v(t: v128): v128 {
  t = f32x4.pmax(t, v128.load(CONSTANTS));
  const rounded = f32x4.add(t, v128.load(CONSTANTS, 16));
  const f = f32x4.sub(t, f32x4.sub(rounded, v128.load(CONSTANTS, 16)));
  let p = v128.load(CONSTANTS, 32);
  p = f32x4.add(f32x4.mul(p, f), v128.load(CONSTANTS, 48));
  p = f32x4.add(f32x4.mul(p, f), v128.load(CONSTANTS, 64));
  p = f32x4.add(f32x4.mul(p, f), v128.load(CONSTANTS, 80));
  return i32x4.add(p, i32x4.shl(rounded, 23));
}

/** The sums of the lanes of a and of b, in lanes 0 and 1. */
@inline export function sums(a: v128, b: v128): v128 {
  const halves = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  return f32x4.add(halves, v128.shuffle<f32>(halves, halves, 2, 3, 0, 1));
}

/** The least lane, in every lane. */
@inline export function least(v: v128): v128 {
  const halves = f32x4.pmin(v, v128.shuffle<f32>(v, v, 2, 3, 0, 1));
  return f32x4.pmin(halves, v128.shuffle<f32>(halves, halves, 1, 0, 3, 2));
}
