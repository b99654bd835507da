import type { Selectable } from 'kysely';
import type { Disclosures, SharedViews } from '../../../db/types.ts';
import { legalProfileOf, type Member, membersById } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { caseKey } from '../commands/case-row.ts';
import { named } from '../present.ts';
import type { CaseSharing, Disclosure } from './contract.ts';
import { partnersOf } from './partner-views.ts';
import { openDisclosure, openWithdrawal } from './sealing.ts';

/** What of this case was shared with whom, the newest first, and what one needs to share more. */
export async function sharingOf(tx: Tx<PersonActor>, ground: Ground, caseId: string): Promise<CaseSharing> {
  const key = await caseKey(tx, ground, caseId);
  const rows = await tx.sql
    .selectFrom('disclosures')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('position', 'desc')
    .execute();
  const views = await viewsOf(
    tx,
    rows.map(({ id }) => id),
  );
  const names = await membersById(
    tx,
    rows.flatMap(({ madeBy, endedBy }) => [madeBy, ...(endedBy ? [endedBy] : [])]),
  );
  const { regimes, bases } = await legalProfileOf(tx);
  const partners = (await partnersOf(tx)).map(({ slug, name }) => ({ slug, name }));
  return {
    disclosures: rows.map((row) => presentDisclosure(row, key, names, views.get(row.id))),
    regimes,
    bases,
    partners,
  };
}

async function viewsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, View>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('sharedViews')
    .select(['disclosureId', 'expiresAt', 'openedAt', 'closedAt', 'triesLeft'])
    .where('disclosureId', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.disclosureId, row]));
}
type View = Pick<Selectable<SharedViews>, 'expiresAt' | 'openedAt' | 'closedAt' | 'triesLeft'>;

function presentDisclosure(
  row: Selectable<Disclosures>,
  key: Buffer,
  names: Map<string, Member>,
  view: View | undefined,
): Disclosure {
  const { recipient, basis, necessity, parcel } = openDisclosure(key, row);
  return {
    id: row.id,
    position: row.position,
    gives: row.gives as Disclosure['gives'],
    way: row.way as Disclosure['way'],
    isEmergency: row.isEmergency,
    by: named(row.madeBy, names),
    at: row.madeAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    ended: row.endedAt && {
      at: row.endedAt.toISOString(),
      because: row.endedBecause as 'withdrawn',
      by: row.endedBy ? named(row.endedBy, names) : null,
      reason: row.withdrawal ? openWithdrawal(key, { ...row, withdrawal: row.withdrawal }) : null,
    },
    recipient,
    basis,
    necessity,
    parcel,
    view: view
      ? {
          expiresAt: view.expiresAt.toISOString(),
          openedAt: view.openedAt?.toISOString() ?? null,
          closedAt: view.closedAt?.toISOString() ?? null,
          triesLeft: view.triesLeft,
        }
      : null,
  };
}
