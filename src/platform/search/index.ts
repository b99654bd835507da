export { type Cursor, findWords, type SearchLine } from './find-words.ts';
export type { NarrativeSource } from './narratives.ts';
export type { SealedPart } from './scanned.ts';
export { searchGate } from './scanner.ts';
