import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Actor, PersonActor } from '../../platform/actor.ts';
import { activeMemberships } from '../../platform/auth/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId, spokenNumber } from '../../platform/ids.ts';
import { loseCopies } from '../../platform/keys/index.ts';
import { postMail } from '../../platform/mail/index.ts';
import { newKeyPair, sealTo } from '../../platform/vault/index.ts';
import type { askedRecovery, completeRecoveryInput, recovered } from '../contract.ts';
import { communityOf, findFirstCommunity } from '../queries/communities.ts';
import { activeWithRoles } from '../queries/members.ts';
import { lockAnew, replacePassword } from './password.ts';
import { forgetFactors, inEveryCommunity, standingOf } from './recover.ts';
import { giveRecoveryCodes } from './recovery-codes.ts';

const lifetimeHours = 24;
/** More at a time would only drown the one that is real; it still looks taken to whoever asks. */
const openAtMost = 200;
/** Who may vouch for a colleague. */
export const vouchingRoles = ['coordinator', 'administrator', 'custodian'];

const hashOf = (secret: string) => createHash('sha256').update(secret).digest();
const publicActor = (communityId: string): Actor => ({ kind: 'public', communityId });

/** Notes that somebody asks, and answers the same whether or not the address is known; colleagues hear of it by the next sweep. */
export async function askRecovery(ground: Ground, email: string): Promise<z.infer<typeof askedRecovery>> {
  const { standing, first } = await ground.database.withoutCommunity(async (sql) => ({
    standing: await standingOf(sql, email, ground.clock.now()),
    first: await findFirstCommunity(sql),
  }));
  const home = standing?.communities[0] ?? first?.id;
  if (!home) throw notFound();
  const secret = `${home}.${ground.chance.bytes(24).toString('base64url')}`;
  const number = spokenNumber(ground.chance);
  const askedAt = ground.clock.now();
  const expiresAt = new Date(askedAt.getTime() + lifetimeHours * 3_600_000);
  await ground.database.withActor(publicActor(home), async ({ sql }) => {
    const open = await sql
      .selectFrom('recoveryRequests')
      .select((is) => is.fn.countAll<string>().as('count'))
      .where('expiresAt', '>', askedAt)
      .executeTakeFirstOrThrow();
    if (Number(open.count) >= openAtMost) return;
    const id = newId(ground.clock, ground.chance);
    const personId = standing?.personId ?? null;
    await sql
      .insertInto('recoveryRequests')
      .values({ communityId: home, id, personId, secretHash: hashOf(secret), number, askedAt, expiresAt })
      .execute();
  });
  return { link: `${ground.publicUrl}/console/recovery#${secret}`, number, expiresAt: expiresAt.toISOString() };
}

async function openRequest(tx: Tx, ground: Ground, secret: string) {
  const row = await tx.sql
    .selectFrom('recoveryRequests')
    .selectAll()
    .where('secretHash', '=', hashOf(secret))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', ground.clock.now())
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

const communityIn = (secret: string): string => {
  const [id = ''] = secret.split('.');
  if (!/^[0-9a-f-]{36}$/.test(id)) throw notFound();
  return id;
};

/** How far a request has come, for whoever holds its secret. */
export async function readRecovery(ground: Ground, secret: string) {
  const row = await ground.database.withActor(publicActor(communityIn(secret)), (tx) =>
    openRequest(tx, ground, secret),
  );
  const confirmations = [row.firstBy, row.secondBy].filter((by) => by !== null).length;
  return { number: row.number, confirmations, expiresAt: row.expiresAt.toISOString() };
}

/** One colleague's word that it is really them, who said this number; two different ones are needed, and never oneself. */
export async function confirmRecovery(tx: Tx<PersonActor>, ground: Ground, id: string, number: string): Promise<void> {
  const row = await tx.sql
    .selectFrom('recoveryRequests')
    .selectAll()
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', ground.clock.now())
    .forUpdate()
    .executeTakeFirst();
  if (!row?.personId || row.secondBy || row.personId === tx.actor.personId) throw notFound();
  const plain = (typed: string) => typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  if (plain(number) !== plain(row.number)) throw invalid({ number: 'number-does-not-fit' });
  const [by, at] = [tx.actor.personId, ground.clock.now()];
  await tx.sql
    .updateTable('recoveryRequests')
    .set(row.firstBy ? { secondBy: by, secondAt: at } : { firstBy: by, firstAt: at })
    .where('id', '=', id)
    .execute();
}

/**
 * Gives the person a new key pair and password once two have vouched. The old private key is nowhere, so what it alone opened
 * stays shut until colleagues, by signing in, share it anew; how much that is, is told.
 */
export async function completeRecovery(
  ground: Ground,
  given: z.infer<typeof completeRecoveryInput>,
): Promise<z.infer<typeof recovered>> {
  const home = communityIn(given.secret);
  const request = await ground.database.withActor(publicActor(home), (tx) => openRequest(tx, ground, given.secret));
  if (!request.personId || !request.secondBy) throw notFound();
  const { personId } = request;
  const pair = newKeyPair();
  const locked = await lockAnew(pair.privateKey, given.password);
  const memberships = await ground.database.withoutCommunity((sql) =>
    activeMemberships(sql, personId, ground.clock.now()),
  );
  const others = memberships.filter(({ communityId }) => communityId !== home).map(({ communityId }) => communityId);
  const answer = { recoveryCodes: [] as string[], waiting: 0 };
  await inEveryCommunity(
    ground,
    { personId, communities: [home, ...others] },
    'by-two-officers',
    async (tx, isFirst) => {
      if (isFirst) {
        await tx.sql
          .updateTable('recoveryRequests')
          .set({ usedAt: ground.clock.now() })
          .where('id', '=', (await openRequest(tx, ground, given.secret)).id)
          .execute();
        await tx.sql.updateTable('people').set({ publicKey: pair.publicKey }).where('id', '=', personId).execute();
        await replacePassword(tx.sql, personId, locked);
        await forgetFactors(tx.sql, personId);
        answer.recoveryCodes = await giveRecoveryCodes(tx.sql, ground, personId, pair.privateKey);
      }
      const roles = memberships.find(({ communityId }) => communityId === tx.actor.communityId)?.roles ?? [];
      await loseCopies(tx, ground, personId, roles);
      await sealToKit(tx, personId, pair.privateKey);
      answer.waiting += await countWaiting(tx, personId);
    },
  );
  return answer;
}

async function sealToKit(tx: Tx, personId: string, privateKey: Buffer): Promise<void> {
  const { recoveryPublicKey } = await communityOf(tx);
  const recoverySealedKey = recoveryPublicKey && sealTo(recoveryPublicKey, privateKey);
  await tx.sql.updateTable('memberships').set({ recoverySealedKey }).where('personId', '=', personId).execute();
}

async function countWaiting(tx: Tx, personId: string): Promise<number> {
  const row = await tx.sql
    .selectFrom('wrappedCopies')
    .select((is) => is.fn.countAll<string>().as('count'))
    .where('recipientId', '=', personId)
    .where('lostAt', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Tells those who may vouch that somebody asks; in a sweep, so that asking takes as long whether or not the address is known. */
export async function tellOfRecovery(tx: Tx, ground: Ground): Promise<number> {
  const now = ground.clock.now();
  const asked = await tx.sql
    .updateTable('recoveryRequests')
    .set({ toldAt: now })
    .where('toldAt', 'is', null)
    .returning(['personId', 'number'])
    .execute();
  const vouching = asked.some(({ personId }) => personId) ? await activeWithRoles(tx, vouchingRoles) : [];
  for (const { personId } of asked)
    for (const officer of personId ? vouching : [])
      if (officer.id !== personId) await postMail(tx, ground, officer.id, 'recovery-asked', { number: '' });
  const before = new Date(now.getTime() - 86_400_000);
  await tx.sql.deleteFrom('recoveryRequests').where('expiresAt', '<', before).execute();
  return 0;
}
