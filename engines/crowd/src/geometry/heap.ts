/** A binary heap of cells by value; equal values leave in the order of their positions in the heap, always the same. */
export class CellHeap {
  private cells = new Int32Array(1024);
  private values = new Float64Array(1024);
  size = 0;

  push(cell: number, value: number): void {
    if (this.size === this.cells.length) this.grow();
    const { cells, values } = this;
    let i = this.size++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (values[parent]! <= value) break;
      cells[i] = cells[parent]!;
      values[i] = values[parent]!;
      i = parent;
    }
    cells[i] = cell;
    values[i] = value;
  }

  /** Takes out the cell with the least value; call only while `size` > 0. */
  pop(): number {
    const { cells, values } = this;
    const least = cells[0]!;
    const last = --this.size;
    const [cell, value] = [cells[last]!, values[last]!];
    let i = 0;
    for (let child = 1; child < last; child = 2 * i + 1) {
      if (child + 1 < last && values[child + 1]! < values[child]!) child++;
      if (values[child]! >= value) break;
      cells[i] = cells[child]!;
      values[i] = values[child]!;
      i = child;
    }
    cells[i] = cell;
    values[i] = value;
    return least;
  }

  private grow(): void {
    const cells = new Int32Array(2 * this.cells.length);
    const values = new Float64Array(2 * this.values.length);
    cells.set(this.cells);
    values.set(this.values);
    this.cells = cells;
    this.values = values;
  }
}
