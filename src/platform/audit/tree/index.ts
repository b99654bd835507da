export { canonicalJson, type Json } from './canonical-json.ts';
export { type Checkpoint, signCheckpoint, verifierKeyOf, verifyCheckpoint } from './checkpoint.ts';
export {
  cosign,
  cosignedAt,
  parseWitnessVerifierKey,
  type WitnessKey,
  type WitnessVerifier,
  witnessVerifierKeyOf,
} from './cosignature.ts';
export { appendLeaf, emptyTree, type Frontier, parseFrontier, rootOf, serialiseFrontier } from './frontier.ts';
export { emptyRoot, leafHash, nodeHash } from './hashes.ts';
export { checkpointLine, leafLine, provenLine } from './log-lines.ts';
export {
  type Consistency,
  consistencyProof,
  consistencyProofFrom,
  type Inclusion,
  inclusionProof,
  inclusionProofs,
  rootOfLeaves,
  verifyConsistency,
  verifyInclusion,
} from './proofs.ts';
export { sentenceOf, type Verdict, verifyLog } from './verify-log.ts';
