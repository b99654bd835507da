/** What of a table may be shown; null is held back. `columns` are those that are left, by their place in the whole table. */
export type SafeTable = { columns: number[]; cells: (number | null)[][]; together: (number | null)[] };

/** A number of the table as a stream between two nodes: every node takes in what it gives out, which is what totals say. */
type Stream = { from: number; to: number; value: number; isHidden: boolean };
type Step = { stream: Stream; sign: 1 | -1 };

/** Whoever reads knows that what is held back is at least one: noughts are shown. */
const least = 1;

/**
 * Holds back every count between 1 and `threshold` - 1, of cells and of each row together, and so many others that none of these can
 * be worked out: with all that is shown and the total of each column, it can still be any of at least `threshold` numbers. A
 * column whose total is too small for that is left out whole, of the rows' sums too.
 */
export function hideSmall(counts: readonly (readonly number[])[], threshold: number): SafeTable {
  let columns = (counts[0] ?? []).map((_, column) => column);
  for (;;) {
    const table = streamsOf(counts, columns);
    const fails = columns.length === 0 ? undefined : protect(table.all, threshold);
    if (!fails) {
      showWhatIsGivenAway(table.all, threshold);
      return { columns, ...shown(table) };
    }
    const leaves = table.columnOf(fails) ?? smallest(counts, columns);
    columns = columns.filter((column) => column !== leaves);
  }
}

type Streams = {
  all: Stream[];
  cells: Stream[][];
  together: Stream[];
  columnOf(stream: Stream): number | undefined;
};

/** Rows are the first nodes, columns the next; the last gives each row what it has together. What leaves a column is known, and no stream. */
function streamsOf(counts: readonly (readonly number[])[], columns: readonly number[]): Streams {
  const source = counts.length + columns.length;
  const stream = (from: number, to: number, value: number): Stream => ({ from, to, value, isHidden: false });
  const cells = counts.map((row, at) =>
    columns.map((column, index) => stream(at, counts.length + index, row[column]!)),
  );
  const together = cells.map((row, at) =>
    stream(
      source,
      at,
      row.reduce((sum, { value }) => sum + value, 0),
    ),
  );
  return {
    all: [...cells.flat(), ...together],
    cells,
    together,
    columnOf: ({ to }) => columns[to - counts.length],
  };
}

/** Hides what is small and what protects it; gives the first stream that cannot be protected, if there is one. */
function protect(all: Stream[], threshold: number): Stream | undefined {
  const small = all.filter(({ value }) => value > 0 && value < threshold);
  for (const each of small) each.isHidden = true;
  return small.find((each) => !isProtected(all, each, threshold - 1));
}

/** Looks for ways in which this number could be greater by `room` with all totals as they are, and hides the streams on the cheapest. */
function isProtected(all: readonly Stream[], small: Stream, room: number): boolean {
  const others = all.filter((stream) => stream !== small);
  const change = new Map<Stream, number>();
  for (let found = 0; found < room; ) {
    const way = cheapestWay(others, small.to, small.from, change);
    if (!way) return false;
    const amount = Math.min(room - found, ...way.map((step) => roomIn(step, change)));
    for (const { stream, sign } of way) {
      stream.isHidden = true;
      change.set(stream, (change.get(stream) ?? 0) + sign * amount);
    }
    found += amount;
  }
  return true;
}

const roomIn = ({ stream, sign }: Step, change: ReadonlyMap<Stream, number>): number =>
  sign === 1 ? Number.POSITIVE_INFINITY : stream.value + (change.get(stream) ?? 0) - least;

/** The way along these streams, or against them, that hides the least which is not hidden yet; a nought stays as it is. */
function cheapestWay(
  streams: readonly Stream[],
  start: number,
  goal: number,
  change: ReadonlyMap<Stream, number>,
): Step[] | undefined {
  const steps = streams
    .filter(({ value }) => value > 0)
    .flatMap((stream): Step[] => [
      { stream, sign: 1 },
      { stream, sign: -1 },
    ])
    .filter((step) => roomIn(step, change) > 0);
  const reached = new Map<number, { cost: number; way: Step[] }>([[start, { cost: 0, way: [] }]]);
  for (let isNew = true; isNew; ) {
    isNew = false;
    for (const step of steps) {
      const { from, to, value, isHidden } = step.stream;
      const [here, there] = step.sign === 1 ? [from, to] : [to, from];
      const before = reached.get(here);
      if (!before) continue;
      const cost = before.cost + (isHidden ? 0 : value);
      if (cost >= (reached.get(there)?.cost ?? Number.POSITIVE_INFINITY)) continue;
      reached.set(there, { cost, way: [...before.way, step] });
      isNew = true;
    }
  }
  return reached.get(goal)?.way;
}

/** A large number that the rest gives away anyway is shown: it protects nothing. */
function showWhatIsGivenAway(all: readonly Stream[], threshold: number): void {
  for (const each of all.filter(({ isHidden, value }) => isHidden && value >= threshold)) {
    const others = all.filter((other) => other.isHidden && other !== each);
    const ways = [
      cheapestWay(others, each.to, each.from, new Map()),
      cheapestWay(others, each.from, each.to, new Map()),
    ];
    each.isHidden = ways.some((way) => way !== undefined);
  }
}

const shown = ({ cells, together }: Streams): Omit<SafeTable, 'columns'> => {
  const said = ({ value, isHidden }: Stream) => (isHidden ? null : value);
  return { cells: cells.map((row) => row.map(said)), together: together.map(said) };
};

/** The column with the smallest total. */
function smallest(counts: readonly (readonly number[])[], columns: readonly number[]): number {
  const total = (column: number) => counts.reduce((sum, row) => sum + row[column]!, 0);
  return columns.toSorted((one, other) => total(one) - total(other))[0]!;
}
