import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { CaseReviews } from '../../../db/types.ts';
import type { Member } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { ahead, caseKey, lockCaseAt, nextPosition } from '../commands/case-row.ts';
import { named } from '../present.ts';
import { openAt, reviewSpot, sealAt } from '../sealing.ts';
import { reviewLength, standardsOf } from '../stages/standards.ts';
import type { caseReview, reviewCaseInput } from './contract.ts';

type Level = Parameters<typeof reviewLength>[1];

/** The latest moment at which a case of this level may be looked at again. */
async function latestReview(tx: Tx, ground: Ground, level: string): Promise<Date> {
  return new Date(ground.clock.now().getTime() + reviewLength(await standardsOf(tx), level as Level));
}

/** A next review that lies ahead and not beyond the standard of the case's level, or a refusal beside its field. */
export async function nextReview(tx: Tx, ground: Ground, level: string, text: string): Promise<Date> {
  const date = ahead(ground, 'nextReviewAt', text);
  if (date > (await latestReview(tx, ground, level))) throw invalid({ nextReviewAt: 'later-than-standard' });
  return date;
}

/** Records a look at the case and sets the next one; an open case is never without. */
export async function reviewCase(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  input: z.infer<typeof reviewCaseInput>,
): Promise<void> {
  const key = await caseKey(tx, ground, caseId);
  const row = await lockCaseAt(tx, caseId, input.version);
  const level = row.levelOfConcern;
  const nextReviewAt = input.nextReviewAt
    ? await nextReview(tx, ground, level, input.nextReviewAt)
    : await latestReview(tx, ground, level);
  const id = newId(ground.clock, ground.chance);
  const now = ground.clock.now();
  await tx.sql
    .insertInto('caseReviews')
    .values({
      communityId: row.communityId,
      id,
      caseId,
      position: await nextPosition(tx, caseId),
      dueAt: row.nextReviewAt ?? now,
      reviewedAt: now,
      reviewedBy: tx.actor.personId,
      nextReviewAt,
      content: sealAt(key, reviewSpot(row.communityId, caseId, id), input.words),
    })
    .execute();
  await tx.sql
    .updateTable('cases')
    .set({ nextReviewAt, reviewClimbedAt: null, reviewClimbs: 0, version: row.version + 1 })
    .where('id', '=', caseId)
    .execute();
  await recordAct(tx, ground, { act: 'case-reviewed', recordKind: 'case', recordId: caseId });
}

/** One look at a case, opened with its key. */
export const presentReview = (
  row: Selectable<CaseReviews>,
  names: Map<string, Member>,
  key: Buffer,
): z.infer<typeof caseReview> => ({
  id: row.id,
  dueAt: row.dueAt.toISOString(),
  reviewedAt: row.reviewedAt.toISOString(),
  reviewedBy: named(row.reviewedBy, names),
  nextReviewAt: row.nextReviewAt.toISOString(),
  words: openAt<string>(key, reviewSpot(row.communityId, row.caseId, row.id), row.content),
});
