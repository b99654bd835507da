import type { z } from 'zod';
import { lockMembers } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { holdsRecordKey } from '../../platform/keys/index.ts';
import { type LockedCase, lockOpenCase } from '../commands/case-row.ts';
import { makeOffers } from '../commands/offer-lead.ts';
import { shareWithTeam } from '../commands/share-case.ts';
import { recusedFrom } from '../team/recused.ts';
import type { handedOverAll, handOverAllInput, handOverForInput } from './contract.ts';

type Input = z.infer<typeof handOverAllInput>;
type HandedOver = z.infer<typeof handedOverAll>;

/**
 * Offers every case that one leads, each in a round of its own, in one transaction. One leads each of them until somebody
 * accepts; a case from which all of them are kept out stays, and is named.
 */
export const handOverAll = (tx: Tx<PersonActor>, ground: Ground, input: Input): Promise<HandedOver> =>
  offerAll(tx, ground, tx.actor.personId, input, async () => input.toIds);

/**
 * The same for somebody else who leaves, by a coordinator who holds no key: each case goes to those of the chosen who hold it
 * already, else to its deputy. Whoever leaves leads each until somebody accepts.
 */
export async function handOverFor(
  tx: Tx<PersonActor>,
  ground: Ground,
  leaverId: string,
  input: z.infer<typeof handOverForInput>,
): Promise<HandedOver> {
  if (!(await lockMembers(tx, [leaverId])).has(leaverId)) throw notFound();
  const handed = await offerAll(tx, ground, leaverId, { ...input, note: '' }, async (row) => {
    const holders: string[] = [];
    for (const person of input.toIds) if (await holdsRecordKey(tx, person, row.id)) holders.push(person);
    return holders.length > 0 ? holders : [row.deputyId];
  });
  await recordAct(tx, ground, {
    act: 'cases-handed-over-for',
    recordKind: 'person',
    recordId: leaverId,
    facts: { offered: handed.offered, left: handed.left.length },
  });
  return handed;
}

async function offerAll(
  tx: Tx<PersonActor>,
  ground: Ground,
  leadId: string,
  input: Input,
  whom: (row: LockedCase) => Promise<readonly string[]>,
): Promise<HandedOver> {
  const led = await tx.sql
    .selectFrom('cases')
    .select('id')
    .where('state', '=', 'open')
    .where('leadId', '=', leadId)
    .orderBy('id')
    .execute();
  if (led.length === 0) return { offered: 0, left: [] };
  if (input.toIds.includes(leadId)) throw invalid({ toIds: 'already-the-lead' });
  const active = await lockMembers(tx, input.toIds);
  if (input.toIds.some((person) => !active.has(person))) throw invalid({ toIds: 'not-an-active-member' });
  const left: string[] = [];
  for (const { id } of led) {
    const row = await lockOpenCase(tx, id);
    if (row.leadId === leadId && !(await offer(tx, ground, row, input, await whom(row)))) left.push(row.number);
  }
  return { offered: led.length - left.length, left };
}

/** The deputy stays deputy, unless they are the only one who could lead: then whoever leaves is deputy until they are gone. */
async function offer(
  tx: Tx<PersonActor>,
  ground: Ground,
  row: LockedCase,
  input: Input,
  toIds: readonly string[],
): Promise<boolean> {
  const recused = await recusedFrom(tx, row.id);
  const able = toIds.filter((person) => !recused.has(person));
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
