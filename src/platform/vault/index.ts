export { receiptKeysAsText, receiptKeysOf } from './adopted-keys.ts';
export { isBrowserKey, sealToBrowser } from './browser-box.ts';
export { deriveKey, newRecordKey } from './cipher.ts';
export { KeyStoreUnavailable, SealBroken } from './errors.ts';
export { openField, openJson, type Place, sealField, sealJson } from './field.ts';
export { type Gate, type GateLimits, receiptGate } from './gate.ts';
export { moveOver } from './key-file.ts';
export { type KeyPair, newKeyPair, openSealed, sealTo } from './key-pair.ts';
export { type KeyStore, openKeyStore, type ReceiptKeys } from './key-store.ts';
export {
  lockPrivateKeyWith,
  lockPrivateKeyWithPassword,
  spendPasswordTime,
  unlockPrivateKeyWith,
  unlockPrivateKeyWithPassword,
} from './private-key-locks.ts';
export { formatReceipt, newReceipt, type ParsedReceipt, parseReceipt } from './receipt.ts';
export {
  dummyReceiptHash,
  newReceiptSalt,
  openReceipt,
  openWithReceipt,
  type ReceiptPlace,
  receiptKey,
  receiptLocatorHash,
  receiptVerifier,
  type StoredReceipt,
  sealWithReceipt,
} from './receipt-key.ts';
export {
  lockPrivateKeyWithCode,
  newRecoveryCodes,
  recoveryCodeHash,
  unlockPrivateKeyWithCode,
} from './recovery-codes.ts';
export {
  kitMark,
  newRecoveryKit,
  type ReadKit,
  type RecoveryKit,
  readMark,
  readRecoveryKit,
  recoverKeyPair,
} from './recovery-kit.ts';
export { idempotencyHash, openReplay, replayBodyHash, sealReplay } from './replay.ts';
export { joinHalves, newHalves } from './two-halves.ts';
export {
  type CopyContext,
  keysForNow,
  rewrapOuter,
  unwrapRecordKey,
  type WrappedCopy,
  withOuter,
  withoutOuter,
  wrapForOneself,
  wrapRecordKey,
} from './wrapped-copy.ts';
