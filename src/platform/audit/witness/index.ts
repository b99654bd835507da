export { type Cosigned, cosignHead } from './cosign-head.ts';
export { httpPost } from './http-post.ts';
export type { Post } from './show-heads.ts';
export {
  acceptLog,
  addWitness,
  removeWitness,
  type Witness,
  type WitnessedLog,
  witnessedLogs,
  witnessesOf,
} from './standing.ts';
export { ownWitnessKey, witnessKeyOf } from './witness-key.ts';
