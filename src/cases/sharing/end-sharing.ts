import type { PersonActor, SystemActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { caseKey, lockCase } from '../commands/case-row.ts';
import { closeView } from './one-time-view.ts';
import { endPartnerViews, takeBackPartnerView } from './partner-views.ts';
import { openDisclosure, sealWithdrawal } from './sealing.ts';

/** Takes a disclosure back with a reason: a view closes at once; what was told or sent is on record as asked back. */
export async function withdrawDisclosure(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  id: string,
  reason: string,
): Promise<void> {
  const key = await caseKey(tx, ground, caseId);
  await lockCase(tx, caseId);
  const row = await tx.sql
    .selectFrom('disclosures')
    .selectAll()
    .where('id', '=', id)
    .where('caseId', '=', caseId)
    .executeTakeFirst();
  if (!row) throw notFound();
  if (row.endedAt) throw conflict('changed-since-you-opened-it');
  const now = ground.clock.now();
  await tx.sql
    .updateTable('disclosures')
    .set({
      endedAt: now,
      endedBy: tx.actor.personId,
      endedBecause: 'withdrawn',
      withdrawal: sealWithdrawal(key, row, reason),
    })
    .where('id', '=', id)
    .execute();
  await recordAct(tx, ground, {
    act: 'sharing-withdrawn',
    recordKind: 'case',
    recordId: caseId,
    facts: { disclosure: id },
  });
  if (row.way === 'view') await closeView(tx, ground, id);
  const { partnerId } = openDisclosure(key, row);
  if (partnerId) await takeBackPartnerView(tx, ground, partnerId, id);
}

const atOnce = 200;

/** Marks what was shared until now as over, and empties every view whose time has come. */
export async function endSharing(tx: Tx<SystemActor>, ground: Ground): Promise<number> {
  const now = ground.clock.now();
  const over = await tx.sql
    .selectFrom('disclosures')
    .select(['id', 'caseId'])
    .where('endedAt', 'is', null)
    .where('endsAt', '<=', now)
    .limit(atOnce)
    .execute();
  for (const { id, caseId } of over) {
    await recordAct(tx, ground, {
      act: 'sharing-expired',
      recordKind: 'case',
      recordId: caseId,
      facts: { disclosure: id },
    });
    await tx.sql
      .updateTable('disclosures')
      .set({ endedAt: now, endedBecause: 'expired' })
      .where('id', '=', id)
      .execute();
  }
  await tx.sql
    .updateTable('sharedViews')
    .set({ closedAt: now, content: null, sealedKey: null })
    .where('closedAt', 'is', null)
    .where('expiresAt', '<=', now)
    .execute();
  await endPartnerViews(tx, ground);
  return over.length;
}
