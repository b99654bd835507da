import { CELL_OF, CELL_X0, CELL_Y0, COLUMNS, CURSOR, ID, PER_CELL, PLACE_OF, START, X, Y, at, columns, f, n, num, rows } from './memory.as';

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
