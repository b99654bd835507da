import type { SystemActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { recordKinds, retentionRules, ruleKinds } from '../contract.ts';
import type { AllKeptRecords } from '../kept-records.ts';
import { daysAfter, periodsOf } from '../queries/periods.ts';
import { isHeld, shred } from './shred.ts';

/** Destroys some of what ran out under its rule, or passed its ceiling, and is neither held nor kept longer by name. Answers how many records went. */
export async function shredExpired(tx: Tx<SystemActor>, ground: Ground, kept: AllKeptRecords): Promise<number> {
  const now = ground.clock.now();
  const periods = await periodsOf(tx);
  const except = await keptNevertheless(tx, now);
  let count = 0;
  for (const rule of retentionRules) {
    const kind = ruleKinds[rule];
    const days = periods[rule];
    for (const record of await kept[kind].endedBefore(tx, rule, daysAfter(now, -days), except)) {
      if (await isHeld(tx, record.id)) continue;
      await shred(tx, ground, kept, { ...record, kind }, { rule, days });
      count += 1;
    }
  }
  for (const kind of recordKinds)
    for (const { days, ...record } of await kept[kind].beyondCeiling(tx, now, except)) {
      if (await isHeld(tx, record.id)) continue;
      await shred(tx, ground, kept, { ...record, kind }, { rule: 'beyond-ceiling', days });
      count += 1;
    }
  return count;
}

/** Records with a hold on them, asked for or standing, and those that somebody keeps longer. */
async function keptNevertheless(tx: Tx, now: Date): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('legalHolds')
    .select('recordId')
    .where('releasedAt', 'is', null)
    .union((is) =>
      is.selectFrom('twoPersonActs').select('recordId').where('act', '=', 'hold').where('state', '=', 'asked'),
    )
    .union((is) => is.selectFrom('retentionRenewals').select('recordId').where('renewedUntil', '>', now))
    .execute();
  return rows.map(({ recordId }) => recordId);
}

const filesAtOnce = 100;

/** Removes the files of what was destroyed; cut short, it goes on at the next round. */
export async function removeFiles(tx: Tx<SystemActor>, ground: Ground): Promise<number> {
  const files = await tx.sql.selectFrom('filesToRemove').select('fileName').limit(filesAtOnce).execute();
  for (const { fileName } of files) await ground.files.remove(fileName);
  const names = files.map(({ fileName }) => fileName);
  if (names.length > 0) await tx.sql.deleteFrom('filesToRemove').where('fileName', 'in', names).execute();
  return files.length;
}
