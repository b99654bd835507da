export { type Restore, removeCertified, replaceByArchive, restoreArchive } from './restore-archive.ts';
export { type OpenWith, type SealTo, seal, unseal } from './seal.ts';
export { type Contents, inOneSnapshot, writeArchive } from './write-archive.ts';
