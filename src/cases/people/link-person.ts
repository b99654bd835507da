import type { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { openRecordKey } from '../../platform/keys/index.ts';
import { caseKey, lockOpenCase } from '../commands/case-row.ts';
import type { samePersonInput } from './contract.ts';

/**
 * Says that somebody of this case is the same as in another record, or takes that back. Whoever says it has both open; it
 * changes neither and gives nobody a right to either.
 */
export async function linkPerson(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  id: string,
  input: z.output<typeof samePersonInput>,
): Promise<void> {
  await caseKey(tx, ground, caseId);
  await lockOpenCase(tx, caseId);
  await mustBeOf(tx, caseId, id);
  await recordAct(tx, ground, {
    act: input.act === 'link' ? 'same-person-linked' : 'same-person-unlinked',
    recordKind: 'case',
    recordId: caseId,
    facts: { person: id },
  });
  if (input.act === 'undo') return await undo(tx, ground, id, input.linkId);
  const other =
    input.kind === 'report' ? { otherReportId: input.otherId } : await personElsewhere(tx, caseId, input.otherId);
  const record = 'otherReportId' in other ? other.otherReportId : other.caseId;
  if ((await openRecordKey(tx, ground, record)) === null) throw notFound();
  const [personId, otherPersonId] = 'caseId' in other ? [id, input.otherId].toSorted() : [id, null];
  await tx.sql
    .insertInto('samePersonLinks')
    .values({
      communityId: tx.actor.communityId,
      id: newId(ground.clock, ground.chance),
      personId: personId!,
      otherPersonId: otherPersonId ?? null,
      otherReportId: 'otherReportId' in other ? other.otherReportId : null,
      linkedBy: tx.actor.personId,
      linkedAt: ground.clock.now(),
    })
    .onConflict((conflicting) => conflicting.doNothing())
    .execute();
}

async function mustBeOf(tx: Tx, caseId: string, id: string): Promise<void> {
  const row = await tx.sql
    .selectFrom('casePeople')
    .select('id')
    .where('id', '=', id)
    .where('caseId', '=', caseId)
    .executeTakeFirst();
  if (!row) throw notFound();
}

async function personElsewhere(tx: Tx, caseId: string, id: string): Promise<{ caseId: string }> {
  const row = await tx.sql
    .selectFrom('casePeople')
    .select('caseId')
    .where('id', '=', id)
    .where('caseId', '<>', caseId)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

async function undo(tx: Tx<PersonActor>, ground: Ground, id: string, linkId: string): Promise<void> {
  const undone = await tx.sql
    .updateTable('samePersonLinks')
    .set({ undoneBy: tx.actor.personId, undoneAt: ground.clock.now() })
    .where('id', '=', linkId)
    .where('undoneAt', 'is', null)
    .where((is) => is.or([is('personId', '=', id), is('otherPersonId', '=', id)]))
    .executeTakeFirst();
  if (undone.numUpdatedRows === 0n) throw notFound();
}
