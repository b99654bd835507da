/**
 * Nodes waiting to be visited, nearest first. They lie in buckets no wider than the shortest step, so that no two in one
 * bucket are on each other's way; after the last bucket comes the first again. Each node waits in one bucket at most and
 * never comes back once taken.
 */
export class NearestFirst {
  readonly #shift: number;
  readonly #mask: number;
  readonly #heads: Int32Array;
  readonly #after: Int32Array;
  readonly #before: Int32Array;
  readonly #done: Uint8Array;
  #bucket = 0;
  #waiting = 0;

  /** For so many nodes and steps of these lengths, whole numbers above 0. */
  constructor(nodes: number, lengths: readonly number[]) {
    const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)];
    this.#shift = 31 - Math.clz32(Math.max(shortest, 100));
    const buckets = 2 ** (32 - Math.clz32((longest >> this.#shift) + 1));
    this.#mask = buckets - 1;
    this.#heads = new Int32Array(buckets).fill(-1);
    this.#after = new Int32Array(nodes);
    this.#before = new Int32Array(nodes);
    this.#done = new Uint8Array(nodes);
  }

  isDone(node: number): boolean {
    return this.#done[node] === 1;
  }

  /** Puts a node that waited at a greater length, or nowhere (-1), where it belongs now. */
  put(node: number, from: number, to: number): void {
    if (from >= 0) this.#unlink(node, (from >> this.#shift) & this.#mask);
    const bucket = (to >> this.#shift) & this.#mask;
    const head = this.#heads[bucket]!;
    this.#heads[bucket] = node;
    this.#after[node] = head;
    this.#before[node] = -1;
    if (head >= 0) this.#before[head] = node;
    this.#waiting++;
  }

  /** A node of the nearest bucket that has one, or -1. */
  take(): number {
    if (this.#waiting === 0) return -1;
    while (this.#heads[this.#bucket & this.#mask]! < 0) this.#bucket++;
    const node = this.#heads[this.#bucket & this.#mask]!;
    this.#unlink(node, this.#bucket & this.#mask);
    this.#done[node] = 1;
    return node;
  }

  #unlink(node: number, bucket: number): void {
    const before = this.#before[node]!;
    const after = this.#after[node]!;
    if (before >= 0) this.#after[before] = after;
    else this.#heads[bucket] = after;
    if (after >= 0) this.#before[after] = before;
    this.#waiting--;
  }
}
