export { type Cursor, findWords, type NarrativeSource, type SearchLine } from './find-words.ts';
export type { SealedPart } from './scanned.ts';
export { searchGate } from './scanner.ts';
