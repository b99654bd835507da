import { sql as raw } from 'kysely';
import { allCommunities } from '../../community/index.ts';
import type { PersonActor, SystemActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { openRecordKeys, shareRecordKey } from '../../platform/keys/index.ts';
import { postMail } from '../../platform/mail/index.ts';
import { newRecordKey, openJson, sealJson } from '../../platform/vault/index.ts';
import type { Parcel, PartnerView, ShareInput } from './contract.ts';
import { viewEnd } from './one-time-view.ts';
import { viewPlace } from './sealing.ts';

/** The other communities of this installation. */
export const partnersOf = async (tx: Tx) =>
  (await allCommunities(tx.sql)).filter(({ id }) => id !== tx.actor.communityId);

/** Works for a moment in another community, in the same transaction; nothing of this one is seen there. */
async function inCommunity(
  tx: Tx,
  communityId: string,
  work: (there: Tx<SystemActor>) => Promise<void>,
): Promise<void> {
  const enter = (id: string) => raw`select set_config('app.community', ${id}, true)`.execute(tx.sql);
  await enter(communityId);
  await work({ sql: tx.sql, actor: { kind: 'system', communityId, job: 'share-with-partner' } });
  await enter(tx.actor.communityId);
}

type Reader = { id: string; publicKey: Buffer };

/** An active member there with this address; the names of the others are asked of nobody. */
async function readerOf(there: Tx, email: string): Promise<Reader> {
  const row = await there.sql
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .select(['people.id', 'people.publicKey'])
    .where((is) => is(is.fn('lower', ['people.email']), '=', email.toLowerCase()))
    .where('memberships.communityId', '=', there.actor.communityId)
    .where('memberships.state', '=', 'active')
    .where('people.state', '=', 'active')
    .executeTakeFirst();
  if (!row) throw invalid({ partner: 'not-a-member-there' });
  return row;
}

/** Puts what is given before one member of another community, under a key of its own; gives that community's id. */
export async function givePartnerView(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  given: Parcel,
  to: ShareInput['partner'],
): Promise<string> {
  const partner = (await partnersOf(tx)).find(({ slug }) => slug === to?.slug);
  if (!partner || !to) throw invalid({ partner: 'required' });
  const now = ground.clock.now();
  const key = newRecordKey();
  await inCommunity(tx, partner.id, async (there) => {
    const reader = await readerOf(there, to.email);
    await there.sql
      .insertInto('partnerViews')
      .values({
        communityId: partner.id,
        id,
        fromId: tx.actor.communityId,
        readerId: reader.id,
        givenAt: now,
        expiresAt: viewEnd(now, new Date(given.endsAt)),
        content: sealJson(key, viewPlace(partner.id, 'partner_views', id), given),
      })
      .execute();
    await shareRecordKey(there, ground, id, key, [{ ...reader, kind: 'person' }]);
    await recordAct(there, ground, { act: 'partner-view-given', recordKind: 'partner-view', recordId: id });
    await postMail(there, ground, reader.id, 'shared-with-you', { number: '' });
  });
  return partner.id;
}

/** Takes a view back from the community to which it went: content and key are gone at once. */
export async function takeBackPartnerView(tx: Tx, ground: Ground, communityId: string, id: string): Promise<void> {
  await inCommunity(tx, communityId, async (there) => {
    const closed = await there.sql
      .updateTable('partnerViews')
      .set({ closedAt: ground.clock.now(), content: null })
      .where('id', '=', id)
      .where('closedAt', 'is', null)
      .executeTakeFirst();
    if (closed.numUpdatedRows > 0n)
      await recordAct(there, ground, { act: 'partner-view-ended', recordKind: 'partner-view', recordId: id });
  });
}

/** Takes back what was given of a case to any other community here: the case is about to be destroyed, and its record with it. */
export async function takeBackEveryPartnerView(tx: Tx, ground: Ground, caseId: string): Promise<void> {
  const given = await tx.sql
    .selectFrom('disclosures')
    .select('id')
    .where('caseId', '=', caseId)
    .where('way', '=', 'partner')
    .execute();
  if (given.length === 0) return;
  for (const partner of await partnersOf(tx))
    for (const { id } of given) await takeBackPartnerView(tx, ground, partner.id, id);
}

/** Empties the views whose time is over. */
export async function endPartnerViews(tx: Tx<SystemActor>, ground: Ground): Promise<void> {
  const now = ground.clock.now();
  await tx.sql
    .updateTable('partnerViews')
    .set({ closedAt: now, content: null })
    .where('closedAt', 'is', null)
    .where('expiresAt', '<=', now)
    .execute();
}

/** What other communities gave this person to read, and is not over. */
export async function partnerViewsOf(tx: Tx<PersonActor>, ground: Ground) {
  return await openViews(tx, ground)
    .select(['partnerViews.id', 'communities.name as from', 'partnerViews.givenAt', 'partnerViews.expiresAt'])
    .orderBy('partnerViews.expiresAt')
    .execute();
}

const openViews = (tx: Tx<PersonActor>, ground: Ground) =>
  tx.sql
    .selectFrom('partnerViews')
    .innerJoin('communities', 'communities.id', 'partnerViews.fromId')
    .where('partnerViews.readerId', '=', tx.actor.personId)
    .where('partnerViews.closedAt', 'is', null)
    .where('partnerViews.expiresAt', '>', ground.clock.now());

/** True if this person was given the view and it is not over; read with their own key only. */
export async function isGivenView(tx: Tx<PersonActor>, ground: Ground, id: string): Promise<boolean> {
  const row = await openViews(tx, ground)
    .select('partnerViews.id')
    .where('partnerViews.id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** Opens what another community gave this person to read. */
export async function readPartnerView(tx: Tx<PersonActor>, ground: Ground, id: string): Promise<PartnerView> {
  const row = await openViews(tx, ground)
    .selectAll('partnerViews')
    .select('communities.name as from')
    .where('partnerViews.id', '=', id)
    .executeTakeFirst();
  const key = (await openRecordKeys(tx, ground, [id])).get(id);
  if (!row?.content || !key) throw notFound();
  if (!row.firstReadAt)
    await tx.sql.updateTable('partnerViews').set({ firstReadAt: ground.clock.now() }).where('id', '=', id).execute();
  return {
    id,
    from: row.from,
    givenAt: row.givenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    parcel: openJson(key, viewPlace(row.communityId, 'partner_views', id), row.content) as Parcel,
  };
}
