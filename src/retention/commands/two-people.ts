import type { z } from 'zod';
import type { PersonActor, SystemActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, invalid, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import type { askInput, PairedAct, RecordKind } from '../contract.ts';
import type { AllKeptRecords } from '../kept-records.ts';
import { sealAsk } from '../sealing.ts';
import { isHeld, shred } from './shred.ts';

/** How long an ask waits for a second person; a hold protects from the moment it is asked for. */
export const askHours = 72;

/** Asks for a hold, its release or destruction by hand; nothing but the protection of a hold happens until somebody else confirms. */
export async function askFor(
  tx: Tx<PersonActor>,
  ground: Ground,
  kept: AllKeptRecords,
  input: z.infer<typeof askInput>,
): Promise<string> {
  const records = kept[input.recordKind];
  const record = await records.find(tx, input.recordId);
  if (!record) throw notFound();
  await refuseWhatCannotBe(tx, kept, input);
  const id = newId(ground.clock, ground.chance);
  const { communityId, personId } = tx.actor;
  await recordAct(tx, ground, {
    act: `${input.act}-asked`,
    recordKind: input.recordKind,
    recordId: input.recordId,
    facts: { ask: id },
  });
  await tx.sql
    .insertInto('twoPersonActs')
    .values({
      communityId,
      id,
      act: input.act,
      recordKind: input.recordKind,
      recordId: input.recordId,
      number: record.number,
      askedBy: personId,
      askedAt: ground.clock.now(),
      reason: await sealAsk(tx, ground, id, input.reason),
    })
    .execute();
  return id;
}

/** A hold where none stands, a release where one does, destruction of what came to its end and is not held. */
async function refuseWhatCannotBe(tx: Tx, kept: AllKeptRecords, input: z.infer<typeof askInput>): Promise<void> {
  const standing = await standingHold(tx, input.recordId);
  if (input.act === 'hold' && standing) throw conflict('held');
  if (input.act === 'release-hold' && !standing) throw conflict('changed-since-you-opened-it');
  if (input.act !== 'shred') return;
  if (await isHeld(tx, input.recordId)) throw conflict('held');
  if (!(await kept[input.recordKind].runsSince(tx, input.recordId))) throw invalid({ act: 'still-in-use' });
}

const standingHold = (tx: Tx, record: string) =>
  tx.sql
    .selectFrom('legalHolds')
    .select('id')
    .where('recordId', '=', record)
    .where('releasedAt', 'is', null)
    .executeTakeFirst();

/** Confirms what somebody else asked for, and does it; whoever asked is refused, by the database too. */
export async function confirmAsk(tx: Tx<PersonActor>, ground: Ground, kept: AllKeptRecords, id: string) {
  const ask = await lockAsk(tx, id);
  if (ask.askedBy === tx.actor.personId) throw conflict('same-person-twice');
  const act = ask.act as PairedAct;
  await recordAct(tx, ground, {
    act: `${act}-confirmed`,
    recordKind: ask.recordKind,
    recordId: ask.recordId,
    facts: { ask: id },
  });
  await answer(tx, ground, id, 'confirmed');
  const record = { kind: ask.recordKind as RecordKind, id: ask.recordId, number: ask.number };
  if (act === 'hold') await hold(tx, ground, id, record);
  if (act === 'release-hold') await release(tx, ground, id, record.id);
  if (act === 'shred') await shred(tx, ground, kept, record, { rule: 'agreed-by-two', actId: id });
}

/** Ends an ask without doing it: withdrawn by whoever asked, refused by anybody else who may answer. */
export async function endAsk(tx: Tx<PersonActor>, ground: Ground, id: string): Promise<void> {
  const ask = await lockAsk(tx, id);
  const state = ask.askedBy === tx.actor.personId ? 'withdrawn' : 'refused';
  await recordAct(tx, ground, {
    act: `${ask.act}-${state}`,
    recordKind: ask.recordKind,
    recordId: ask.recordId,
    facts: { ask: id },
  });
  await answer(tx, ground, id, state);
}

async function lockAsk(tx: Tx, id: string) {
  const ask = await tx.sql.selectFrom('twoPersonActs').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!ask) throw notFound();
  if (ask.state !== 'asked') throw conflict('already-answered');
  return ask;
}

const answer = (tx: Tx<PersonActor>, ground: Ground, id: string, state: 'confirmed' | 'withdrawn' | 'refused') =>
  tx.sql
    .updateTable('twoPersonActs')
    .set({ state, answeredBy: tx.actor.personId, answeredAt: ground.clock.now() })
    .where('id', '=', id)
    .execute();

const hold = (tx: Tx, ground: Ground, id: string, record: { kind: RecordKind; id: string }) =>
  tx.sql
    .insertInto('legalHolds')
    .values({
      communityId: tx.actor.communityId,
      id,
      recordKind: record.kind,
      recordId: record.id,
      heldAt: ground.clock.now(),
    })
    .execute();

async function release(tx: Tx, ground: Ground, id: string, record: string): Promise<void> {
  const released = await tx.sql
    .updateTable('legalHolds')
    .set({ releaseId: id, releasedAt: ground.clock.now() })
    .where('recordId', '=', record)
    .where('releasedAt', 'is', null)
    .executeTakeFirst();
  if (released.numUpdatedRows !== 1n) throw conflict('changed-since-you-opened-it');
}

/** Lets asks run out that nobody answered in time. */
export async function lapseAsks(tx: Tx<SystemActor>, ground: Ground): Promise<number> {
  const now = ground.clock.now();
  const lapsed = await tx.sql
    .updateTable('twoPersonActs')
    .set({ state: 'lapsed', answeredAt: now })
    .where('state', '=', 'asked')
    .where('askedAt', '<=', new Date(now.getTime() - askHours * 3_600_000))
    .returning(['id', 'act', 'recordKind', 'recordId'])
    .execute();
  for (const { id, act, recordKind, recordId } of lapsed)
    await recordAct(tx, ground, { act: `${act}-lapsed`, recordKind, recordId, facts: { ask: id } });
  return 0;
}
