import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { KeyStore } from '../../vault/index.ts';
import { type WitnessKey, witnessVerifierKeyOf } from '../tree/index.ts';

/** The key with which this installation cosigns the heads of others; another one than it signs its own logs with. */
export function witnessKeyOf(keyStore: KeyStore): WitnessKey {
  const seed = keyStore.installationSecret('witness signing');
  const pkcs8Ed25519 = Buffer.from('302e020100300506032b657004220420', 'hex');
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Ed25519, seed]), format: 'der', type: 'pkcs8' });
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  return { name: `forestall/witness/${keyStore.identity}`, privateKey, publicKey: Buffer.from(x!, 'base64url') };
}

/** This installation as others are told it, so that they can ask it to witness and check what it signs. */
export const ownWitnessKey = (keyStore: KeyStore): string => witnessVerifierKeyOf(witnessKeyOf(keyStore));
