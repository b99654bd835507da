export { type Restore, removeCertified, replaceByArchive, restoreArchive } from './restore-archive.ts';
export type { OpenWith, SealTo } from './seal.ts';
export { type Contents, inOneSnapshot, writeArchive } from './write-archive.ts';
