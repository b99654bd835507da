// What walls hide and stop, and the zones on the floor.

import { BLOCK, PER_RASTER, RASTER_X0, RASTER_Y0, WALLS, ZONE, at, n, num, rasterColumns } from './memory.as';

/** Whether the step by (dx, dy) from (x, y) would cross one of the walls in the blocks. */
export function crosses(from: usize, to: usize, x: f32, y: f32, dx: f32, dy: f32): bool {
  for (let block = from; block < to; block += BLOCK) for (let k = block; k < block + 16; k += 4) {
    const ax = load<f32>(k) - x, ay = load<f32>(k, 16) - y, wx = load<f32>(k, 32), wy = load<f32>(k, 48);
    if ((dx * ay - dy * ax) * (dx * (ay + wy) - dy * (ax + wx)) > 0) continue;
    if ((wy * ax - wx * ay) * (wy * (ax - dx) - wx * (ay - dy)) <= 0) return true;
  }
  return false;
}

/** Of four people at (dx, dy) from (x, y), those whom no listed wall hides. */
@inline export function unhidden(sees: v128, list: usize, from: i32, to: i32, x: f32, y: f32, dx: v128, dy: v128): v128 {
  const walls = at(WALLS), zero = f32x4.splat(0);
  for (let q = from; q < to; q++) {
    const k = walls + ((<usize>n(list, q)) << 2);
    const ax = load<f32>(k) - x, ay = load<f32>(k, 4) - y, bx = load<f32>(k, 8) - x, by = load<f32>(k, 12) - y;
    const da = f32x4.sub(f32x4.mul(dx, f32x4.splat(ay)), f32x4.mul(dy, f32x4.splat(ax)));
    const db = f32x4.sub(f32x4.mul(dx, f32x4.splat(by)), f32x4.mul(dy, f32x4.splat(bx)));
    const wx = bx - ax, wy = by - ay, here = wy * ax - wx * ay;
    const there = f32x4.add(f32x4.splat(here), f32x4.sub(f32x4.mul(f32x4.splat(wx), dy), f32x4.mul(f32x4.splat(wy), dx)));
    sees = v128.andnot(sees, v128.and(f32x4.le(f32x4.mul(da, db), zero), f32x4.le(f32x4.mul(f32x4.splat(here), there), zero)));
  }
  return sees;
}

/** What four people touch at, and less than nothing for whom a listed wall hides: too far to matter. */
@inline export function seenOnly(touch: v128, list: usize, from: i32, to: i32, x: f32, y: f32, dx: v128, dy: v128): v128 {
  return v128.bitselect(touch, f32x4.splat(-1e6), unhidden(i32x4.splat(-1), list, from, to, x, y, dx, dy));
}

/** 1 + the zone whose cell of the fine grid holds (x, y); 0 for none. */
@inline export function zoneAt(x: f32, y: f32): i32 {
  const cell = i32((y - num(RASTER_Y0)) * num(PER_RASTER)) * rasterColumns + i32((x - num(RASTER_X0)) * num(PER_RASTER));
  return load<u16>(at(ZONE) + ((<usize>cell) << 1));
}

/** Whether a zone that nobody may enter now begins between a person's place and a point. */
@inline export function isShutAt(shut: usize, x: f32, y: f32, fromX: f32, fromY: f32): bool {
  const zone = zoneAt(x, y);
  return zone != 0 && load<u8>(shut + zone - 1) == 1 && zoneAt(fromX, fromY) != zone;
}

/** Whether a person may go straight to a point: nothing shut begins there and no listed wall lies between. */
export function isFree(shut: usize, from: usize, to: usize, x: f32, y: f32, fromX: f32, fromY: f32): bool {
  return !isShutAt(shut, x, y, fromX, fromY) && !crosses(from, to, fromX, fromY, x - fromX, y - fromY);
}
