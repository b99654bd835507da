// The operational model of src/model in single precision and four lanes at a time: same equations, same order of people.
// It differs from the reference only in rounding, in looking at each pair from both sides, and in e^x by a polynomial.
// Positions of all arrays come in once by `set`; the host swaps the two sets of columns after each sort and step.

// Order of the columns; src/kernel-simd/layout.ts holds the same list.
const X = 0, Y = 1, HEAD_X = 2, HEAD_Y = 3, SPEED = 4, RADIUS = 5, PUSH = 6, TOP = 7, RATE = 8, SIDE = 9, AIM_X = 10, AIM_Y = 11, GOAL = 12, ID = 13;
const COLUMNS = 14;

const CONSTANTS: usize = 1024; // vectors that the loops read instead of splatting
const ARRAYS: usize = 2048; // byte offsets of the arrays
const NUMBERS: usize = 4096; // the parameters, f32
const BLOCK: usize = 80; // four walls: ax, ay, along x, along y, 1/length²
const ORDERS: usize = 6144; // for each of 16 masks, how the lanes it keeps move to the front
const APART_X: usize = 8192, APART_Y: usize = 32768, TOUCH: usize = 57344, ROOM: usize = 81920; // those whom the person being moved sees, one list each

@inline function at(array: i32): usize { return load<usize>(ARRAYS + ((<usize>array) << 2)); }
@inline function num(k: i32): f32 { return load<f32>(NUMBERS + ((<usize>k) << 2)); }

// Arrays after the two sets of columns.
const CELL_OF = 28, CURSOR = 29, START = 30, PLACE_OF = 31, NEAR_START = 32, NEAR = 33, BETWEEN_START = 34, BETWEEN = 35, WALLS = 36, ZONE = 37, SHUT = 38,
  IN_ZONE = 39, FIELDS = 40, FLOOR = 41, STUCK = 42, SEEN_X = 43, SEEN_Y = 44, OWN_RADIUS = 45, ZONES_NEAR = 46, EDGES_NEAR = 47;

// Numbers.
const CELL_X0 = 0, CELL_Y0 = 1, PER_CELL = 2, RASTER_X0 = 3, RASTER_Y0 = 4, PER_RASTER = 5, STEP = 6, TURN = 7, PUSH_K = 8, PER_REACH = 9, SWEPT = 10,
  WALL_RADIUS = 11, OPEN_GAP = 12, PACKED_GAP = 13, OPEN_BELOW = 14, PER_PACKED = 15, SIGHT2 = 16, PER_WALL_REACH = 17, STANDING = 18, PUSHING = 19, WALL_PUSH = 20;

// How far people look ahead and aside, within which distance² they count the crowd, how wide somebody blocks; metres.
const SIGHT: f32 = 2.5, ASIDE: f32 = 1.5, CROWDING2: f32 = 2.25, BLOCKS: f32 = 0.6;

let columns: i32 = 0, rows: i32 = 0, rasterColumns: i32 = 0, fieldSize: usize = 0, seed: i32 = 0, period: i32 = 1;

export function set(cellColumns: i32, cellRows: i32, acrossRaster: i32, bytesPerField: i32, runSeed: i32, lookPeriod: i32): void {
  columns = cellColumns; rows = cellRows; rasterColumns = acrossRaster; fieldSize = bytesPerField; seed = runSeed; period = lookPeriod;
  v128.store(CONSTANTS, f32x4.splat(-60.0));
  v128.store(CONSTANTS, f32x4.splat(12582912.0), 16);
  v128.store(CONSTANTS, f32x4.splat(5.51716649e-2), 32);
  v128.store(CONSTANTS, f32x4.splat(2.42611122e-1), 48);
  v128.store(CONSTANTS, f32x4.splat(6.93260986e-1), 64);
  v128.store(CONSTANTS, f32x4.splat(9.99928074e-1), 80);
  v128.store(CONSTANTS, f32x4.splat(num(SIGHT2)), 96);
  v128.store(CONSTANTS, f32x4.splat(num(PER_REACH) * 1.44269504), 112);
  v128.store(CONSTANTS, f32x4.splat(num(SWEPT)), 128);
  v128.store(CONSTANTS, f32x4.splat(num(PER_WALL_REACH) * 1.44269504), 144);
  v128.store(CONSTANTS, f32x4.splat(0.36), 160);
  v128.store(CONSTANTS, i32x4.splat(0x7fffffff), 176);
  v128.store(CONSTANTS, f32x4.splat(1), 192);
  v128.store(CONSTANTS, f32x4.splat(-0.9 / BLOCKS), 208);
  v128.store(CONSTANTS, f32x4.splat(-0.45 / BLOCKS), 224);
  v128.store(CONSTANTS, f32x4.splat(0.45 / BLOCKS), 240);
  v128.store(CONSTANTS, f32x4.splat(0.9 / BLOCKS), 256);
  v128.store(CONSTANTS, f32x4.splat(SIGHT), 272);
  v128.store(CONSTANTS, f32x4.splat(ASIDE), 288);
  v128.store(CONSTANTS, f32x4.splat(CROWDING2), 304);
  v128.store(CONSTANTS, f32x4.splat(BLOCKS), 320);
  v128.store(CONSTANTS, f32x4.splat(-0.3), 336);
  v128.store(CONSTANTS, f32x4.splat(-0.4), 352);
  v128.store(CONSTANTS, f32x4.splat(0.1), 368);
  v128.store(CONSTANTS, f32x4.splat(1 / (SIGHT + 0.1)), 384);
  v128.store(CONSTANTS, f32x4.splat(1 / BLOCKS), 400);
  v128.store(CONSTANTS, f32x4.splat(0), 416);
  for (let mask = 0; mask < 16; mask++) {
    let to: usize = ORDERS + ((<usize>mask) << 4);
    for (let lane = 0; lane < 4; lane++) {
      if ((mask & (1 << lane)) == 0) continue;
      store<i32>(to, 0x03020100 + 0x04040404 * lane);
      to += 4;
    }
  }
}

// 2^t for −60 ≤ t ≤ 20 to a ten-thousandth; below −60 it stays there, because denormal numbers would halve the speed.
@inline function exp2v(t: v128): v128 {
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
@inline function sums(a: v128, b: v128): v128 {
  const halves = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  return f32x4.add(halves, v128.shuffle<f32>(halves, halves, 2, 3, 0, 1));
}

/** The least lane, in every lane. */
@inline function least(v: v128): v128 {
  const halves = f32x4.pmin(v, v128.shuffle<f32>(v, v, 2, 3, 0, 1));
  return f32x4.pmin(halves, v128.shuffle<f32>(halves, halves, 1, 0, 3, 2));
}

@inline function f(array: usize, i: i32): f32 { return load<f32>(array + ((<usize>i) << 2)); }
@inline function n(array: usize, i: i32): i32 { return load<i32>(array + ((<usize>i) << 2)); }

/** Counting sort by cell from one set of columns into the other; who has id −1 is left out. Returns how many remain. */
export function sort(count: i32, from: i32, to: i32): i32 {
  const x = at(from + X), y = at(from + Y), id = at(from + ID);
  const cellOf = at(CELL_OF), cursor = at(CURSOR), start = at(START), placeOf = at(PLACE_OF);
  const x0 = num(CELL_X0), y0 = num(CELL_Y0), perCell = num(PER_CELL);
  const cells = columns * rows;
  memory.fill(cursor, 0, (<usize>cells) << 2);
  for (let i = 0; i < count; i++) {
    if (n(id, i) < 0) continue;
    const c = i32((f(y, i) - y0) * perCell) * columns + i32((f(x, i) - x0) * perCell);
    store<i32>(cellOf + ((<usize>i) << 2), c);
    const p = cursor + ((<usize>c) << 2);
    store<i32>(p, load<i32>(p) + 1);
  }
  let total = 0;
  for (let c = 0; c < cells; c++) {
    const o = (<usize>c) << 2;
    const here = load<i32>(cursor + o);
    store<i32>(start + o, total);
    store<i32>(cursor + o, total);
    total += here;
  }
  for (let c = cells; c < cells + columns + 2; c++) store<i32>(start + ((<usize>c) << 2), total);
  for (let i = 0; i < count; i++) {
    const o = (<usize>i) << 2;
    const who = n(id, i);
    if (who < 0) { store<i32>(cellOf + o, -1); continue; }
    const p = cursor + ((<usize>load<i32>(cellOf + o)) << 2);
    const k = load<i32>(p);
    store<i32>(p, k + 1);
    store<i32>(placeOf + ((<usize>who) << 2), k);
    store<i32>(cellOf + o, k);
  }
  for (let a = 0; a < COLUMNS; a++) {
    const source = at(from + a), target = at(to + a);
    for (let i = 0; i < count; i++) {
      const k = n(cellOf, i);
      if (k >= 0) store<i32>(target + ((<usize>k) << 2), n(source, i));
    }
  }
  return total;
}

/** Whether the step by (dx, dy) from (x, y) would cross one of the walls in the blocks. */
function crosses(from: usize, to: usize, x: f32, y: f32, dx: f32, dy: f32): bool {
  for (let block = from; block < to; block += BLOCK) for (let k = block; k < block + 16; k += 4) {
    const ax = load<f32>(k) - x, ay = load<f32>(k, 16) - y, wx = load<f32>(k, 32), wy = load<f32>(k, 48);
    if ((dx * ay - dy * ax) * (dx * (ay + wy) - dy * (ax + wx)) > 0) continue;
    if ((wy * ax - wx * ay) * (wy * (ax - dx) - wx * (ay - dy)) <= 0) return true;
  }
  return false;
}

/** Of four people at (dx, dy) from (x, y), those whom no listed wall hides. */
@inline function unhidden(sees: v128, list: usize, from: i32, to: i32, x: f32, y: f32, dx: v128, dy: v128): v128 {
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
@inline function seenOnly(touch: v128, list: usize, from: i32, to: i32, x: f32, y: f32, dx: v128, dy: v128): v128 {
  return v128.bitselect(touch, f32x4.splat(-1e6), unhidden(i32x4.splat(-1), list, from, to, x, y, dx, dy));
}

/** 1 + the zone whose cell of the fine grid holds (x, y); 0 for none. */
@inline function zoneAt(x: f32, y: f32): i32 {
  const cell = i32((y - num(RASTER_Y0)) * num(PER_RASTER)) * rasterColumns + i32((x - num(RASTER_X0)) * num(PER_RASTER));
  return load<u16>(at(ZONE) + ((<usize>cell) << 1));
}

/** One step: turn and move everybody; the other set of columns lends its x and y for the new places. Returns how many stand in a zone. */
export function step(count: i32, own: i32, other: i32): i32 {
  const x = at(own + X), y = at(own + Y), headX = at(own + HEAD_X), headY = at(own + HEAD_Y), speed = at(own + SPEED), radius = at(own + RADIUS);
  const top = at(own + TOP), rate = at(own + RATE), side = at(own + SIDE), aimX = at(own + AIM_X), aimY = at(own + AIM_Y), goal = at(own + GOAL);
  const newX = at(other + X), newY = at(other + Y);
  const start = at(START), nearStart = at(NEAR_START), near = at(NEAR), betweenStart = at(BETWEEN_START), between = at(BETWEEN);
  const shut = at(SHUT), zonesNear = at(ZONES_NEAR), inZone = at(IN_ZONE), fields = at(FIELDS);
  const rx0 = num(RASTER_X0), ry0 = num(RASTER_Y0), perRaster = num(PER_RASTER), blocksAcross = (rasterColumns + 7) >> 3, dt = num(STEP), turn = num(TURN), pushK = num(PUSH_K), wallPush = num(WALL_PUSH), wallShare = num(WALL_RADIUS), standing = f32x4.splat(num(STANDING));
  const zero = f32x4.splat(0), far = f32x4.splat(1e9), order = i32x4(0, 1, 2, 3);
  let touching = 0;
  for (let cy = 1; cy < rows - 1; cy++) for (let cx = 1; cx < columns - 1; cx++) {
    const c = cy * columns + cx;
    const first = n(start, c), last = n(start, c + 1);
    if (first == last) continue;
    const hasZone = load<u8>(zonesNear + c) == 1;
    const w0 = near + <usize>n(nearStart, c), w1 = near + <usize>n(nearStart, c + 1), l0 = n(betweenStart, c), l1 = n(betweenStart, c + 1);
    const a0 = n(start, c - columns - 1), a1 = n(start, c - columns + 2), b0 = n(start, c - 1), b1 = n(start, c + 2), c0 = n(start, c + columns - 1), c1 = n(start, c + columns + 2);
    for (let i = first; i < last; i++) {
      const o = (<usize>i) << 2;
      const xi = load<f32>(x + o), yi = load<f32>(y + o);
      const wanted = load<f32>(top + o);
      const field = load<i32>(goal + o);
      let px = xi, py = yi;
      if (wanted == 0 || field < 0) {
        store<f32>(speed + o, 0);
      } else {
        // Early, because it comes from far and nothing before the turn waits for it.
        const row = i32((yi - ry0) * perRaster), column = i32((xi - rx0) * perRaster);
        const r = fields + (<usize>field) * fieldSize + <usize>((((row >> 2) * blocksAcross + (column >> 3)) << 6) | ((row & 3) << 4) | ((column & 7) << 1));
        const ax: f32 = f32(load<i8>(r)) / 127, ay: f32 = f32(load<i8>(r, 1)) / 127;
        store<f32>(aimX + o, ax);
        store<f32>(aimY + o, ay);
        const ri = load<f32>(radius + o);
        const x4 = f32x4.splat(xi), y4 = f32x4.splat(yi), r4 = f32x4.splat(ri);
        let end: usize = 0;
        for (let row = 0; row < 3; row++) {
          const j0 = row == 0 ? a0 : row == 1 ? b0 : c0, j1 = row == 0 ? a1 : row == 1 ? b1 : c1;
          // The last four of a row run into the next row's people: near ones would count twice, so they are cut off.
          let index = i32x4.add(i32x4.splat(j0 - j1), order);
          for (let j = j0; j < j1; j += 4) {
            const p = (<usize>j) << 2;
            const dx = f32x4.sub(v128.load(x + p), x4), dy = f32x4.sub(v128.load(y + p), y4);
            const d2 = f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dy, dy));
            const sees = v128.and(v128.and(f32x4.lt(d2, v128.load(CONSTANTS, 96)), f32x4.gt(d2, zero)), i32x4.lt_s(index, zero));
            index = i32x4.add(index, i32x4.splat(4));
            const mask = i32x4.bitmask(sees);
            const front = v128.load(ORDERS + ((<usize>mask) << 4));
            v128.store(APART_X + end, i8x16.swizzle(dx, front));
            v128.store(APART_Y + end, i8x16.swizzle(dy, front));
            v128.store(TOUCH + end, i8x16.swizzle(v128.load(radius + p), front));
            end += (<usize>popcnt(mask)) << 2;
          }
        }
        v128.store(APART_X + end, far);
        v128.store(APART_Y + end, zero);
        v128.store(TOUCH + end, zero);
        let sumX = zero, sumY = zero;
        for (let p: usize = 0; p < end; p += 16) {
          const dx = v128.load(APART_X + p), dy = v128.load(APART_Y + p);
          let touch = f32x4.add(v128.load(TOUCH + p), r4);
          if (l1 > l0) touch = seenOnly(touch, between, l0, l1, xi, yi, dx, dy);
          const d = f32x4.sqrt(f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dy, dy)));
          const room = f32x4.sub(d, touch);
          const force = f32x4.div(exp2v(f32x4.mul(f32x4.neg(room), v128.load(CONSTANTS, 112))), d);
          sumX = f32x4.add(sumX, f32x4.mul(dx, force));
          sumY = f32x4.add(sumY, f32x4.mul(dy, force));
          v128.store(TOUCH + p, f32x4.mul(touch, v128.load(CONSTANTS, 128)));
          v128.store(ROOM + p, room);
        }
        const pushes = sums(sumX, sumY);
        let pushX = f32x4.extract_lane(pushes, 0) * -pushK, pushY = f32x4.extract_lane(pushes, 1) * -pushK;
        let nearest: f32 = 1e9;
        if (w1 > w0) {
          let wallX = zero, wallY = zero, nearest4 = far;
          for (let p = w0; p < w1; p += BLOCK) {
            const ax = f32x4.sub(v128.load(p), x4), ay = f32x4.sub(v128.load(p, 16), y4), ux = v128.load(p, 32), uy = v128.load(p, 48);
            const along = f32x4.neg(f32x4.mul(f32x4.add(f32x4.mul(ax, ux), f32x4.mul(ay, uy)), v128.load(p, 64)));
            const t = f32x4.pmin(f32x4.pmax(along, zero), f32x4.splat(1));
            const dx = f32x4.add(ax, f32x4.mul(t, ux)), dy = f32x4.add(ay, f32x4.mul(t, uy));
            const d2 = f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dy, dy));
            nearest4 = f32x4.pmin(nearest4, d2);
            const isNear = v128.and(f32x4.le(d2, v128.load(CONSTANTS, 160)), f32x4.gt(d2, zero));
            const d = f32x4.sqrt(d2);
            const force = v128.and(isNear, f32x4.div(exp2v(f32x4.mul(f32x4.sub(r4, d), v128.load(CONSTANTS, 144))), d));
            wallX = f32x4.add(wallX, f32x4.mul(dx, force));
            wallY = f32x4.add(wallY, f32x4.mul(dy, force));
          }
          const fromWalls = sums(wallX, wallY);
          pushX -= f32x4.extract_lane(fromWalls, 0) * wallPush;
          pushY -= f32x4.extract_lane(fromWalls, 1) * wallPush;
          nearest = f32x4.extract_lane(least(nearest4), 0);
        }
        const si = load<f32>(side + o);
        let wx = ax + si * ay + pushX, wy = ay - si * ax + pushY;
        let hx = load<f32>(headX + o), hy = load<f32>(headY + o);
        const length = Mathf.sqrt(wx * wx + wy * wy);
        if (length > 1e-9) {
          const share = turn / length;
          wx = hx + (wx * share - hx * turn);
          wy = hy + (wy * share - hy * turn);
          const whole = Mathf.sqrt(wx * wx + wy * wy);
          if (whole > 1e-9) { hx = wx / whole; hy = wy / whole; }
        }
        const hx4 = f32x4.splat(hx), hy4 = f32x4.splat(hy);
        let room4 = far;
        for (let p: usize = 0; p < end; p += 16) {
          const dx = v128.load(APART_X + p), dy = v128.load(APART_Y + p);
          const off = f32x4.abs(f32x4.sub(f32x4.mul(hx4, dy), f32x4.mul(hy4, dx)));
          const on = f32x4.add(f32x4.mul(hx4, dx), f32x4.mul(hy4, dy));
          // Who is not in the way has no number for room, and the least of two leaves such out.
          const isAside = v128.or(f32x4.ge(off, v128.load(TOUCH + p)), f32x4.le(on, zero));
          room4 = f32x4.pmin(room4, v128.or(v128.load(ROOM + p), isAside));
        }
        const allowed = f32x4.mul(f32x4.sub(least(room4), standing), v128.load32_splat(rate + o));
        let v = f32x4.extract_lane(f32x4.pmax(f32x4.pmin(allowed, f32x4.splat(wanted)), zero), 0);
        store<f32>(headX + o, hx);
        store<f32>(headY + o, hy);
        if (v > 0) {
          px = xi + hx * v * dt;
          py = yi + hy * v * dt;
          const leastApart = ri * wallShare;
          const reach = leastApart + v * dt + <f32>0.01;
          if (nearest < reach * reach) {
            for (let block = w0; block < w1; block += BLOCK) for (let k = block; k < block + 16; k += 4) {
              const bx = load<f32>(k), by = load<f32>(k, 16), ux = load<f32>(k, 32), uy = load<f32>(k, 48);
              let t: f32 = ((px - bx) * ux + (py - by) * uy) * load<f32>(k, 64);
              t = t < 0 ? 0 : t > 1 ? 1 : t;
              const dx = px - bx - t * ux, dy = py - by - t * uy;
              const d2 = dx * dx + dy * dy;
              if (d2 >= leastApart * leastApart || d2 < 1e-12) continue;
              const d = Mathf.sqrt(d2);
              px += (dx / d) * (leastApart - d);
              py += (dy / d) * (leastApart - d);
            }
            if (crosses(w0, w1, xi, yi, px - xi, py - yi)) { px = xi; py = yi; }
          }
          if (hasZone) {
            const z = zoneAt(px, py);
            if (z != 0 && load<u8>(shut + z - 1) == 1 && zoneAt(xi, yi) != z) { px = xi; py = yi; v = 0; }
          }
        }
        store<f32>(speed + o, v);
      }
      store<f32>(newX + o, px);
      store<f32>(newY + o, py);
      if (hasZone && zoneAt(px, py) != 0) { store<i32>(inZone + ((<usize>touching) << 2), i); touching++; }
    }
  }
  memory.copy(x, newX, (<usize>count) << 2);
  memory.copy(y, newY, (<usize>count) << 2);
  return touching;
}

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
