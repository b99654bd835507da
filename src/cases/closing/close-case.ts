import type { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { caseKey, lockCaseAt, nextPosition } from '../commands/case-row.ts';
import { endOpenOffers, withdrawFrom } from '../commands/share-case.ts';
import { closingSpot, sealAt } from '../sealing.ts';
import { exitStage } from '../stages/walk-stages.ts';
import { closeCaseInput } from './contract.ts';

type Closing = z.output<typeof closeCaseInput>;
export type ClosingContent = Pick<Closing, 'words' | 'inPlace' | 'told' | 'reopenTriggers' | 'acceptedBy'>;

/** Reasons that leave nobody to whom something could happen again. */
const withoutReturn: readonly Closing['reason'][] = ['no-concern', 'deceased'];

/** What a closing for this reason must also say, refused beside its field. */
function refuseUnsaid(closing: Closing): void {
  if (!withoutReturn.includes(closing.reason) && closing.reopenTriggers === '')
    throw invalid({ reopenTriggers: 'required' });
  if (closing.reason === 'support-in-place' && closing.inPlace === '') throw invalid({ inPlace: 'required' });
  if (closing.reason === 'transferred' && closing.acceptedBy === '') throw invalid({ acceptedBy: 'required' });
  if (closing.reason === 'moved-away' && closing.told.length === 0) throw invalid({ told: 'required' });
}

/**
 * Closes a case with a reason, what stays in place, who is told and what would open it again; refused while an action is still
 * open, since its follow-up would be dropped.
 */
export async function closeCase(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  input: z.input<typeof closeCaseInput>,
): Promise<void> {
  const closing = closeCaseInput.parse(input);
  const key = await caseKey(tx, ground, caseId);
  const row = await lockCaseAt(tx, caseId, closing.version);
  refuseUnsaid(closing);
  if (await isUnfinished(tx, caseId)) throw invalid({ reason: 'has-open-actions' });
  await exitStage(tx, ground, caseId, 'closed', closing.words);
  const now = ground.clock.now();
  const { reason, version: _, ...content } = closing;
  const { personId } = tx.actor;
  const id = newId(ground.clock, ground.chance);
  await tx.sql
    .insertInto('caseClosings')
    .values({
      communityId: row.communityId,
      id,
      caseId,
      position: await nextPosition(tx, caseId),
      reason,
      closedAt: now,
      closedBy: personId,
      content: sealAt(key, closingSpot(row.communityId, caseId, id, 'content'), content satisfies ClosingContent),
    })
    .execute();
  await tx.sql
    .updateTable('cases')
    .set({
      state: 'closed',
      closingReason: reason,
      closedAt: now,
      closedBy: personId,
      nextReviewAt: null,
      version: row.version + 1,
    })
    .where('id', '=', caseId)
    .execute();
  for (const person of await endOpenOffers(tx, caseId, now)) await withdrawFrom(tx, caseId, person);
  await recordAct(tx, ground, { act: 'case-closed', recordKind: 'case', recordId: caseId, facts: { reason } });
}

/** True while something of the case is still to be done, to be seen by another, or to be asked. */
async function isUnfinished(tx: Tx, caseId: string): Promise<boolean> {
  const open = await tx.sql
    .selectFrom('actions')
    .select('id')
    .where('caseId', '=', caseId)
    .where((is) =>
      is.or([
        is('state', 'in', ['assigned', 'accepted']),
        is.and([is('needsVerification', '=', true), is('state', 'not in', ['verified', 'not-done'])]),
      ]),
    )
    .union((is) => is.selectFrom('inquiries').select('id').where('caseId', '=', caseId).where('state', '=', 'planned'))
    .limit(1)
    .execute();
  return open.length > 0;
}
