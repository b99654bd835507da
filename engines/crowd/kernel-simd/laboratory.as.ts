// The laboratory kernel in single precision and four lanes at a time, which the bench measures this machine with. It is never
// tuned. Offsets of all arrays and the parameters come in a table; bench/laboratory/simd.ts holds the same order.

const ARRAYS: usize = 2048, NUMBERS: usize = 3072, SEEN: usize = 4096;
@inline function at(k: i32): usize { return load<usize>(ARRAYS + ((<usize>k) << 2)); }
@inline function num(k: i32): f32 { return load<f32>(NUMBERS + ((<usize>k) << 2)); }
@inline function f(array: usize, i: i32): f32 { return load<f32>(array + ((<usize>i) << 2)); }
@inline function n(array: usize, i: i32): i32 { return load<i32>(array + ((<usize>i) << 2)); }

// Two sets of columns, then the other arrays.
const X = 0, Y = 1, HEAD_X = 2, HEAD_Y = 3, RADIUS = 4, TOP = 5, RATE = 6, BODY = 7, GOAL = 8, ID = 9, COLUMNS = 10;
const CELL_OF = 20, TALLY = 21, START = 22, GOALS = 23, WALLS = 24, NEAR_START = 25, NEAR = 26, BETWEEN_START = 27, BETWEEN = 28, WAYS = 29;
const GRID_X0 = 0, GRID_Y0 = 1, PER_CELL = 2, FIELD_X0 = 3, FIELD_Y0 = 4, PER_FIELD = 5, SIGHT = 6, PUSH = 7, PER_REACH = 8, WALL_PUSH = 9, PER_WALL_REACH = 10, STEP = 11;

let columns: i32 = 0, rows: i32 = 0, fieldColumns: i32 = 0, fieldBytes: usize = 0;

export function set(gridColumns: i32, gridRows: i32, acrossField: i32, bytesPerField: i32): void {
  columns = gridColumns; rows = gridRows; fieldColumns = acrossField; fieldBytes = bytesPerField;
  v128.store(1024, f32x4.splat(-60.0));
  v128.store(1040, f32x4.splat(12582912.0));
  v128.store(1056, f32x4.splat(1.3333558e-3));
  v128.store(1072, f32x4.splat(9.6181291e-3));
  v128.store(1088, f32x4.splat(5.5504109e-2));
  v128.store(1104, f32x4.splat(2.4022651e-1));
  v128.store(1120, f32x4.splat(6.9314718e-1));
  v128.store(1136, f32x4.splat(1.0));
  v128.store(1152, f32x4.splat(num(SIGHT) * num(SIGHT)));
  v128.store(1168, f32x4.splat(1e9));
  v128.store(1184, f32x4.splat(1e6));
  v128.store(1200, f32x4.splat(-num(PER_REACH) * 1.44269504));
}

// 2^t for t ≥ −60; below it stays there, because denormal numbers would halve the speed.
@inline function exp2v(t: v128): v128 {
  t = f32x4.pmax(t, v128.load(1024));
  const rounded = f32x4.add(t, v128.load(1040));
  const rest = f32x4.sub(t, f32x4.sub(rounded, v128.load(1040)));
  let p = v128.load(1056);
  p = f32x4.add(f32x4.mul(p, rest), v128.load(1072));
  p = f32x4.add(f32x4.mul(p, rest), v128.load(1088));
  p = f32x4.add(f32x4.mul(p, rest), v128.load(1104));
  p = f32x4.add(f32x4.mul(p, rest), v128.load(1120));
  p = f32x4.add(f32x4.mul(p, rest), v128.load(1136));
  return i32x4.add(p, i32x4.shl(rounded, 23));
}

@inline function sum(v: v128): f32 { return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3); }
@inline function least(v: v128): f32 { return Mathf.min(Mathf.min(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)), Mathf.min(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3))); }

/** Counting sort by cell into the other columns; who is in their goal is left out. Returns how many remain. */
export function sort(count: i32, from: i32, to: i32): i32 {
  const x = at(from + X), y = at(from + Y), goal = at(from + GOAL), goals = at(GOALS), cellOf = at(CELL_OF), tally = at(TALLY), start = at(START);
  const x0 = num(GRID_X0), y0 = num(GRID_Y0), perCell = num(PER_CELL), cells = columns * rows;
  memory.fill(tally, 0, (<usize>cells) << 2);
  for (let i = 0; i < count; i++) {
    const o = (<usize>i) << 2;
    const xi = load<f32>(x + o), yi = load<f32>(y + o), g = goals + ((<usize>load<i32>(goal + o)) << 4);
    if (xi >= load<f32>(g) && yi >= load<f32>(g, 4) && xi <= load<f32>(g, 8) && yi <= load<f32>(g, 12)) { store<i32>(cellOf + o, -1); continue; }
    const c = i32((yi - y0) * perCell) * columns + i32((xi - x0) * perCell);
    store<i32>(cellOf + o, c);
    const p = tally + ((<usize>c) << 2);
    store<i32>(p, load<i32>(p) + 1);
  }
  let total = 0;
  for (let c = 0; c < cells; c++) {
    const o = (<usize>c) << 2;
    const here = load<i32>(tally + o);
    store<i32>(start + o, total);
    store<i32>(tally + o, total);
    total += here;
  }
  for (let c = cells; c < cells + 2 * columns + 1; c++) store<i32>(start + ((<usize>c) << 2), total);
  const x2 = at(to + X), y2 = at(to + Y), headX = at(from + HEAD_X), headX2 = at(to + HEAD_X), headY = at(from + HEAD_Y), headY2 = at(to + HEAD_Y);
  const radius = at(from + RADIUS), radius2 = at(to + RADIUS), top = at(from + TOP), top2 = at(to + TOP), rate = at(from + RATE), rate2 = at(to + RATE);
  const body = at(from + BODY), body2 = at(to + BODY), goal2 = at(to + GOAL), id = at(from + ID), id2 = at(to + ID);
  for (let i = 0; i < count; i++) {
    const o = (<usize>i) << 2;
    const c = load<i32>(cellOf + o);
    if (c < 0) continue;
    const p = tally + ((<usize>c) << 2);
    const k = load<i32>(p);
    store<i32>(p, k + 1);
    const d = (<usize>k) << 2;
    store<f32>(x2 + d, load<f32>(x + o)); store<f32>(y2 + d, load<f32>(y + o));
    store<f32>(headX2 + d, load<f32>(headX + o)); store<f32>(headY2 + d, load<f32>(headY + o));
    store<f32>(radius2 + d, load<f32>(radius + o)); store<f32>(top2 + d, load<f32>(top + o));
    store<f32>(rate2 + d, load<f32>(rate + o)); store<f32>(body2 + d, load<f32>(body + o));
    store<i32>(goal2 + d, load<i32>(goal + o)); store<i32>(id2 + d, load<i32>(id + o));
  }
  for (let k = total; k < total + 8; k++) { store<f32>(x2 + ((<usize>k) << 2), 1e9); store<f32>(y2 + ((<usize>k) << 2), 1e9); }
  return total;
}

/** Of four people at (dx, dy) from (xi, yi), those whom no listed wall hides. */
@inline function unhidden(sees: v128, from: i32, to: i32, xi: f32, yi: f32, dx: v128, dy: v128, zero: v128): v128 {
  const walls = at(WALLS), list = at(BETWEEN);
  for (let q = from; q < to; q++) {
    const k = walls + ((<usize>n(list, q)) << 2);
    const ax = load<f32>(k) - xi, ay = load<f32>(k, 4) - yi, bx = load<f32>(k, 8) - xi, by = load<f32>(k, 12) - yi;
    const da = f32x4.sub(f32x4.mul(dx, f32x4.splat(ay)), f32x4.mul(dy, f32x4.splat(ax)));
    const db = f32x4.sub(f32x4.mul(dx, f32x4.splat(by)), f32x4.mul(dy, f32x4.splat(bx)));
    const wx = bx - ax, wy = by - ay, here = wy * ax - wx * ay;
    const there = f32x4.add(f32x4.splat(here), f32x4.sub(f32x4.mul(f32x4.splat(wx), dy), f32x4.mul(f32x4.splat(wy), dx)));
    sees = v128.andnot(sees, v128.and(f32x4.le(f32x4.mul(da, db), zero), f32x4.le(f32x4.mul(f32x4.splat(here), there), zero)));
  }
  return sees;
}

/** One step: turn and move everybody; the other columns take the new places. */
export function step(own: i32, other: i32): void {
  const x = at(own + X), y = at(own + Y), headX = at(own + HEAD_X), headY = at(own + HEAD_Y), radius = at(own + RADIUS), top = at(own + TOP), rate = at(own + RATE), body = at(own + BODY), goal = at(own + GOAL);
  const newX = at(other + X), newY = at(other + Y), start = at(START), walls = at(WALLS), ways = at(WAYS);
  const nearStart = at(NEAR_START), near = at(NEAR), betweenStart = at(BETWEEN_START);
  const push = num(PUSH), wallPush = num(WALL_PUSH), perWallReach = num(PER_WALL_REACH) * <f32>1.44269504, fx0 = num(FIELD_X0), fy0 = num(FIELD_Y0), perField = num(PER_FIELD), dt = num(STEP);
  const zero = f32x4.splat(0);
  for (let cy = 1; cy < rows - 1; cy++) for (let cx = 1; cx < columns - 1; cx++) {
    const c = cy * columns + cx;
    const first = n(start, c), last = n(start, c + 1);
    if (first == last) continue;
    const w0 = n(nearStart, c), w1 = n(nearStart, c + 1), l0 = n(betweenStart, c), l1 = n(betweenStart, c + 1);
    for (let i = first; i < last; i++) {
      const o = (<usize>i) << 2;
      const xi = load<f32>(x + o), yi = load<f32>(y + o), ri = load<f32>(radius + o), strength = load<f32>(body + o) * push;
      const x4 = f32x4.splat(xi), y4 = f32x4.splat(yi), r4 = f32x4.splat(ri);
      let sumX = zero, sumY = zero, end: usize = SEEN;
      for (let row = -1; row <= 1; row++) {
        const j0 = n(start, c + row * columns - 1), j1 = n(start, c + row * columns + 2);
        for (let j = j0; j < j1; j += 4) {
          const p = (<usize>j) << 2;
          const dx = f32x4.sub(v128.load(x + p), x4), dy = f32x4.sub(v128.load(y + p), y4);
          const d2 = f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dy, dy));
          let sees = v128.and(f32x4.lt(d2, v128.load(1152)), f32x4.gt(d2, zero));
          if (!v128.any_true(sees)) continue;
          sees = unhidden(sees, l0, l1, xi, yi, dx, dy, zero);
          const seen2 = v128.bitselect(d2, v128.load(1184), sees);
          v128.store(end, dx); v128.store(end, dy, 16); v128.store(end, seen2, 32); v128.store(end, f32x4.add(r4, v128.load(radius + p)), 48);
          end += 64;
          const isNear = f32x4.lt(seen2, v128.load(1152));
          if (!v128.any_true(isNear)) continue;
          const d = f32x4.sqrt(seen2);
          const force = v128.and(isNear, f32x4.div(f32x4.mul(exp2v(f32x4.mul(d, v128.load(1200))), v128.load(body + p)), d));
          sumX = f32x4.add(sumX, f32x4.mul(dx, force));
          sumY = f32x4.add(sumY, f32x4.mul(dy, force));
        }
      }
      let sx: f32 = -sum(sumX) * strength, sy: f32 = -sum(sumY) * strength;
      for (let q = w0; q < w1; q++) {
        const k = walls + ((<usize>n(near, q)) << 2);
        const bx = load<f32>(k), by = load<f32>(k, 4), ux = load<f32>(k, 8) - bx, uy = load<f32>(k, 12) - by;
        let t = ((xi - bx) * ux + (yi - by) * uy) / (ux * ux + uy * uy);
        t = t < 0 ? 0 : t > 1 ? 1 : t;
        const dx = bx + t * ux - xi, dy = by + t * uy - yi, d2 = dx * dx + dy * dy;
        if (d2 >= 0.36) continue;
        const d = Mathf.sqrt(d2), force = wallPush * f32x4.extract_lane(exp2v(f32x4.splat((ri - d) * perWallReach)), 0) / d;
        sx -= dx * force;
        sy -= dy * force;
      }
      const way = ways + (<usize>load<i32>(goal + o)) * fieldBytes + ((<usize>(i32((yi - fy0) * perField) * fieldColumns + i32((xi - fx0) * perField))) << 3);
      let hx = load<f32>(way) + sx, hy = load<f32>(way, 4) + sy;
      const length = Mathf.sqrt(hx * hx + hy * hy);
      if (length > 1e-12) { hx /= length; hy /= length; } else { hx = f(headX, i); hy = f(headY, i); }
      const hx4 = f32x4.splat(hx), hy4 = f32x4.splat(hy);
      let room4 = v128.load(1168);
      for (let p: usize = SEEN; p < end; p += 64) {
        const dx = v128.load(p), dy = v128.load(p, 16), d2 = v128.load(p, 32), touch = v128.load(p, 48);
        const off = f32x4.abs(f32x4.sub(f32x4.mul(hx4, dy), f32x4.mul(hy4, dx))), on = f32x4.add(f32x4.mul(hx4, dx), f32x4.mul(hy4, dy));
        const isAhead = v128.and(f32x4.le(off, touch), f32x4.ge(on, zero));
        room4 = f32x4.pmin(room4, v128.bitselect(f32x4.sub(f32x4.sqrt(d2), touch), v128.load(1168), isAhead));
      }
      let v = least(room4) * load<f32>(rate + o);
      const most = load<f32>(top + o);
      v = v < 0 ? 0 : v > most ? most : v;
      store<f32>(newX + o, xi + hx * v * dt); store<f32>(newY + o, yi + hy * v * dt);
      store<f32>(headX + o, hx); store<f32>(headY + o, hy);
    }
  }
}
