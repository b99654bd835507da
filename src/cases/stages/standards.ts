import type { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import type { CaseStandards, setStandardsInput } from './contract.ts';

/** What holds until a coordinator sets something else; the reviews are those of the field brief, C3. */
const usual: CaseStandards = {
  version: 0,
  triageHours: 24,
  screeningHours: 72,
  assessmentHours: 336,
  managementHours: 2_160,
  monitoringHours: 4_320,
  imminentReviewDays: 1,
  highReviewDays: 7,
  moderateReviewDays: 14,
  lowReviewDays: 31,
  unratedReviewDays: 14,
  disciplines: ['school', 'mental-health', 'social-services', 'police'],
};

/** The standards of this community. */
export async function standardsOf(tx: Tx): Promise<CaseStandards> {
  const row = await tx.sql.selectFrom('caseStandards').selectAll().executeTakeFirst();
  if (!row) return usual;
  const { communityId: _, changedAt: __, changedBy: ___, ...standards } = row;
  return standards;
}

/** Sets the standards anew; what somebody else set since is not overwritten. They hold from the next stage and review on. */
export async function setStandards(
  tx: Tx<PersonActor>,
  ground: Ground,
  input: z.infer<typeof setStandardsInput>,
): Promise<void> {
  const days = [input.imminentReviewDays, input.highReviewDays, input.moderateReviewDays, input.lowReviewDays];
  if (days.some((each, at) => at > 0 && each < days[at - 1]!)) throw invalid({ highReviewDays: 'sooner-with-concern' });
  const row = {
    ...input,
    version: input.version + 1,
    changedAt: ground.clock.now(),
    changedBy: tx.actor.personId,
  };
  const written = await tx.sql
    .insertInto('caseStandards')
    .values({ communityId: tx.actor.communityId, ...row })
    .onConflict((conflicting) =>
      conflicting.column('communityId').doUpdateSet(row).where('caseStandards.version', '=', input.version),
    )
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows !== 1n) throw conflict('changed-since-you-opened-it');
  await recordAct(tx, ground, { act: 'case-standards-set', recordKind: 'community', recordId: tx.actor.communityId });
}

/** How long a stage may take, in milliseconds. */
export const stageLength = (
  standards: CaseStandards,
  stage: 'triage' | 'screening' | 'assessment' | 'management' | 'monitoring',
) => standards[`${stage}Hours`] * 3_600_000;

/** How long after a review the next one is due at the latest, in milliseconds. */
export const reviewLength = (standards: CaseStandards, level: 'unrated' | 'low' | 'moderate' | 'high' | 'imminent') =>
  standards[`${level}ReviewDays`] * 86_400_000;
