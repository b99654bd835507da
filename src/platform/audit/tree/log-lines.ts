/** One line of an exported log for one entry; `entry` is exactly the text that the leaf commits to. */
export function leafLine(leafNumber: number, leaf: Buffer, entry: string): string {
  return `${JSON.stringify({ leaf: leafNumber, hash: leaf.toString('base64'), entry })}\n`;
}

/** One line of an extract: an entry with the hashes that lead from its leaf to the root that the extract's checkpoint signs. */
export function provenLine(leafNumber: number, leaf: Buffer, entry: string, proof: readonly Buffer[]): string {
  const hashes = proof.map((hash) => hash.toString('base64'));
  return `${JSON.stringify({ leaf: leafNumber, hash: leaf.toString('base64'), entry, proof: hashes })}\n`;
}

/** One line of an exported log for a signed checkpoint; they may stand anywhere in the file. */
export function checkpointLine(note: string): string {
  return `${JSON.stringify({ checkpoint: note })}\n`;
}
