import type { z } from 'zod';
import { membersById } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { currentGroup, shareRecordKey } from '../../platform/keys/index.ts';
import { newRecordKey } from '../../platform/vault/index.ts';
import { caseKey, lockOpenCase } from '../commands/case-row.ts';
import type { CaseGroup, recordGroupInput } from './contract.ts';
import { groupSettingsOf } from './group-settings.ts';
import { openGroup, openGroupKey, sealGroup, sealGroupKey } from './sealing.ts';

/** What is recorded on this case, for whoever may change it. */
export async function groupOfCase(tx: Tx<PersonActor>, ground: Ground, caseId: string): Promise<CaseGroup> {
  const row = await tx.sql.selectFrom('caseGroups').selectAll().where('caseId', '=', caseId).executeTakeFirst();
  if (!row) return { version: 0, groupId: null, recordedBy: null, recordedAt: null };
  const recorded = openGroup(openGroupKey(await caseKey(tx, ground, caseId), row), row);
  const { groups } = await groupSettingsOf(tx);
  return {
    version: row.version,
    groupId: groups.some(({ id }) => id === recorded) ? recorded : null,
    recordedBy: (await membersById(tx, [row.recordedBy])).get(row.recordedBy)?.name ?? null,
    recordedAt: row.recordedAt.toISOString(),
  };
}

/** Records a group of the list on an open case, or takes the record away; somebody else's newer one is not overwritten. */
export async function recordGroup(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  { version, groupId }: z.output<typeof recordGroupInput>,
): Promise<void> {
  const { isOn, groups } = await groupSettingsOf(tx);
  if (!isOn) throw invalid({ groupId: 'groups-are-off' });
  if (groupId !== null && !groups.some(({ id }) => id === groupId)) throw invalid({ groupId: 'not-possible' });
  const key = await caseKey(tx, ground, caseId);
  await lockOpenCase(tx, caseId);
  const row = await tx.sql.selectFrom('caseGroups').selectAll().where('caseId', '=', caseId).executeTakeFirst();
  if ((row?.version ?? 0) !== version) throw conflict('changed-since-you-opened-it');
  if (groupId === null) await tx.sql.deleteFrom('caseGroups').where('caseId', '=', caseId).execute();
  else if (row) await rewrite(tx, ground, { ...row, groupId, key: openGroupKey(key, row) });
  else await insert(tx, ground, { caseId, groupId, key });
  await recordAct(tx, ground, { act: 'case-group-recorded', recordKind: 'case', recordId: caseId });
}

type Recorded = { caseId: string; groupId: string; key: Buffer };

/** Under a key of its own, for the overseers: they count, and hold no key of the case. */
async function insert(tx: Tx<PersonActor>, ground: Ground, { caseId, groupId, key }: Recorded): Promise<void> {
  const { communityId, personId } = tx.actor;
  const row = { communityId, caseId, id: newId(ground.clock, ground.chance) };
  const own = newRecordKey();
  await tx.sql
    .insertInto('caseGroups')
    .values({
      ...row,
      version: 1,
      recordedAt: ground.clock.now(),
      recordedBy: personId,
      teamKey: sealGroupKey(key, row, own),
      content: sealGroup(own, row, groupId),
    })
    .execute();
  const overseers = await currentGroup(tx, 'overseers');
  await shareRecordKey(tx, ground, row.id, own, [{ ...overseers, kind: 'group' }]);
}

async function rewrite(
  tx: Tx<PersonActor>,
  ground: Ground,
  { groupId, key, ...row }: Recorded & { communityId: string; id: string; version: number },
): Promise<void> {
  await tx.sql
    .updateTable('caseGroups')
    .set({
      version: row.version + 1,
      recordedAt: ground.clock.now(),
      recordedBy: tx.actor.personId,
      content: sealGroup(key, row, groupId),
    })
    .where('id', '=', row.id)
    .execute();
}
