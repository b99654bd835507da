/*
 * Checks an exported audit log. This file stands alone: it imports nothing of Forestall and nothing but the cryptography
 * that comes with Node, so that an auditor can read all of it, keep a copy, and trust no other part of the program.
 *
 *   node verify-log.ts 'NAME+HASH+KEY' < log.jsonl
 *   cat log.jsonl checkpoints-we-kept.jsonl | node verify-log.ts 'NAME+HASH+KEY'
 *   node verify-log.ts 'NAME+HASH+KEY' 'WITNESS+HASH+KEY' < log.jsonl
 *   node verify-log.ts 'NAME+HASH+KEY' < extract.jsonl
 *
 * The key must come from the installation's officers on paper, never from the export. Every line is one JSON object:
 *
 *   {"leaf": 0, "hash": "base64", "entry": "text of the entry"}    in order, from 0, no number missing
 *   {"checkpoint": "text of a signed checkpoint"}                  anywhere
 *
 * An extract holds some entries of a log, each with the hashes that lead from its leaf to the root of its one checkpoint:
 *
 *   {"leaf": 7, "hash": "base64", "entry": "text of the entry", "proof": ["base64", …]}
 *
 * It proves that each of these entries stands in the signed log, and not that there are no others.
 *
 * What it proves. Each entry hashes to its leaf: SHA-256(0x00, entry). The leaves hash pairwise to a root:
 * SHA-256(0x01, left, right), as in RFC 9162 section 2.1. Each checkpoint says "so many leaves, this root" and is signed
 * with the log's Ed25519 key (C2SP tlog-checkpoint). So whoever changes, removes, adds or moves an entry after a
 * checkpoint must forge a signature or break SHA-256.
 *
 * What it cannot prove. Whoever holds the signing key can write a whole new log and sign it. Only checkpoints that
 * somebody else has kept show that, so join yours to the input as in the second line above, or name the witnesses that
 * cosign checkpoints (C2SP tlog-cosignature) as in the third: then at least one of them must have signed, and it is said up
 * to which leaf. Entries after the last checkpoint are counted and reported, but nothing vouches for them yet.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';

/**
 * When a log is not whole: the first leaf that is wrong lies between `firstWrongLeaf` and `notAfter` (null when no leaf can be
 * named), and the first `vouched` leaves are what the signed checkpoints say.
 */
export type Verdict =
  | { ok: true; leaves: number; checkpoints: number; signedLeaves: number; witnessed: Seen | null; extract?: true }
  | { ok: false; firstWrongLeaf: number | null; notAfter: number | null; vouched: number; because: string };

/** What a witness has seen: so many leaves, at this second since 1970. */
type Seen = { size: number; seconds: number };
type Checkpoint = { size: number; root: string; line: number; seen: Seen | null };
type Key = { name: string; id: string; publicKey: Buffer };
type Wrong = { from: number; to: number; because: string };
type Proven = { leaf: number; hash: string; entry: string; proof: unknown[]; line: number };

/** Reads a log and says whether it is whole, or which leaf is the first that is wrong. */
export async function verifyLog(
  lines: Iterable<string> | AsyncIterable<string>,
  verifierKey: string,
  witnessKeys: readonly string[] = [],
): Promise<Verdict> {
  const key = readKey(verifierKey);
  const witnesses = witnessKeys.map((each) => readKey(each, 0x04));
  if (witnesses.includes(null))
    return broken('The key of a witness is not of the form NAME+HASH+KEY, or it was mistyped.');
  if (!key) return broken('The key is not of the form NAME+HASH+KEY, or it was mistyped.');
  // Kept as text, which takes half the memory of as many small buffers.
  const leaves: string[] = [];
  const proven: Proven[] = [];
  const checkpoints: Checkpoint[] = [];
  let wrongEntry: Wrong | undefined;
  let lineNumber = 0;

  for await (const line of lines) {
    lineNumber += 1;
    if (line.trim() === '') continue;
    const record = readLine(line);
    if (typeof record.checkpoint === 'string') {
      const checkpoint = readCheckpoint(record.checkpoint, key, witnesses as Key[], lineNumber);
      if (!checkpoint) return broken(`The checkpoint in line ${lineNumber} is not signed by this key.`);
      checkpoints.push(checkpoint);
    } else if (Array.isArray(record.proof)) {
      proven.push({ ...record, line: lineNumber } as Proven);
    } else if (!wrongEntry) {
      const expected = leaves.length;
      const leaf = hash(0x00, Buffer.from(String(record.entry), 'utf8')).toString('base64');
      const because = whyWrong(record, expected, leaf);
      if (because) wrongEntry = { from: expected, to: expected, because: `${because} (line ${lineNumber})` };
      else leaves.push(leaf);
    }
  }

  if (checkpoints.length === 0) return broken('There is no checkpoint: nothing in this log is signed.');
  if (proven.length > 0 && (leaves.length > 0 || wrongEntry || checkpoints.length > 1))
    return broken('An extract holds proven entries and one checkpoint, and nothing else.');
  const { vouched, wrong } =
    proven.length > 0 ? compareExtract(proven, checkpoints[0]!) : compare(leaves, checkpoints, wrongEntry);
  const witnessed = checkpoints.reduce<Seen | null>((last, { seen }) => seen ?? last, null);
  if (!wrong && witnesses.length > 0 && !witnessed)
    return broken('None of these witnesses has signed a checkpoint of this log.');
  if (!wrong && proven.length > 0)
    return { ok: true, leaves: proven.length, checkpoints: 1, signedLeaves: vouched, witnessed, extract: true };
  if (!wrong)
    return { ok: true, leaves: leaves.length, checkpoints: checkpoints.length, signedLeaves: vouched, witnessed };
  return { ok: false, firstWrongLeaf: wrong.from, notAfter: wrong.to, vouched, because: wrong.because };
}

/** Says why a line cannot be the leaf that must come next; undefined when it can. */
function whyWrong(record: Record<string, unknown>, expected: number, leaf: string): string | undefined {
  if (typeof record.leaf !== 'number' || typeof record.entry !== 'string')
    return 'The line is neither a leaf nor a checkpoint';
  if (record.leaf !== expected) return `Leaf ${record.leaf} stands where leaf ${expected} must be`;
  if (record.hash !== leaf) return 'The entry is not the one that its hash was made of';
  return undefined;
}

/** Builds the tree leaf by leaf and compares its root at the size of each checkpoint, up to the first that disagrees. */
function compare(leaves: string[], checkpoints: Checkpoint[], wrongEntry?: Wrong): { vouched: number; wrong?: Wrong } {
  const subtrees: { leaves: number; hash: Buffer }[] = [];
  let done = 0;
  let vouched = 0;
  for (const { size, root, line } of checkpoints.sort((one, other) => one.size - other.size)) {
    if (size > leaves.length) {
      const because = `The checkpoint in line ${line} signs ${size} leaves, but only ${leaves.length} are here`;
      return { vouched, wrong: wrongEntry ?? { from: leaves.length, to: leaves.length, because } };
    }
    for (; done < size; done += 1) append(subtrees, Buffer.from(leaves[done]!, 'base64'));
    if (rootOf(subtrees).toString('base64') !== root) {
      const isFork = size === vouched;
      const because = isFork
        ? `Line ${line} signs another log of ${size} leaves: it was forked`
        : `The log up to here is not what the checkpoint in line ${line} signs`;
      return { vouched: isFork ? 0 : vouched, wrong: { from: isFork ? 0 : vouched, to: size - 1, because } };
    }
    vouched = size;
  }
  return { vouched, wrong: wrongEntry };
}

/** Follows each entry's hashes to the root of the checkpoint, up to the first that do not lead there. */
function compareExtract(proven: readonly Proven[], { size, root }: Checkpoint): { vouched: number; wrong?: Wrong } {
  for (const { leaf, hash: said, entry, proof, line } of proven) {
    const own = hash(0x00, Buffer.from(String(entry), 'utf8'));
    const isOwn = Number.isInteger(leaf) && leaf >= 0 && leaf < size && own.toString('base64') === said;
    const leads = isOwn && leadsTo(leaf, size, own, proof).toString('base64') === root;
    const because = `The proof does not lead from this entry to the checkpoint (line ${line})`;
    if (!leads) return { vouched: 0, wrong: { from: leaf, to: leaf, because } };
  }
  return { vouched: size };
}

/** Joins a leaf with its neighbours, nearest first (RFC 9162 section 2.1.3.2); nothing where the proof has another length. */
function leadsTo(leaf: number, size: number, own: Buffer, proof: readonly unknown[]): Buffer {
  let node = own;
  let [at, last] = [leaf, size - 1];
  for (const each of proof) {
    if (last === 0) return Buffer.alloc(0);
    const neighbour = Buffer.from(String(each), 'base64');
    const isRight = at % 2 === 1;
    node = isRight || at === last ? hash(0x01, neighbour, node) : hash(0x01, node, neighbour);
    // A last node without a neighbour is carried up until it is somebody's right-hand one.
    if (!isRight && at === last)
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? node : Buffer.alloc(0);
}

/** Adds a leaf, then joins equal neighbours, so that only complete subtrees of different sizes remain, largest first. */
function append(subtrees: { leaves: number; hash: Buffer }[], leaf: Buffer): void {
  subtrees.push({ leaves: 1, hash: leaf });
  while (subtrees.length > 1 && subtrees.at(-1)!.leaves === subtrees.at(-2)!.leaves) {
    const right = subtrees.pop()!;
    const left = subtrees.pop()!;
    subtrees.push({ leaves: left.leaves + right.leaves, hash: hash(0x01, left.hash, right.hash) });
  }
}

/** Joins the subtrees from the right; the root of an empty log is the hash of nothing. */
function rootOf(subtrees: { hash: Buffer }[]): Buffer {
  if (subtrees.length === 0) return createHash('sha256').digest();
  return subtrees.map((subtree) => subtree.hash).reduceRight((right, left) => hash(0x01, left, right));
}

function hash(mark: number, ...parts: Buffer[]): Buffer {
  return createHash('sha256')
    .update(Buffer.concat([Buffer.from([mark]), ...parts]))
    .digest();
}

/** Reads a verifier key: the log's name, four bytes of a hash against slips, then 0x01 and the 32 bytes of the key. */
function readKey(text: string, mark = 0x01): Key | null {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  if (!name || !id || bytes.length !== 33 || bytes[0] !== mark) return null;
  return keyId(name, bytes) === id ? { name, id, publicKey: bytes.subarray(1) } : null;
}

function keyId(name: string, markedKey: Buffer): string {
  return createHash('sha256').update(`${name}\n`).update(markedKey).digest('hex').slice(0, 8);
}

/** Reads a checkpoint (name, size, root, an empty line, signatures) if this key signed it. */
function readCheckpoint(note: string, key: Key, witnesses: readonly Key[], line: number): Checkpoint | null {
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const [name, size, root] = text.split('\n');
  if (name !== key.name || !/^(0|[1-9]\d{0,15})$/.test(size ?? '') || !root) return null;
  const signatures = note.slice(end + 2).split('\n');
  if (!signatures.some((each) => isSignedBy(key, text, each))) return null;
  const times = witnesses.flatMap((witness) => signatures.map((each) => seenBy(witness, text, each)));
  const seconds = Math.max(...times.map((time) => time ?? 0), 0);
  return { size: Number(size), root, line, seen: seconds > 0 ? { size: Number(size), seconds } : null };
}

/** A signature line reads `— NAME BASE64`, where the base64 holds the key's four-byte id and the Ed25519 signature. */
function isSignedBy(key: Key, text: string, line: string): boolean {
  const bytes = signatureOf(key, line);
  return bytes !== null && holds(key, text, bytes);
}

/** The second in which a witness signed; its signature follows eight bytes of time, and covers time and checkpoint. */
function seenBy(witness: Key, text: string, line: string): number | null {
  const bytes = signatureOf(witness, line);
  if (bytes?.length !== 72) return null;
  const seconds = Number(bytes.readBigUInt64BE());
  return holds(witness, `cosignature/v1\ntime ${seconds}\n${text}`, bytes.subarray(8)) ? seconds : null;
}

function signatureOf(key: Key, line: string): Buffer | null {
  const [dash, name, encoded] = line.split(' ');
  const bytes = Buffer.from(encoded ?? '', 'base64');
  const isTheirs = dash === '—' && name === key.name && bytes.subarray(0, 4).toString('hex') === key.id;
  return isTheirs ? bytes.subarray(4) : null;
}

function holds(key: Key, text: string, signature: Buffer): boolean {
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: key.publicKey.toString('base64url') },
    format: 'jwk',
  });
  return verify(null, Buffer.from(text, 'utf8'), publicKey, signature);
}

function readLine(line: string): Record<string, unknown> {
  try {
    return JSON.parse(line) ?? {};
  } catch {
    return {};
  }
}

function broken(because: string): Verdict {
  return { ok: false, firstWrongLeaf: null, notAfter: null, vouched: 0, because };
}

/** Cuts the input into lines, whatever pieces it arrives in. */
async function* linesOf(input: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of input) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

/** Puts a verdict into one sentence for the person who asked. */
export function sentenceOf(verdict: Verdict): string {
  if (verdict.ok && verdict.extract)
    return `The extract is true: its ${verdict.leaves} entries stand in the log of ${verdict.signedLeaves} leaves that this key signed.`;
  if (verdict.ok) {
    const unsigned = verdict.leaves - verdict.signedLeaves;
    const { leaves, checkpoints, witnessed } = verdict;
    const seen = witnessed
      ? ` A witness saw ${witnessed.size} of them at ${new Date(witnessed.seconds * 1_000).toISOString()}.`
      : '';
    return `The log is whole: ${leaves} leaves, ${checkpoints} checkpoints; ${unsigned} leaves are not yet signed.${seen}`;
  }
  if (verdict.firstWrongLeaf === null) return verdict.because;
  const { firstWrongLeaf: from, notAfter: to, vouched, because } = verdict;
  const place = from === to ? `The first wrong leaf is ${from}` : `The first wrong leaf is one of ${from} to ${to}`;
  const before = vouched < from ? ` Leaves ${vouched} to ${from - 1} look right, but no checkpoint confirms them.` : '';
  return `${place}. ${because}.${before}`;
}

// The name is asked, not `import.meta.main`, so that nothing runs when this file is bundled into another program.
if (process.argv[1]?.endsWith('verify-log.ts')) {
  const [, , key = '', ...witnesses] = process.argv;
  const verdict = await verifyLog(linesOf(process.stdin.setEncoding('utf8')), key, witnesses);
  process.stdout.write(`${sentenceOf(verdict)}\n`);
  process.exitCode = verdict.ok ? 0 : 1;
}
