import type { z } from 'zod';
import type { PersonActor, SystemActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { postMail } from '../../platform/mail/index.ts';
import { ahead, caseKey, lockOpenCase, nextPosition } from '../commands/case-row.ts';
import { concernSpot, sealAt } from '../sealing.ts';
import type { addTriggerInput, askConcernInput } from './contract.ts';

type Why = 'first' | 'review' | 'noted-date' | 'new-report' | 'change';

/** The round that two people have still to finish, or null. */
export async function openRound(tx: Tx, caseId: string) {
  const round = await tx.sql
    .selectFrom('concernRounds')
    .selectAll()
    .where('caseId', '=', caseId)
    .where('reconciledAt', 'is', null)
    .executeTakeFirst();
  return round ?? null;
}

/** Opens a round of rating, or gives the one that is open; the caller holds the case's row lock. */
export async function beginRound(tx: Tx, ground: Ground, caseId: string, why: Why): Promise<string> {
  const open = await openRound(tx, caseId);
  if (open) return open.id;
  const id = newId(ground.clock, ground.chance);
  await tx.sql
    .insertInto('concernRounds')
    .values({
      communityId: tx.actor.communityId,
      id,
      caseId,
      position: await nextPosition(tx, caseId),
      why,
      askedAt: ground.clock.now(),
      askedBy: tx.actor.kind === 'person' ? tx.actor.personId : null,
    })
    .execute();
  await recordAct(tx, ground, { act: 'concern-asked', recordKind: 'case', recordId: caseId, facts: { why } });
  return id;
}

/** Asks the team to rate its level of concern again, because something has changed. */
export async function askConcern(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  input: z.infer<typeof askConcernInput>,
): Promise<void> {
  const key = await caseKey(tx, ground, caseId);
  const row = await lockOpenCase(tx, caseId);
  if (await openRound(tx, caseId)) throw conflict('already-answered');
  const id = await beginRound(tx, ground, caseId, input.why === 'review' ? 'review' : 'change');
  const reason = sealAt(key, concernSpot(row.communityId, caseId, 'concern_rounds', id, 'reason'), input.why);
  await tx.sql.updateTable('concernRounds').set({ reason }).where('id', '=', id).execute();
  await wantRatings(tx, ground, row);
}

/** Asks lead and deputy by mail for what is still to be rated. */
export async function wantRatings(
  tx: Tx,
  ground: Ground,
  row: { number: string; leadId: string; deputyId: string },
): Promise<void> {
  const me = tx.actor.kind === 'person' ? tx.actor.personId : null;
  for (const person of [row.leadId, row.deputyId])
    if (person !== me) await postMail(tx, ground, person, 'rating-wanted', { number: row.number });
}

/** Notes a date ahead on which the level is asked again. */
export async function addTrigger(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  input: z.input<typeof addTriggerInput>,
): Promise<void> {
  const key = await caseKey(tx, ground, caseId);
  await lockOpenCase(tx, caseId);
  const at = ahead(ground, 'at', input.at);
  const id = newId(ground.clock, ground.chance);
  const { communityId, personId } = tx.actor;
  await tx.sql
    .insertInto('concernTriggers')
    .values({
      communityId,
      id,
      caseId,
      at,
      madeBy: personId,
      content: sealAt(key, concernSpot(communityId, caseId, 'concern_triggers', id), {
        kind: input.kind,
        note: input.note ?? '',
      }),
    })
    .execute();
  await recordAct(tx, ground, { act: 'concern-trigger-set', recordKind: 'case', recordId: caseId });
}

/** Opens a round for each date that has come, and tells lead and deputy. */
export async function askOnTriggers(tx: Tx<SystemActor>, ground: Ground): Promise<number> {
  const now = ground.clock.now();
  const due = await tx.sql
    .selectFrom('concernTriggers as trigger')
    .innerJoin('cases', 'cases.id', 'trigger.caseId')
    .select(['trigger.id', 'trigger.caseId', 'cases.state'])
    .where('trigger.askedAt', 'is', null)
    .where('trigger.at', '<=', now)
    .orderBy('trigger.id')
    .limit(100)
    .execute();
  for (const trigger of due) {
    await tx.sql.updateTable('concernTriggers').set({ askedAt: now }).where('id', '=', trigger.id).execute();
    if (trigger.state !== 'open') continue;
    const row = await lockOpenCase(tx, trigger.caseId);
    await beginRound(tx, ground, trigger.caseId, 'noted-date');
    await wantRatings(tx, ground, row);
  }
  return due.length;
}
