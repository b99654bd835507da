import type { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, invalid, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { postMail } from '../../platform/mail/index.ts';
import type { swapAnswerInput } from '../contract.ts';
import { activeWithRoles } from '../queries/members.ts';

const deskRoles = ['duty-officer', 'coordinator'];

/** Offers one's own part of a shift to a colleague, or to the whole desk. Nothing changes hands until another person accepts. */
export async function offerSwap(
  tx: Tx<PersonActor>,
  ground: Ground,
  shiftId: string,
  toId: string | null,
): Promise<string> {
  const { communityId, personId } = tx.actor;
  const shift = await tx.sql.selectFrom('dutyShifts').selectAll().where('id', '=', shiftId).executeTakeFirst();
  const part = shift?.officerId === personId ? 'officer' : shift?.secondId === personId ? 'second' : null;
  if (!shift || !part) throw notFound();
  if (shift.endsAt <= ground.clock.now()) throw conflict('already-answered');
  const desk = (await activeWithRoles(tx, deskRoles)).filter(
    ({ id }) => id !== shift.officerId && id !== shift.secondId && (toId === null || id === toId),
  );
  if (desk.length === 0) throw invalid({ toId: 'not-an-active-member' });
  const id = newId(ground.clock, ground.chance);
  await tx.sql
    .insertInto('shiftSwaps')
    .values({ communityId, id, shiftId, part, offeredBy: personId, toId, offeredAt: ground.clock.now() })
    .execute();
  for (const colleague of desk) await postMail(tx, ground, colleague.id, 'swap-offered', { number: '' });
  return id;
}

const outcomes = { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' } as const;

/**
 * Answers an offer: whoever was asked accepts or declines, whoever offers withdraws. Of several who accept at once exactly one
 * holds the shift afterwards; the database moves the name in the statement that records the acceptance.
 */
export async function answerSwap(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  answer: z.infer<typeof swapAnswerInput>['answer'],
): Promise<void> {
  const { personId } = tx.actor;
  const swap = await tx.sql.selectFrom('shiftSwaps').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  const isMine = swap?.offeredBy === personId;
  const isForMe = !isMine && (swap?.toId === null || swap?.toId === personId);
  if (!swap || !(answer === 'withdraw' ? isMine : isForMe) || (answer === 'decline' && swap.toId === null))
    throw notFound();
  if (swap.state !== 'open') throw conflict('already-answered');
  await tx.sql
    .updateTable('shiftSwaps')
    .set({ state: outcomes[answer], answeredBy: personId, answeredAt: ground.clock.now() })
    .where('id', '=', id)
    .execute();
  await recordAct(tx, ground, { act: `swap-${outcomes[answer]}`, recordKind: 'shift', recordId: swap.shiftId });
  if (answer !== 'withdraw') {
    const template = answer === 'accept' ? 'swap-accepted' : 'swap-declined';
    await postMail(tx, ground, swap.offeredBy, template, { number: '' });
  }
}
