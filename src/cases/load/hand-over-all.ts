import type { z } from 'zod';
import { lockMembers } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { type LockedCase, lockOpenCase } from '../commands/case-row.ts';
import { makeOffers } from '../commands/offer-lead.ts';
import { shareWithTeam } from '../commands/share-case.ts';
import { recusedFrom } from '../team/recused.ts';
import type { handedOverAll, handOverAllInput } from './contract.ts';

/**
 * Offers every case that one leads, each in a round of its own, in one transaction. One leads each of them until somebody
 * accepts; a case from which all of them are kept out stays, and is named.
 */
export async function handOverAll(
  tx: Tx<PersonActor>,
  ground: Ground,
  input: z.infer<typeof handOverAllInput>,
): Promise<z.infer<typeof handedOverAll>> {
  const me = tx.actor.personId;
  const led = await tx.sql
    .selectFrom('cases')
    .select('id')
    .where('state', '=', 'open')
    .where('leadId', '=', me)
    .orderBy('id')
    .execute();
  if (led.length === 0) return { offered: 0, left: [] };
  if (input.toIds.includes(me)) throw invalid({ toIds: 'already-the-lead' });
  const active = await lockMembers(tx, input.toIds);
  if (input.toIds.some((person) => !active.has(person))) throw invalid({ toIds: 'not-an-active-member' });
  const left: string[] = [];
  for (const { id } of led) {
    const row = await lockOpenCase(tx, id);
    if (row.leadId === me && !(await offer(tx, ground, row, input))) left.push(row.number);
  }
  return { offered: led.length - left.length, left };
}

/** The deputy stays deputy, unless they are the only one who could lead: then whoever leaves is deputy until they are gone. */
async function offer(
  tx: Tx<PersonActor>,
  ground: Ground,
  row: LockedCase,
  input: z.infer<typeof handOverAllInput>,
): Promise<boolean> {
  const recused = await recusedFrom(tx, row.id);
  const able = input.toIds.filter((person) => !recused.has(person));
  if (able.length === 0) return false;
  const others = able.filter((person) => person !== row.deputyId);
  await makeOffers(tx, ground, row, {
    toIds: others.length > 0 ? others : able,
    deputyAfterId: others.length > 0 ? row.deputyId : row.leadId,
    expiresAt: new Date(input.expiresAt),
    note: input.note,
  });
  await tx.sql
    .updateTable('cases')
    .set({ version: row.version + 1 })
    .where('id', '=', row.id)
    .execute();
  await shareWithTeam(tx, ground, row.id);
  return true;
}
