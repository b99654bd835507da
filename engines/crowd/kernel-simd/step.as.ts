import { AIM_X, AIM_Y, APART_X, APART_Y, BETWEEN, BETWEEN_START, BLOCK, CONSTANTS, FIELDS, GOAL, HEAD_X, HEAD_Y, IN_ZONE, NEAR, NEAR_START, ORDERS, PER_RASTER, PUSH_K, RADIUS, RASTER_X0, RASTER_Y0, RATE, ROOM, SHUT, SIDE, SPEED, STANDING, START, STEP, TOP, TOUCH, TURN, WALL_PUSH, WALL_RADIUS, X, Y, ZONES_NEAR, at, columns, fieldSize, n, num, rasterColumns, rows } from './memory.as';
import { exp2v, least, sums } from './vectors.as';
import { crosses, isFree, isShutAt, seenOnly, zoneAt } from './walls.as';

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
          // Before what is shut a person goes on sideways, across or up the plane, or stops.
          if (hasZone && isShutAt(shut, px, py, xi, yi)) {
            if (isFree(shut, w0, w1, px, yi, xi, yi)) py = yi;
            else if (isFree(shut, w0, w1, xi, py, xi, yi)) px = xi;
            else { px = xi; py = yi; v = 0; }
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
