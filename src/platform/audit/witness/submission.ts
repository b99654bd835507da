/** What a log sends to a witness (C2SP tlog-witness, add-checkpoint). */
export type Submission = { oldSize: number; proof: readonly Buffer[]; note: string };

const hashesAtMost = 63;

/** Writes `old N`, one hash of the proof a line, an empty line and the signed checkpoint. */
export function writeSubmission({ oldSize, proof, note }: Submission): string {
  return [`old ${oldSize}`, ...proof.map((hash) => hash.toString('base64')), '', note].join('\n');
}

/** Reads what `writeSubmission` writes; null for anything else. */
export function readSubmission(text: string): Submission | null {
  const end = text.indexOf('\n\n');
  const [first = '', ...lines] = text.slice(0, Math.max(end, 0)).split('\n');
  const [, size] = /^old (0|[1-9]\d{0,15})$/.exec(first) ?? [];
  const proof = lines.map((line) => Buffer.from(line, 'base64'));
  const isProof = proof.every((hash, at) => hash.length === 32 && hash.toString('base64') === lines[at]);
  if (size === undefined || !isProof || proof.length > hashesAtMost) return null;
  return { oldSize: Number(size), proof, note: text.slice(end + 2) };
}
