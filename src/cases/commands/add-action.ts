import type { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { postMail } from '../../platform/mail/index.ts';
import { addActionInput } from '../contract.ts';
import { refuseAway } from '../load/absence.ts';
import { type ActionContent, actionSpot, sealAt } from '../sealing.ts';
import { entryOf } from '../words/vocabulary.ts';
import { ahead, caseKey, lockOpenCase, nextPosition } from './case-row.ts';
import { mustBeOnTeam } from './follow-up.ts';
import { tallyAction } from './tally-action.ts';

type Asked = z.output<typeof addActionInput>;

/**
 * Gives somebody of the team something to do by a date that lies ahead. An outside service needs no account: whoever is
 * assigned stays accountable, and the plan says what happens if the service does not. Gives the action's id.
 */
export async function addAction(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  input: z.input<typeof addActionInput>,
): Promise<string> {
  const asked = addActionInput.parse(input);
  const key = await caseKey(tx, ground, caseId);
  const row = await lockOpenCase(tx, caseId);
  const dates = datesOf(ground, asked);
  const rules = rulesOf(asked);
  await mustBeOnTeam(tx, caseId, asked.assigneeId);
  await refuseAway(tx, asked.assigneeId, dates.dueAt);
  const id = newId(ground.clock, ground.chance);
  const { communityId, personId } = tx.actor;
  const spot = (column: 'content' | 'fallback') => actionSpot(communityId, caseId, id, column);
  await tx.sql
    .insertInto('actions')
    .values({
      communityId,
      id,
      caseId,
      position: await nextPosition(tx, caseId),
      category: asked.category,
      assigneeId: asked.assigneeId,
      ...dates,
      ...rules,
      madeBy: personId,
      madeAt: ground.clock.now(),
      content: sealAt(key, spot('content'), {
        words: asked.words,
        service: asked.service,
        kind: asked.kind,
      } satisfies ActionContent),
      fallback: asked.fallback ? sealAt(key, spot('fallback'), asked.fallback) : null,
    })
    .execute();
  await tallyAction(tx, ground, asked.kind);
  await recordAct(tx, ground, {
    act: 'action-assigned',
    recordKind: 'case',
    recordId: caseId,
    facts: { action: id, to: asked.assigneeId },
  });
  if (asked.assigneeId !== personId)
    await postMail(tx, ground, asked.assigneeId, 'action-assigned', { number: row.number });
  return id;
}

const weekMilliseconds = 7 * 86_400_000;

function datesOf(ground: Ground, asked: Asked): { dueAt: Date; resultDueAt: Date } {
  const dueAt = ahead(ground, 'dueAt', asked.dueAt);
  const resultDueAt = asked.resultDueAt ? new Date(asked.resultDueAt) : new Date(dueAt.getTime() + weekMilliseconds);
  if (resultDueAt < dueAt) throw invalid({ resultDueAt: 'before-the-action' });
  return { dueAt, resultDueAt };
}

/** What the catalogue asks of this kind, and what whoever plans asks beside it. */
function rulesOf(asked: Asked): { isReferral: boolean; needsVerification: boolean } {
  const entry = asked.kind === null ? {} : entryOf(asked.category, asked.kind);
  if (!entry) throw invalid({ kind: 'not-valid' });
  const isReferral = entry.referral === true || asked.service !== '';
  if (isReferral && asked.service === '') throw invalid({ service: 'required' });
  if (isReferral && asked.fallback === '') throw invalid({ fallback: 'required' });
  return { isReferral, needsVerification: entry.verified === true || asked.needsVerification };
}
