import { sql as raw } from 'kysely';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { destroyRecordKeys } from '../../platform/keys/index.ts';
import { forgetMailAbout } from '../../platform/mail/index.ts';
import type { Ending, RecordKind } from '../contract.ts';
import type { AllKeptRecords, Kept } from '../kept-records.ts';

/** Under what a record is destroyed: a rule that ran out, a ceiling that passed, or two people who agreed. */
export type Warrant = { rule: Ending; days: number } | { rule: 'agreed-by-two'; actId: string };
type Doomed = Kept & { kind: RecordKind };

/**
 * Destroys a record and what belongs to nothing else: keys, rows, files, mail about it. A certificate stays. Its keys are gone
 * for whoever holds old copies of the database too, once the generation of keys has been closed. Refuses what is held.
 */
export async function shred(tx: Tx, ground: Ground, kept: AllKeptRecords, doomed: Doomed, why: Warrant): Promise<void> {
  const companions = await kept[doomed.kind].companions(tx, doomed.id);
  await recordAct(tx, ground, {
    act: 'record-shredded',
    recordKind: doomed.kind,
    recordId: doomed.id,
    facts: { number: doomed.number, rule: why.rule },
  });
  const generation = await destroyRecordKeys(tx, ground, [doomed.id]);
  await tx.sql
    .insertInto('shreddings')
    .values({
      communityId: tx.actor.communityId,
      id: newId(ground.clock, ground.chance),
      recordKind: doomed.kind,
      recordId: doomed.id,
      number: doomed.number,
      rule: why.rule,
      days: 'days' in why ? why.days : null,
      actId: 'actId' in why ? why.actId : null,
      shreddedAt: ground.clock.now(),
      generation,
    })
    .execute();
  await forgetMailAbout(tx, doomed.number);
  await tx.sql.deleteFrom('retentionRenewals').where('recordId', '=', doomed.id).execute();
  await kept[doomed.kind].remove(tx, doomed.id, ground);
  for (const companion of companions) {
    if (!(await isHeld(tx, companion.id))) await shred(tx, ground, kept, companion, why);
  }
}

/** True while a hold stands on the record, or on a case that rests on it, or one of the two people has asked for it. */
export async function isHeld(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await raw<{ held: boolean }>`select is_held(${tx.actor.communityId}, ${id}) as held`.execute(tx.sql);
  return rows[0]?.held === true;
}
