import { AIM_X, AIM_Y, ASIDE, BETWEEN, BETWEEN_START, CELL_X0, CELL_Y0, CONSTANTS, EDGES_NEAR, FLOOR, HEAD_X, HEAD_Y, ID, OPEN_BELOW, OPEN_GAP, OWN_RADIUS, PACKED_GAP, PER_CELL, PER_PACKED, PER_RASTER, PER_REACH, PUSH, PUSHING, RADIUS, RASTER_X0, RASTER_Y0, RATE, SEEN_X, SEEN_Y, SIDE, SIGHT, SPEED, START, STEP, STUCK, TOP, X, Y, at, columns, n, num, period, rasterColumns, rows, seed } from './memory.as';
import { exp2v, sums } from './vectors.as';
import { unhidden } from './walls.as';

@inline function mix(h: u32): u32 {
  h = (h ^ (h >> 16)) * 0x7feb352d;
  h = (h ^ (h >> 15)) * 0x846ca68b;
  return h ^ (h >> 16);
}

@inline function within(value: f32, most: f32): f32 { return value < 0 ? 0 : value > most ? most : value; }
@inline function clip(value: i32, most: i32): i32 { return value < 0 ? 0 : value > most ? most : value; }
/** How much of an offset somebody blocks who is `off` to the right of it, in units of the width that they block. */
@inline function part(off: v128, offset: usize): v128 {
  const miss = v128.and(f32x4.sub(off, v128.load(CONSTANTS + offset)), v128.load(CONSTANTS, 176));
  return f32x4.pmax(f32x4.splat(0), f32x4.sub(v128.load(CONSTANTS, 192), miss));
}

/** A look around by those whose turn it is; src/model/look-around.ts says what it does. */
export function look(count: i32, tick: i32, own: i32): void {
  const x = at(own + X), y = at(own + Y), headX = at(own + HEAD_X), headY = at(own + HEAD_Y), speed = at(own + SPEED), top = at(own + TOP);
  const rate = at(own + RATE), side = at(own + SIDE), aimX = at(own + AIM_X), aimY = at(own + AIM_Y), id = at(own + ID), radius = at(own + RADIUS), push = at(own + PUSH);
  const start = at(START), betweenStart = at(BETWEEN_START), between = at(BETWEEN), floor = at(FLOOR), edgesNear = at(EDGES_NEAR);
  const stuck = at(STUCK), seenX = at(SEEN_X), seenY = at(SEEN_Y), ownRadius = at(OWN_RADIUS);
  const x0 = num(CELL_X0), y0 = num(CELL_Y0), perCell = num(PER_CELL), rx0 = num(RASTER_X0), ry0 = num(RASTER_Y0), perRaster = num(PER_RASTER);
  const since: f32 = f32(period) * num(STEP);
  const order = i32x4(0, 1, 2, 3);
  for (let i = 0; i < count; i++) {
    const o = (<usize>i) << 2;
    const who = load<i32>(id + o);
    const wanted = load<f32>(top + o);
    if ((who + tick) % period != 0 || wanted == 0) continue;
    const ax = load<f32>(aimX + o), ay = load<f32>(aimY + o), xi = load<f32>(x + o), yi = load<f32>(y + o);
    const cell = i32((yi - y0) * perCell) * columns + i32((xi - x0) * perCell);
    const l0 = n(betweenStart, cell), l1 = n(betweenStart, cell + 1), hasEdge = load<u8>(edgesNear + cell) == 1;
    const wideX = ASIDE * (ay < 0 ? -ay : ay), wideY = ASIDE * (ax < 0 ? -ax : ax);
    const onX = SIGHT * ax, onY = SIGHT * ay;
    const firstColumn = clip(i32((xi - wideX + (onX < 0 ? onX : 0) - x0) * perCell), columns - 1), lastColumn = clip(i32((xi + wideX + (onX > 0 ? onX : 0) - x0) * perCell), columns - 1);
    const firstRow = clip(i32((yi - wideY + (onY < 0 ? onY : 0) - y0) * perCell), rows - 1), lastRow = clip(i32((yi + wideY + (onY > 0 ? onY : 0) - y0) * perCell), rows - 1);
    let ahead = 0, oncoming = 0;
    const zero = f32x4.splat(0);
    let blame0 = zero, blame1 = zero, blame2 = zero, blame3 = zero, blame4 = zero;
    const x4 = f32x4.splat(xi), y4 = f32x4.splat(yi), ax4 = f32x4.splat(ax), ay4 = f32x4.splat(ay), wanted4 = f32x4.splat(wanted);
    for (let row = firstRow; row <= lastRow; row++) {
      const from = n(start, row * columns + firstColumn), end = n(start, row * columns + lastColumn + 1);
      let index = i32x4.add(i32x4.splat(from - end), order);
      for (let j = from; j < end; j += 4) {
        const p = (<usize>j) << 2;
        const dx = f32x4.sub(v128.load(x + p), x4), dy = f32x4.sub(v128.load(y + p), y4);
        const on = f32x4.add(f32x4.mul(ax4, dx), f32x4.mul(ay4, dy)), off = f32x4.sub(f32x4.mul(ay4, dx), f32x4.mul(ax4, dy));
        const wide = v128.and(off, v128.load(CONSTANTS, 176));
        let sees = v128.and(v128.and(f32x4.gt(on, zero), f32x4.le(on, v128.load(CONSTANTS, 272))), v128.and(f32x4.le(wide, v128.load(CONSTANTS, 288)), i32x4.lt_s(index, zero)));
        index = i32x4.add(index, i32x4.splat(4));
        if (!v128.any_true(sees)) continue;
        if (l1 > l0) sees = unhidden(sees, between, l0, l1, xi, yi, dx, dy);
        const d2 = f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dy, dy));
        ahead += popcnt(i32x4.bitmask(v128.and(sees, f32x4.lt(d2, v128.load(CONSTANTS, 304)))));
        const facing = f32x4.add(f32x4.mul(ax4, v128.load(aimX + p)), f32x4.mul(ay4, v128.load(aimY + p)));
        const opposed = v128.and(f32x4.lt(facing, v128.load(CONSTANTS, 336)), f32x4.gt(v128.load(top + p), zero));
        const meets = v128.and(v128.and(sees, opposed), v128.and(f32x4.lt(on, v128.load(CONSTANTS, 192)), f32x4.lt(wide, v128.load(CONSTANTS, 320))));
        oncoming += popcnt(i32x4.bitmask(meets));
        let theirs = f32x4.mul(v128.load(speed + p), f32x4.add(f32x4.mul(v128.load(headX + p), ax4), f32x4.mul(v128.load(headY + p), ay4)));
        theirs = v128.bitselect(f32x4.pmin(theirs, v128.load(CONSTANTS, 352)), theirs, opposed);
        const closing = f32x4.sub(wanted4, theirs);
        const counts = v128.and(sees, f32x4.ge(closing, v128.load(CONSTANTS, 368)));
        const weight = v128.and(counts, f32x4.mul(closing, f32x4.sub(v128.load(CONSTANTS, 192), f32x4.mul(on, v128.load(CONSTANTS, 384)))));
        const aside = f32x4.mul(off, v128.load(CONSTANTS, 400));
        blame0 = f32x4.add(blame0, f32x4.mul(weight, part(aside, 208)));
        blame1 = f32x4.add(blame1, f32x4.mul(weight, part(aside, 224)));
        blame2 = f32x4.add(blame2, f32x4.mul(weight, part(aside, 416)));
        blame3 = f32x4.add(blame3, f32x4.mul(weight, part(aside, 240)));
        blame4 = f32x4.add(blame4, f32x4.mul(weight, part(aside, 256)));
      }
    }
    const right: f32 = oncoming > 0 ? 0.9 : 0;
    const blames01 = sums(blame0, blame1), blames34 = sums(blame3, blame4);
    let chosen: f32 = 0, cost: f32 = Infinity;
    for (let k = 0; k < 5; k++) {
      const off: f32 = f32(k - 2) * 0.45;
      const blame = k == 0 ? f32x4.extract_lane(blames01, 0) : k == 1 ? f32x4.extract_lane(blames01, 1) : k == 2 ? f32x4.extract_lane(sums(blame2, blame2), 0) : k == 3 ? f32x4.extract_lane(blames34, 0) : f32x4.extract_lane(blames34, 1);
      const c = blame + 0.15 * (off < 0 ? -off : off) - right * off;
      if (c >= cost) continue;
      const px = xi + 0.6 * ax + off * ay, py = yi + 0.6 * ay - off * ax;
      if (k != 2 && hasEdge && load<u8>(floor + <usize>(i32((py - ry0) * perRaster) * rasterColumns + i32((px - rx0) * perRaster))) != 1) continue;
      chosen = off;
      cost = c;
    }
    const drawn = mix(mix(mix(mix(u32(seed) ^ 0x9e3779b9) ^ 5) ^ u32(who)) ^ u32(tick));
    const chance: f32 = f32(drawn >> 8) / 16777216;
    const sway: f32 = 0.05 * (2 * chance - 1);
    const before = load<f32>(side + o);
    store<f32>(side + o, before + 0.5 * (chosen + sway - before));
    let packed = (f32(ahead) / 3.5342917 - num(OPEN_BELOW)) * num(PER_PACKED);
    packed = packed < 0 ? 0 : packed > 1 ? 1 : packed;
    store<f32>(rate + o, 1 / (num(OPEN_GAP) + (num(PACKED_GAP) - num(OPEN_GAP)) * packed));
    const w = (<usize>who) << 2;
    const progress = (xi - load<f32>(seenX + w)) * ax + (yi - load<f32>(seenY + w)) * ay;
    store<f32>(seenX + w, xi);
    store<f32>(seenY + w, yi);
    const soFar = load<f32>(stuck + w);
    const late = progress < 0.05 * wanted * since ? soFar + since : soFar - 2 * since;
    const still: f32 = late < 0 ? 0 : late;
    store<f32>(stuck + w, still);
    const patience: f32 = within((still - 1.5) * 0.05, 0.2);
    let squeeze: f32 = patience;
    if (oncoming > 0) squeeze += within((still - 8) * 0.02, 0.2);
    else squeeze = still > 3 && chance < num(PUSHING) ? 0.35 : within(patience, 0.1);
    const body = load<f32>(ownRadius + w) * (1 - (oncoming > 0 ? <f32>0.25 : <f32>0) - squeeze);
    if (body == load<f32>(radius + o)) continue;
    store<f32>(radius + o, body);
    store<f32>(push + o, 1 / f32x4.extract_lane(exp2v(f32x4.splat(-body * num(PER_REACH) * 1.44269504)), 0));
  }
}
