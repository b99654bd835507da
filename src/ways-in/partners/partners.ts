import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { idempotencyHash } from '../../platform/vault/index.ts';

/** Begins every token, so that one that leaked into a text is recognised. */
const beginning = 'forestall_partner_';
const shape = /^Bearer (forestall_partner_[\w-]{43})$/;

const hashOf = (ground: Ground, token: string): Buffer => idempotencyHash(token, ground.keyStore);

/** Makes a partner and tells its token, 256 random bits, for the only time: what is kept is a hash. */
export async function makePartner(
  tx: Tx<PersonActor>,
  ground: Ground,
  name: string,
): Promise<{ id: string; token: string }> {
  const id = newId(ground.clock, ground.chance);
  const token = `${beginning}${ground.chance.bytes(32).toString('base64url')}`;
  const { communityId, personId } = tx.actor;
  await tx.sql
    .insertInto('partners')
    .values({
      communityId,
      id,
      name,
      tokenHash: hashOf(ground, token),
      madeBy: personId,
      madeAt: ground.clock.now(),
    })
    .execute();
  await recordAct(tx, ground, { act: 'partner-made', recordKind: 'partner', recordId: id });
  return { id, token };
}

/** Ends a partner's key at once: its next request is refused. What it sent stays. */
export async function endPartner(tx: Tx<PersonActor>, ground: Ground, id: string): Promise<void> {
  const ended = await tx.sql
    .updateTable('partners')
    .set({ endedBy: tx.actor.personId, endedAt: ground.clock.now() })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) throw notFound();
  await recordAct(tx, ground, { act: 'partner-ended', recordKind: 'partner', recordId: id });
}

export type Partner = { id: string; name: string };

/** The partner whose token the request shows, or null: unknown, ended and of another community look the same. */
export async function partnerOf(tx: Tx, ground: Ground, headers: Headers): Promise<Partner | null> {
  const [, token] = shape.exec(headers.get('authorization') ?? '') ?? [];
  if (!token) return null;
  const row = await tx.sql
    .selectFrom('partners')
    .select(['id', 'name'])
    .where('tokenHash', '=', hashOf(ground, token))
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Every partner, those whose key has ended last, with how much each has sent. */
export async function partnersOf(tx: Tx) {
  const rows = await tx.sql
    .selectFrom('partners as partner')
    .innerJoin('memberships', 'memberships.personId', 'partner.madeBy')
    .innerJoin('people', 'people.id', 'partner.madeBy')
    .leftJoin('partnerReports as sent', 'sent.partnerId', 'partner.id')
    .select(({ fn }) => [
      'partner.id',
      'partner.name',
      'partner.madeAt',
      'partner.endedAt',
      'people.name as madeBy',
      fn.count<number>('sent.reportId').as('reports'),
      fn.max('sent.receivedAt').as('lastAt'),
    ])
    .groupBy(['partner.id', 'partner.name', 'partner.madeAt', 'partner.endedAt', 'people.name'])
    .orderBy('partner.endedAt', (order) => order.desc().nullsFirst())
    .orderBy('partner.name')
    .execute();
  return rows.map((row) => ({
    ...row,
    reports: Number(row.reports),
    madeAt: row.madeAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    lastAt: row.lastAt ? new Date(row.lastAt).toISOString() : null,
  }));
}
