import type { z } from 'zod';
import { membersById } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { type GroupSettings, type setGroupSettingsInput, usualThreshold } from './contract.ts';

type Input = z.output<typeof setGroupSettingsInput>;

const off: GroupSettings = {
  version: 0,
  isOn: false,
  heading: '',
  groups: [],
  document: '',
  section: '',
  counsel: '',
  threshold: usualThreshold,
  changedBy: null,
  changedAt: null,
};

/** How this community records groups; off until somebody names the ground that allows it. */
export async function groupSettingsOf(tx: Tx): Promise<GroupSettings> {
  const row = await tx.sql.selectFrom('groupSettings').selectAll().executeTakeFirst();
  if (!row) return off;
  const { communityId: _, changedAt, changedBy, groups, ...settings } = row;
  return {
    ...settings,
    groups: groups as GroupSettings['groups'],
    changedBy: (await membersById(tx, [changedBy])).get(changedBy)?.name ?? null,
    changedAt: changedAt.toISOString(),
  };
}

/**
 * Sets it anew on top of the version that was on the screen; somebody else's newer change is not overwritten. Turned off, all that
 * was recorded on cases is destroyed with it; years that were counted stay.
 */
export async function setGroupSettings(tx: Tx<PersonActor>, ground: Ground, input: Input): Promise<void> {
  refuseUnfounded(input);
  const before = await groupSettingsOf(tx);
  const idOf = (name: string) =>
    before.groups.find((group) => group.name === name)?.id ?? newId(ground.clock, ground.chance);
  const { communityId, personId } = tx.actor;
  const row = {
    ...input,
    groups: JSON.stringify(input.groups.map((group) => ({ id: idOf(group.name), ...group }))),
    version: input.version + 1,
    changedAt: ground.clock.now(),
    changedBy: personId,
  };
  const written = await tx.sql
    .insertInto('groupSettings')
    .values({ communityId, ...row })
    .onConflict((clash) =>
      clash.column('communityId').doUpdateSet(row).where('groupSettings.version', '=', input.version),
    )
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows !== 1n) throw conflict('changed-since-you-opened-it');
  const facts = { on: input.isOn, groups: input.groups.length, threshold: input.threshold };
  await recordAct(tx, ground, { act: 'group-settings-set', recordKind: 'community', recordId: communityId, facts });
}

function refuseUnfounded({ isOn, heading, groups, document, section }: Input): void {
  if (new Set(groups.map(({ name }) => name)).size < groups.length) throw invalid({ groups: 'same-name-twice' });
  if (!isOn) return;
  const missing = Object.entries({ heading, document, section }).filter(([, given]) => given === '');
  if (missing.length > 0) throw invalid(Object.fromEntries(missing.map(([name]) => [name, 'required'])));
  if (groups.length < 2) throw invalid({ groups: 'two-groups-at-least' });
}
