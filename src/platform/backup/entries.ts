import { OperatorFault } from '../operator-fault.ts';

/** Whose archive it is, where it holds one community only, and which key store it was written with. */
export type MovedCommunity = {
  id: string;
  slug: string;
  name: string;
  keyStore: string;
  /** The keys of the receipts that its reporters hold. */
  receipts: { pepper: string; locator: string }[];
};

/** What stands at the head of each entry of an archive. */
export type Heading =
  | { kind: 'archive'; format: string; madeAt: string; migrations: string[]; community?: MovedCommunity }
  | { kind: 'table'; name: string; columns: string[] }
  | { kind: 'file'; folder: string; path: string }
  | { kind: 'end'; rows: Record<string, number>; sums?: Record<string, string> };

/** An entry as it is read: what is not taken of its content is passed over when the next one is asked for. */
export type Entry = { heading: Heading; content: AsyncIterable<Buffer> };

export const FORMAT = 'forestall-archive-1';

const END_OF_CONTENT = Buffer.alloc(4);
const NOTHING: AsyncIterable<Buffer> = (async function* () {})();

/** Writes an entry as frames, each after its length; a frame of no length ends it. */
export async function* writeEntry(heading: Heading, content: AsyncIterable<Buffer> = NOTHING): AsyncGenerator<Buffer> {
  yield* frame(Buffer.from(JSON.stringify(heading)));
  for await (const chunk of content) if (chunk.length > 0) yield* frame(chunk);
  yield END_OF_CONTENT;
}

/** Reads the entries in their order, up to and with the `end`. An archive that stops before it is refused. */
export async function* readEntries(stream: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const frames = readFrames(stream);
  for (;;) {
    const first = await frames.next();
    if (first.done || first.value.length === 0) throw cutShort();
    const heading: Heading = JSON.parse(first.value.toString('utf8'));
    const content = contentFrom(frames);
    yield { heading, content };
    for await (const _ of content);
    if (heading.kind === 'end') return;
  }
}

async function* contentFrom(frames: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  for (;;) {
    const next = await frames.next();
    if (next.done) throw cutShort();
    if (next.value.length === 0) return;
    yield next.value;
  }
}

function* frame(bytes: Buffer): Generator<Buffer> {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  yield length;
  yield bytes;
}

async function* readFrames(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0);
  for await (const chunk of stream) {
    held = Buffer.concat([held, chunk]);
    while (held.length >= 4 && held.length >= 4 + held.readUInt32BE()) {
      const end = 4 + held.readUInt32BE();
      yield held.subarray(4, end);
      held = held.subarray(end);
    }
  }
  if (held.length > 0) throw cutShort();
}

function cutShort(): OperatorFault {
  return new OperatorFault('The archive stops before its end: it was not copied whole.');
}
