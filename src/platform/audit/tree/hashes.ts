import { createHash } from 'node:crypto';

/** The root of a log without entries: SHA-256 of nothing (RFC 9162 section 2.1.1). */
export const emptyRoot: Buffer = createHash('sha256').digest();

/** Hashes one entry to its leaf: SHA-256(0x00 ‖ entry). */
export function leafHash(entry: Uint8Array): Buffer {
  return createHash('sha256').update(leafMark).update(entry).digest();
}

/** Hashes two neighbours to the node above them: SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(nodeMark).update(left).update(right).digest();
}

const leafMark = Buffer.from([0x00]);
const nodeMark = Buffer.from([0x01]);
