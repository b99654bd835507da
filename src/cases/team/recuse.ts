import type { z } from 'zod';
import { membersById } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { postMail } from '../../platform/mail/index.ts';
import { passOnKeptOut } from '../../reports/index.ts';
import { caseKey, lockOpenCase, nextPosition } from '../commands/case-row.ts';
import { passOnCase } from '../commands/change-lead.ts';
import { shareWithTeam, withdrawFrom } from '../commands/share-case.ts';
import { passOnInquiries } from '../inquiries/inquire.ts';
import { named } from '../present.ts';
import { openAt, recusalSpot, sealAt } from '../sealing.ts';
import type { recusal, recuseInput } from './contract.ts';
import { recusedFrom } from './recused.ts';

/**
 * Keeps somebody out of a case for ever: themselves, or whom lead and deputy name. What they held passes on in the same
 * transaction, and from the next request on they open nothing of it, whatever their roles.
 */
export async function recuse(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  input: z.infer<typeof recuseInput>,
): Promise<void> {
  const key = await caseKey(tx, ground, caseId);
  const row = await lockOpenCase(tx, caseId);
  const { communityId, personId: me } = tx.actor;
  const { personId } = input;
  if (personId !== me && me !== row.leadId && me !== row.deputyId) throw invalid({ personId: 'only-oneself' });
  if ((await recusedFrom(tx, caseId)).has(personId)) throw invalid({ personId: 'recused' });
  if (!(await membersById(tx, [personId])).has(personId)) throw invalid({ personId: 'not-an-active-member' });
  await tx.sql
    .insertInto('recusals')
    .values({
      communityId,
      caseId,
      personId,
      position: await nextPosition(tx, caseId),
      byId: me,
      at: ground.clock.now(),
      content: sealAt(key, recusalSpot(communityId, caseId, personId), input.reason),
    })
    .execute();
  await recordAct(tx, ground, { act: 'recused', recordKind: 'case', recordId: caseId, facts: { person: personId } });
  await leavePart(tx, ground, caseId, personId);
  await shareWithTeam(tx, ground, caseId);
  await withdrawFrom(tx, caseId, personId);
  await passOnKeptOut(tx, ground, personId);
}

/** Passes on whatever this person has in the case; nothing in it is unowned at any instant. */
async function leavePart(tx: Tx<PersonActor>, ground: Ground, caseId: string, personId: string): Promise<void> {
  const now = ground.clock.now();
  await tx.sql
    .updateTable('caseMembers')
    .set({ leftAt: now })
    .where('caseId', '=', caseId)
    .where('personId', '=', personId)
    .where('leftAt', 'is', null)
    .execute();
  const ended = await tx.sql
    .updateTable('handOverOffers')
    .set({ state: 'withdrawn', answeredAt: now })
    .where('caseId', '=', caseId)
    .where('state', '=', 'open')
    .where((is) => is.or([is('fromId', '=', personId), is('toId', '=', personId), is('deputyAfterId', '=', personId)]))
    .returning('toId')
    .execute();
  const row = await lockOpenCase(tx, caseId);
  if (row.leadId === personId || row.deputyId === personId) await passOnCase(tx, ground, row, personId, 'recusal');
  await passOnActions(tx, ground, caseId, personId);
  await passOnInquiries(tx, ground, personId, caseId);
  for (const offer of ended) await withdrawFrom(tx, caseId, offer.toId);
}

async function passOnActions(tx: Tx, ground: Ground, caseId: string, personId: string): Promise<void> {
  const { leadId, number } = await lockOpenCase(tx, caseId);
  const moved = await tx.sql
    .updateTable('actions')
    .set((is) => ({ assigneeId: leadId, state: 'assigned', version: is('version', '+', 1) }))
    .where('caseId', '=', caseId)
    .where('assigneeId', '=', personId)
    .where('state', 'in', ['assigned', 'accepted'])
    .returning('id')
    .execute();
  for (const _ of moved) await postMail(tx, ground, leadId, 'action-assigned', { number });
}

/** Declares that nothing ties oneself to the people of the case. */
export async function declareNoConflict(tx: Tx<PersonActor>, ground: Ground, caseId: string): Promise<void> {
  await lockOpenCase(tx, caseId);
  await tx.sql
    .insertInto('conflictDeclarations')
    .values({
      communityId: tx.actor.communityId,
      caseId,
      personId: tx.actor.personId,
      declaredAt: ground.clock.now(),
    })
    .onConflict((conflicting) => conflicting.doNothing())
    .execute();
  await recordAct(tx, ground, { act: 'no-conflict-declared', recordKind: 'case', recordId: caseId });
}

/** Who is recused from a case and why, and who has declared to have no tie to it. */
export async function standingOf(
  tx: Tx,
  caseId: string,
  communityId: string,
  key: Buffer,
): Promise<{ recusals: z.infer<typeof recusal>[]; declared: Set<string> }> {
  const rows = await tx.sql
    .selectFrom('recusals')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('position')
    .execute();
  const declared = await tx.sql
    .selectFrom('conflictDeclarations')
    .select('personId')
    .where('caseId', '=', caseId)
    .execute();
  const names = await membersById(
    tx,
    rows.flatMap((row) => [row.personId, row.byId]),
  );
  return {
    recusals: rows.map((row) => ({
      person: named(row.personId, names),
      by: named(row.byId, names),
      at: row.at.toISOString(),
      reason: openAt<string>(key, recusalSpot(communityId, caseId, row.personId), row.content),
    })),
    declared: new Set(declared.map((row) => row.personId)),
  };
}
