import type { z } from 'zod';
import { lockMembers } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import type { addMemberInput, describeCaseInput } from '../contract.ts';
import { nextReview } from '../reviews/review-case.ts';
import { type CaseContent, caseSpot, openAt, sealAt } from '../sealing.ts';
import { refuseRecused } from '../team/recused.ts';
import { caseKey, lockCaseAt, lockOpenCase } from './case-row.ts';
import { joinTeam, setLeadAndDeputy } from './change-lead.ts';
import { shareWithTeam, withdrawFrom } from './share-case.ts';

/** Makes somebody else the deputy, never the lead. */
export async function changeDeputy(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  input: { version: number; deputyId: string },
): Promise<void> {
  const row = await lockCaseAt(tx, caseId, input.version);
  if (input.deputyId === row.leadId) throw invalid({ deputyId: 'same-person-twice' });
  await refuseRecused(tx, caseId, 'deputyId', [input.deputyId]);
  await setLeadAndDeputy(tx, ground, row, { leadId: row.leadId, deputyId: input.deputyId }, 'deputy-changed');
  await shareWithTeam(tx, ground, caseId);
}

/** Puts somebody on the team; a member can open everything of the case from now on, a consultant only what they are given. */
export async function addMember(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  input: z.infer<typeof addMemberInput>,
): Promise<void> {
  const row = await lockOpenCase(tx, caseId);
  if ([row.leadId, row.deputyId].includes(input.personId)) throw invalid({ personId: 'already-on-the-team' });
  if (!(await lockMembers(tx, [input.personId])).has(input.personId))
    throw invalid({ personId: 'not-an-active-member' });
  await refuseSamePart(tx, caseId, input);
  await refuseRecused(tx, caseId, 'personId', [input.personId]);
  await joinTeam(tx, ground, caseId, input.personId, input.part);
  await recordAct(tx, ground, {
    act: 'member-added',
    recordKind: 'case',
    recordId: caseId,
    facts: { person: input.personId, part: input.part },
  });
  await shareWithTeam(tx, ground, caseId);
}

/** A consultant can become a member; a member is taken off the team first, with whatever they have still to do. */
async function refuseSamePart(tx: Tx, caseId: string, { personId, part }: z.infer<typeof addMemberInput>) {
  const present = await tx.sql
    .selectFrom('caseMembers')
    .select('part')
    .where('caseId', '=', caseId)
    .where('personId', '=', personId)
    .where('leftAt', 'is', null)
    .executeTakeFirst();
  if (present && (present.part === 'member' || present.part === part))
    throw invalid({ personId: 'already-on-the-team' });
}

/** True while this person has still to ask somebody. */
async function hasInquiries(tx: Tx, caseId: string, askerId: string): Promise<boolean> {
  const planned = await tx.sql
    .selectFrom('inquiries')
    .select('id')
    .where('caseId', '=', caseId)
    .where('askerId', '=', askerId)
    .where('state', '=', 'planned')
    .limit(1)
    .execute();
  return planned.length > 0;
}

/** Takes somebody off the team; from the next request on they open nothing of the case. */
export async function removeMember(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  personId: string,
): Promise<void> {
  await lockOpenCase(tx, caseId);
  const open = await tx.sql
    .selectFrom('actions')
    .select('id')
    .where('caseId', '=', caseId)
    .where('assigneeId', '=', personId)
    .where('state', 'in', ['assigned', 'accepted'])
    .limit(1)
    .executeTakeFirst();
  if (open || (await hasInquiries(tx, caseId, personId))) throw invalid({ personId: 'has-open-actions' });
  const left = await tx.sql
    .updateTable('caseMembers')
    .set({ leftAt: ground.clock.now() })
    .where('caseId', '=', caseId)
    .where('personId', '=', personId)
    .where('leftAt', 'is', null)
    .executeTakeFirst();
  if (left.numUpdatedRows !== 1n) throw notFound();
  await recordAct(tx, ground, {
    act: 'member-removed',
    recordKind: 'case',
    recordId: caseId,
    facts: { person: personId },
  });
  await withdrawFrom(tx, caseId, personId);
}

/** Sets when the case is looked at next; an open case always has such a date. */
export async function setReview(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  input: { version: number; nextReviewAt: string },
): Promise<void> {
  const row = await lockCaseAt(tx, caseId, input.version);
  const nextReviewAt = await nextReview(tx, ground, row.levelOfConcern, input.nextReviewAt);
  await tx.sql
    .updateTable('cases')
    .set({ nextReviewAt, reviewClimbedAt: null, reviewClimbs: 0, version: row.version + 1 })
    .where('id', '=', caseId)
    .execute();
  await recordAct(tx, ground, { act: 'review-set', recordKind: 'case', recordId: caseId });
}

async function reseal(
  tx: Tx<PersonActor>,
  ground: Ground,
  row: { id: string; communityId: string; content: Buffer },
  change: Partial<CaseContent>,
): Promise<Buffer> {
  const key = await caseKey(tx, ground, row.id);
  const spot = caseSpot(row.communityId, row.id);
  return sealAt(key, spot, { ...openAt<CaseContent>(key, spot, row.content), ...change });
}

/** Writes title and summary anew; somebody else's newer words are not overwritten. */
export async function describeCase(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  input: z.infer<typeof describeCaseInput>,
): Promise<void> {
  const row = await lockCaseAt(tx, caseId, input.version);
  const content = await reseal(tx, ground, row, { title: input.title, summary: input.summary });
  await tx.sql
    .updateTable('cases')
    .set({ content, version: row.version + 1 })
    .where('id', '=', caseId)
    .execute();
  await recordAct(tx, ground, { act: 'case-described', recordKind: 'case', recordId: caseId });
}
