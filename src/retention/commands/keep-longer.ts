import type { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, invalid, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { openRecordKey } from '../../platform/keys/index.ts';
import type { periodInput, renewInput } from '../contract.ts';
import type { AllKeptRecords } from '../kept-records.ts';
import { ceilingOf } from '../queries/periods.ts';
import { sealRenewal } from '../sealing.ts';

const yearMilliseconds = 365 * 86_400_000;

/** Keeps a record longer than its rule, by name and with a reason, a year at most each time. */
export async function keepLonger(
  tx: Tx<PersonActor>,
  ground: Ground,
  kept: AllKeptRecords,
  input: z.infer<typeof renewInput>,
): Promise<void> {
  const record = await kept[input.recordKind].find(tx, input.recordId);
  const key = await openRecordKey(tx, ground, input.recordId);
  if (!record || !key) throw notFound();
  const now = ground.clock.now();
  const until = new Date(input.until);
  if (until <= now) throw invalid({ until: 'in-the-past' });
  if (until.getTime() > now.getTime() + yearMilliseconds) throw invalid({ until: 'too-far' });
  const id = newId(ground.clock, ground.chance);
  const { communityId, personId } = tx.actor;
  await recordAct(tx, ground, {
    act: 'retention-renewed',
    recordKind: input.recordKind,
    recordId: record.id,
    facts: { until: until.toISOString() },
  });
  await tx.sql
    .insertInto('retentionRenewals')
    .values({
      communityId,
      id,
      recordKind: input.recordKind,
      recordId: record.id,
      renewedUntil: until,
      byId: personId,
      at: now,
      reason: sealRenewal(key, communityId, id, record.id, input.reason),
    })
    .execute();
}

/** Says how many days this community keeps a kind of record after its end, never above the ceiling of its legal profile, nor over somebody's newer days. */
export async function setPeriod(tx: Tx, ground: Ground, input: z.infer<typeof periodInput>): Promise<void> {
  if (input.days > (await ceilingOf(tx, input.rule))) throw invalid({ days: 'above-the-ceiling' });
  await recordAct(tx, ground, {
    act: 'retention-period-set',
    recordKind: 'community',
    recordId: tx.actor.communityId,
    facts: { rule: input.rule, days: input.days },
  });
  const { version, ...period } = input;
  const row = { ...period, version: version + 1 };
  const written = await tx.sql
    .insertInto('retentionPeriods')
    .values({ communityId: tx.actor.communityId, ...row })
    .onConflict((existing) =>
      existing.columns(['communityId', 'rule']).doUpdateSet(row).where('retentionPeriods.version', '=', version),
    )
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows !== 1n) throw conflict('changed-since-you-opened-it');
}
