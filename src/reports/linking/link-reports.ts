import type { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import {
  enterIdentifier,
  type IdentifierField,
  removeIdentifier,
  settleIdentifiers,
} from '../../platform/identifiers/index.ts';
import { lockReport } from '../commands/transitions.ts';
import type { linkInput } from '../contract.ts';
import { reportKey } from '../queries/open-report.ts';
import { searchableUntil } from './searchable.ts';

/** Puts two reports beside each other, or apart again; both must be open to this person, and neither changes. */
export async function linkReports(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  { act, to }: z.infer<typeof linkInput>,
): Promise<void> {
  const both = await tx.sql.selectFrom('reports').select('id').where('id', 'in', [id, to]).orderBy('id').execute();
  const [reportId, otherId] = both.map((report) => report.id);
  if (!reportId || !otherId) throw notFound();
  for (const report of [reportId, otherId]) await reportKey(tx, ground, report);
  const { communityId, personId } = tx.actor;
  await recordAct(tx, ground, {
    act: act === 'link' ? 'reports-linked' : 'reports-unlinked',
    recordKind: 'report',
    recordId: id,
    facts: { to },
  });
  if (act === 'unlink') {
    await tx.sql.deleteFrom('reportLinks').where('reportId', '=', reportId).where('otherId', '=', otherId).execute();
    return;
  }
  await tx.sql
    .insertInto('reportLinks')
    .values({ communityId, reportId, otherId, linkedBy: personId, linkedAt: ground.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes an identifier out of a report that somebody has read: only now can it be recognised elsewhere. */
export async function takeIdentifier(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  { field, value }: { field: IdentifierField; value: string },
): Promise<void> {
  const key = await reportKey(tx, ground, id);
  const report = await lockReport(tx, id);
  await recordAct(tx, ground, { act: 'identifier-entered', recordKind: 'report', recordId: id, facts: { field } });
  await enterIdentifier(tx, ground, { kind: 'report', id, key }, field, value);
  const until = report.outcome && report.decidedAt ? searchableUntil(report.outcome as 'test', report.decidedAt) : null;
  await settleIdentifiers(tx, id, until);
}

/** Takes an identifier back: from now on nobody comes upon the report by it. */
export async function dropIdentifier(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  identifier: string,
): Promise<void> {
  await recordAct(tx, ground, { act: 'identifier-removed', recordKind: 'report', recordId: id });
  await removeIdentifier(tx, id, identifier);
}
