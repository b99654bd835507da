import type { SetUp } from './set-up.ts';
import { model } from './set-up.ts';

/** A laboratory kernel at work. */
export interface Laboratory {
  /** People inside now. */
  readonly count: number;
  step(): void;
}

const columnNames = ['x', 'y', 'headX', 'headY', 'radius', 'top', 'rate', 'body'] as const;
type Columns = { [name in (typeof columnNames)[number]]: Float64Array } & { goal: Int32Array; id: Int32Array };

function columns(size: number): Columns {
  const own = Object.fromEntries(columnNames.map((name) => [name, new Float64Array(size)]));
  return { ...own, goal: new Int32Array(size), id: new Int32Array(size) } as Columns;
}

const entries = 4096;

/** The plain laboratory kernel, in double precision: half pairs, strength of the push from a table by squared distance. */
export function plainLaboratory({ people, walls, grid, near, between, goals, field, ways }: SetUp): Laboratory {
  const size = people.length;
  const perTable = entries / (model.sight * model.sight);
  const cells = grid.columns * grid.rows;
  const most = Math.max(4096, 64 * size);
  // The loops take these out of one object first, so that nothing is looked up again in them.
  const work = {
    start: new Int32Array(cells + 1 + 2 * grid.columns),
    tally: new Int32Array(cells),
    cellOf: new Int32Array(size),
    other: new Int32Array(most),
    apartX: new Float64Array(most),
    apartY: new Float64Array(most),
    from: new Int32Array(size + 1),
    pushX: new Float64Array(size),
    pushY: new Float64Array(size),
    room: new Float64Array(size),
    table: Float64Array.from({ length: entries + 2 }, (_, i) => {
      const d = Math.sqrt(Math.max(i / perTable, 1e-4));
      return (model.push * Math.exp(-d / model.reach)) / d;
    }),
  };
  let [now, spare, count] = [columns(size), columns(size), size];
  people.forEach(([x, y, goal], i) => {
    [now.x[i], now.y[i], now.goal[i], now.id[i]] = [x, y, goal, i];
  });
  now.radius.fill(model.radius);
  now.top.fill(model.speed);
  now.rate.fill(1 / model.timeGap);
  now.body.fill(Math.exp(model.radius / model.reach));

  function sort(): void {
    const { x, y, goal } = now;
    const { tally, start, cellOf } = work;
    tally.fill(0);
    for (let i = 0; i < count; i++) {
      const g = 4 * goal[i]!;
      const isThere = x[i]! >= goals[g]! && y[i]! >= goals[g + 1]! && x[i]! <= goals[g + 2]! && y[i]! <= goals[g + 3]!;
      cellOf[i] = isThere ? -1 : cellAt(x[i]!, y[i]!);
      if (!isThere) tally[cellOf[i]!]!++;
    }
    let total = 0;
    for (let c = 0; c < cells; c++) {
      start[c] = total;
      total += tally[c]!;
      tally[c] = start[c]!;
    }
    start.fill(total, cells);
    copy();
    count = total;
  }

  const perSight = 1 / model.sight;
  const cellAt = (x: number, y: number): number =>
    (((y - grid.y0) * perSight) | 0) * grid.columns + (((x - grid.x0) * perSight) | 0);

  function copy(): void {
    const { x, y, headX, headY, radius, top, rate, body, goal, id } = now;
    const { tally, cellOf } = work;
    const to = spare;
    for (let i = 0; i < count; i++) {
      if (cellOf[i]! < 0) continue;
      const k = tally[cellOf[i]!]!++;
      to.x[k] = x[i]!;
      to.y[k] = y[i]!;
      to.headX[k] = headX[i]!;
      to.headY[k] = headY[i]!;
      to.radius[k] = radius[i]!;
      to.top[k] = top[i]!;
      to.rate[k] = rate[i]!;
      to.body[k] = body[i]!;
      to.goal[k] = goal[i]!;
      to.id[k] = id[i]!;
    }
    [now, spare] = [spare, now];
  }

  function findPairs(): void {
    const { x, y, body } = now;
    const { start, table, other, apartX, apartY, from, pushX, pushY } = work;
    const { columns: across } = grid;
    const hiding = between.start;
    const sight2 = model.sight * model.sight;
    pushX.fill(0, 0, count);
    pushY.fill(0, 0, count);
    let found = 0;
    for (let c = 0; c < cells; c++) {
      const last = start[c + 1]!;
      const hides = hiding[c + 1]! > hiding[c]!;
      for (let i = start[c]!; i < last; i++) {
        from[i] = found;
        const xi = x[i]!;
        const yi = y[i]!;
        const own = body[i]!;
        let sumX = 0;
        let sumY = 0;
        for (let row = 0; row < 2; row++) {
          const above = c + row * across;
          const end = start[above + 2]!;
          for (let j = row === 0 ? i + 1 : start[above - 1]!; j < end; j++) {
            const dx = x[j]! - xi;
            const dy = y[j]! - yi;
            const d2 = dx * dx + dy * dy;
            if (d2 >= sight2) continue;
            if (hides && isHidden(walls, between.list, hiding[c]!, hiding[c + 1]!, xi, yi, dx, dy)) continue;
            const u = d2 * perTable;
            const k = u | 0;
            const low = table[k]!;
            const force = (low + (table[k + 1]! - low) * (u - k)) * own * body[j]!;
            sumX -= dx * force;
            sumY -= dy * force;
            pushX[j]! += dx * force;
            pushY[j]! += dy * force;
            other[found] = j;
            apartX[found] = dx;
            apartY[found] = dy;
            found++;
          }
        }
        pushX[i]! += sumX;
        pushY[i]! += sumY;
      }
    }
    from[count] = found;
  }

  function turn(): void {
    const { x, y, headX, headY, goal, radius } = now;
    const { pushX, pushY, room } = work;
    const { start: first, list } = near;
    const { x0, y0, columns: across } = field;
    const perCell = 1 / field.h;
    const perReach = 1 / model.wallReach;
    for (let i = 0; i < count; i++) {
      const xi = x[i]!;
      const yi = y[i]!;
      let wx = pushX[i]!;
      let wy = pushY[i]!;
      const c = cellAt(xi, yi);
      for (let q = first[c]!, end = first[c + 1]!; q < end; q++) {
        const k = list[q]!;
        const ax = walls[k]!;
        const ay = walls[k + 1]!;
        const ux = walls[k + 2]! - ax;
        const uy = walls[k + 3]! - ay;
        const along = ((xi - ax) * ux + (yi - ay) * uy) / (ux * ux + uy * uy);
        const t = along < 0 ? 0 : along > 1 ? 1 : along;
        const dx = ax + t * ux - xi;
        const dy = ay + t * uy - yi;
        const d2 = dx * dx + dy * dy;
        if (d2 >= 0.36) continue;
        const d = Math.sqrt(d2);
        const force = (model.wallPush * Math.exp((radius[i]! - d) * perReach)) / d;
        wx -= dx * force;
        wy -= dy * force;
      }
      const way = ways[goal[i]!]!;
      const k = 2 * ((((yi - y0) * perCell) | 0) * across + (((xi - x0) * perCell) | 0));
      wx += way[k]!;
      wy += way[k + 1]!;
      const length = Math.sqrt(wx * wx + wy * wy);
      room[i] = 1e9;
      if (length < 1e-12) continue;
      headX[i] = wx / length;
      headY[i] = wy / length;
    }
  }

  function measureRoom(): void {
    const { headX, headY, radius } = now;
    const { from, other, apartX, apartY, room } = work;
    for (let i = 0; i < count; i++) {
      const hx = headX[i]!;
      const hy = headY[i]!;
      const own = radius[i]!;
      let least = room[i]!;
      for (let p = from[i]!; p < from[i + 1]!; p++) {
        const j = other[p]!;
        const dx = apartX[p]!;
        const dy = apartY[p]!;
        const touch = own + radius[j]!;
        const off = hx * dy - hy * dx;
        if (off <= touch && off >= -touch && hx * dx + hy * dy >= 0) {
          const gap = Math.sqrt(dx * dx + dy * dy) - touch;
          if (gap < least) least = gap;
        }
        const offOther = headX[j]! * dy - headY[j]! * dx;
        if (offOther <= touch && offOther >= -touch && headX[j]! * dx + headY[j]! * dy <= 0) {
          const gap = Math.sqrt(dx * dx + dy * dy) - touch;
          if (gap < room[j]!) room[j] = gap;
        }
      }
      room[i] = least;
    }
  }

  function move(): void {
    const { x, y, headX, headY, top, rate } = now;
    const { room } = work;
    for (let i = 0; i < count; i++) {
      const allowed = room[i]! * rate[i]!;
      const far = model.step * (allowed < 0 ? 0 : allowed > top[i]! ? top[i]! : allowed);
      x[i]! += headX[i]! * far;
      y[i]! += headY[i]! * far;
    }
  }

  return {
    get count() {
      return count;
    },
    step() {
      sort();
      findPairs();
      turn();
      measureRoom();
      move();
    },
  };
}

function isHidden(
  walls: Float64Array,
  list: Int32Array,
  first: number,
  end: number,
  x: number,
  y: number,
  dx: number,
  dy: number,
): boolean {
  for (let q = first; q < end; q++) {
    const k = list[q]!;
    const ax = walls[k]! - x;
    const ay = walls[k + 1]! - y;
    const bx = walls[k + 2]! - x;
    const by = walls[k + 3]! - y;
    if ((dx * ay - dy * ax) * (dx * by - dy * bx) > 0) continue;
    const wx = bx - ax;
    const wy = by - ay;
    if ((wy * ax - wx * ay) * (wy * (ax - dx) - wx * (ay - dy)) <= 0) return true;
  }
  return false;
}
