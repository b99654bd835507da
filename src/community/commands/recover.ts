import type { z } from 'zod';
import { recordAct } from '../../platform/audit/record-act.ts';
import { activeMemberships } from '../../platform/auth/index.ts';
import type { Sql, Tx } from '../../platform/db/database.ts';
import { inAnotherCommunity } from '../../platform/db/in-another-community.ts';
import { invalid, Refused } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { postMail } from '../../platform/mail/index.ts';
import {
  type KeyPair,
  readRecoveryKit,
  recoverKeyPair,
  recoveryCodeHash,
  SealBroken,
  unlockPrivateKeyWithCode,
} from '../../platform/vault/index.ts';
import type { recoverByCodeInput, recoverByKitInput } from '../contract.ts';
import { lockAnew, replacePassword } from './password.ts';
import { giveRecoveryCodes } from './recovery-codes.ts';

const wrong = () => new Refused({ kind: 'not-signed-in', because: 'wrong' });

/** What stands in for the key of somebody whom nobody knows, so that the answer takes as long. */
const noKey = Buffer.alloc(32);

export type Standing = { personId: string; communities: string[] };

/** An active person by address with the communities that they work in, the oldest first; null for anybody else. */
export async function standingOf(sql: Sql, email: string, at: Date): Promise<Standing | null> {
  const person = await sql
    .selectFrom('people')
    .select(['id', 'state'])
    .where((is) => is(is.fn('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst();
  const memberships = person?.state === 'active' ? await activeMemberships(sql, person.id, at) : [];
  if (!person || memberships.length === 0) return null;
  return { personId: person.id, communities: memberships.map(({ communityId }) => communityId) };
}

/** Writes into the log of every community of the person that they came back, and tells them, in one transaction. */
export async function inEveryCommunity(
  ground: Ground,
  { personId, communities }: Standing,
  how: 'by-code' | 'by-kit' | 'by-two-officers',
  work: (tx: Tx, isFirst: boolean) => Promise<void>,
): Promise<void> {
  const actor = { kind: 'public' as const, communityId: communities[0]! };
  await ground.database.withActor(actor, async (tx) => {
    for (const [index, communityId] of communities.entries())
      await inAnotherCommunity(tx, { ...actor, communityId }, async (there) => {
        const act = { act: 'sign-in-recovered', recordKind: 'person', recordId: personId, facts: { how } };
        await recordAct(there, ground, act);
        await work(there, index === 0);
      });
    await postMail(tx, ground, personId, 'password-changed', { number: '' });
  });
}

/** Sets a new password with a recovery code, which is spent; nothing is lost. Whatever is wrong says and costs the same. */
export async function recoverByCode(ground: Ground, given: z.infer<typeof recoverByCodeInput>): Promise<void> {
  const codeHash = recoveryCodeHash(given.code, ground.keyStore);
  const found = await ground.database.withoutCommunity(async (sql) => {
    const standing = await standingOf(sql, given.email, ground.clock.now());
    const code = await sql
      .selectFrom('recoveryCodes')
      .select('lockedKey')
      .where('personId', '=', standing?.personId ?? '00000000-0000-0000-0000-000000000000')
      .where('codeHash', '=', codeHash)
      .where('usedAt', 'is', null)
      .executeTakeFirst();
    return standing && code ? { standing, keyPair: unlockPrivateKeyWithCode(code.lockedKey, given.code) } : null;
  });
  const locked = await lockAnew(found?.keyPair?.privateKey ?? noKey, given.password);
  if (!found?.keyPair) throw wrong();
  const { standing } = found;
  await inEveryCommunity(ground, standing, 'by-code', async ({ sql }, isFirst) => {
    if (!isFirst) return;
    const spent = await sql
      .updateTable('recoveryCodes')
      .set({ usedAt: ground.clock.now() })
      .where('personId', '=', standing.personId)
      .where('codeHash', '=', codeHash)
      .where('usedAt', 'is', null)
      .executeTakeFirst();
    if (spent.numUpdatedRows !== 1n) throw wrong();
    await replacePassword(sql, standing.personId, locked);
  });
}

/** Sets a new password with both halves of the recovery kit; nothing sealed is lost, factors are set up anew. */
export async function recoverByKit(ground: Ground, given: z.infer<typeof recoverByKitInput>): Promise<string[]> {
  const kit = readRecoveryKit(given.halfA, given.halfB);
  if (!kit.ok) throw invalid('half' in kit ? { [`half${kit.half}`]: wordOf(kit) } : { halfB: 'kit-different' });
  const found = await ground.database.withoutCommunity(async (sql) => {
    const standing = await standingOf(sql, given.email, ground.clock.now());
    return standing && { standing, keyPair: await keyFromKit(sql, standing.personId, kit.keyPair) };
  });
  const locked = await lockAnew(found?.keyPair?.privateKey ?? noKey, given.password);
  if (!found?.keyPair) throw wrong();
  const { standing, keyPair } = found;
  let codes: string[] = [];
  await inEveryCommunity(ground, standing, 'by-kit', async ({ sql }, isFirst) => {
    if (!isFirst) return;
    await replacePassword(sql, standing.personId, locked);
    await forgetFactors(sql, standing.personId);
    codes = await giveRecoveryCodes(sql, ground, standing.personId, keyPair.privateKey);
  });
  return codes;
}

const wordOf = (kit: { wrong: 'typing' | 'length' | 'wrong-half'; line?: number }): string =>
  kit.wrong === 'typing' ? `kit-line-${kit.line}` : `kit-${kit.wrong}`;

/** The person's pair, where a community of theirs sealed it to this kit. */
async function keyFromKit(sql: Sql, personId: string, kit: KeyPair): Promise<KeyPair | null> {
  const rows = await sql
    .selectFrom('memberships')
    .innerJoin('communities', 'communities.id', 'memberships.communityId')
    .select('memberships.recoverySealedKey')
    .where('memberships.personId', '=', personId)
    .where('communities.recoveryPublicKey', '=', kit.publicKey)
    .execute();
  for (const { recoverySealedKey } of rows) {
    try {
      if (recoverySealedKey) return recoverKeyPair(recoverySealedKey, kit);
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
    }
  }
  return null;
}

/** Authenticator and passkeys go: whoever came back by others' hands has lost them, or they are in somebody else's. */
export async function forgetFactors(sql: Sql, personId: string): Promise<void> {
  await sql.deleteFrom('passkeys').where('personId', '=', personId).execute();
  await sql
    .updateTable('people')
    .set({ totpSealed: null, totpPending: null, totpLastStep: null })
    .where('id', '=', personId)
    .execute();
}
