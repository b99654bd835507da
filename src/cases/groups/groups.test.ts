import { describe, expect, it } from 'vitest';
import type { Program } from '../../../tests/program/program.ts';
import { openRecordKey } from '../../platform/keys/index.ts';
import { closeCase } from '../closing/close-case.ts';
import { onCases } from '../testing/on-cases.ts';
import type { GroupSettings } from './contract.ts';
import { groupSettingsOf, setGroupSettings } from './group-settings.ts';
import { groupsOfCases } from './groups-of-cases.ts';
import { groupOfCase, recordGroup } from './record-group.ts';

let program: Program;
const { as, opened, page } = onCases((started) => {
  program = started;
});

const lawful = {
  isOn: true,
  heading: 'Language spoken at home',
  groups: [
    { name: 'Northern', people: 400 },
    { name: 'Southern', people: null },
  ],
  document: 'Act on equal treatment',
  section: 'Section 4',
  counsel: '',
  threshold: 11,
};
const settings = () => as(program.actors.coordinator, groupSettingsOf);
const set = async (change: object = {}): Promise<GroupSettings> => {
  const { version } = await settings();
  await as(program.actors.coordinator, (tx) => setGroupSettings(tx, program.ground, { ...lawful, version, ...change }));
  return await settings();
};
const record = (caseId: string, groupId: string | null, version = 0, actor = program.actors.duty) =>
  as(actor, (tx) => recordGroup(tx, program.ground, caseId, { version, groupId }));
const recorded = (caseId: string) => as(program.actors.duty, (tx) => groupOfCase(tx, program.ground, caseId));
const copiesOf = async (caseId: string) => {
  const { rows } = await program.databases.owner.query<{ kind: string }>(
    `select w.recipient_kind as kind from case_groups g join wrapped_copies w on w.record_id = g.id where g.case_id = $1`,
    [caseId],
  );
  return rows.map(({ kind }) => kind);
};

describe('groups', () => {
  it('are off at first, and turned on only with a ground, a heading and two groups of different names', async () => {
    const before = await settings();

    const without = (change: object) => set({ isOn: true, ...change });

    expect([before.isOn, before.version, before.threshold]).toEqual([false, 0, 11]);
    for (const [change, fields] of [
      [{ document: '' }, { document: 'required' }],
      [
        { section: '', heading: '' },
        { heading: 'required', section: 'required' },
      ],
      [{ groups: [{ name: 'Only', people: null }] }, { groups: 'two-groups-at-least' }],
      [{ groups: [lawful.groups[0], lawful.groups[0]] }, { groups: 'same-name-twice' }],
    ] as const)
      await expect(without(change)).rejects.toMatchObject({ refusal: { fields } });
    const id = await opened();
    await expect(record(id, '00000000-0000-7000-8000-000000000000')).rejects.toMatchObject({
      refusal: { fields: { groupId: 'groups-are-off' } },
    });
  });

  it('keep the id of a name that stays, and overwrite nobody’s newer setting', async () => {
    const first = await set();

    const second = await set({ groups: [...lawful.groups, { name: 'Eastern', people: 12 }], threshold: 20 });
    const late = as(program.actors.custodian, (tx) =>
      setGroupSettings(tx, program.ground, { ...lawful, version: first.version }),
    );

    expect(second.groups.slice(0, 2).map(({ id }) => id)).toEqual(first.groups.map(({ id }) => id));
    await expect(late).rejects.toMatchObject({ refusal: { because: 'changed-since-you-opened-it' } });
    expect((await settings()).threshold).toBe(20);
  });

  it('are recorded on a case by its version, changed and taken back, under a key of the overseers alone', async () => {
    const { groups } = await set();
    const id = await opened();

    await record(id, groups[0]!.id);
    const held = await copiesOf(id);
    await record(id, groups[1]!.id, 1);

    expect(held).toEqual(['group']);
    expect(await recorded(id)).toMatchObject({ version: 2, groupId: groups[1]!.id, recordedBy: 'Dina Utyman' });
    await expect(record(id, groups[0]!.id, 1)).rejects.toMatchObject({
      refusal: { because: 'changed-since-you-opened-it' },
    });
    await record(id, null, 2);
    expect([(await recorded(id)).groupId, await copiesOf(id)]).toEqual([null, []]);
  });

  it('open to an overseer for the count and to no coordinator, and never open the case', async () => {
    const { groups } = await set();
    const id = await opened();
    await record(id, groups[0]!.id);
    const { overseer, coordinator, custodian } = program.actors;

    const counted = await as(overseer, (tx) => groupsOfCases(tx, program.ground, [id]));

    expect(counted).toEqual(new Map([[id, groups[0]!.id]]));
    for (const actor of [coordinator, custodian])
      expect(await as(actor, (tx) => groupsOfCases(tx, program.ground, [id]))).toBeNull();
    expect(await as(overseer, (tx) => openRecordKey(tx, program.ground, id))).toBeNull();
  });

  it('stand on no page of the case, and are not recorded on a closed one', async () => {
    const { groups } = await set();
    const id = await opened();
    await record(id, groups[0]!.id);

    const shown = JSON.stringify(await page(id));
    const { version } = await page(id);
    await as(program.actors.duty, (tx) =>
      closeCase(tx, program.ground, id, { version, reason: 'no-concern', words: 'A joke.' }),
    );

    expect(shown).not.toContain(groups[0]!.id);
    await expect(record(id, groups[1]!.id, 1)).rejects.toMatchObject({
      refusal: { because: 'changed-since-you-opened-it' },
    });
  });

  it('are destroyed on every case, keys too, when they are turned off', async () => {
    const { groups } = await set();
    const id = await opened();
    await record(id, groups[0]!.id);

    await set({ isOn: false });

    const { rows } = await program.databases.owner.query('select from case_groups');
    expect([rows.length, await copiesOf(id)]).toEqual([0, []]);
    const { rowCount } = await program.databases.owner.query(
      `select from wrapped_copies w where recipient_kind = 'group' and record_id not in (select id from reports union select id from cases)`,
    );
    expect(rowCount).toBe(0);
  });
});

describe('the database', () => {
  it('refuses a setting without a ground, a record where groups are off, and one on a closed case', async () => {
    await set({ isOn: false });
    const { owner } = program.databases;
    const id = await opened();
    const insert = () =>
      owner.query(
        `insert into case_groups (community_id, case_id, id, version, recorded_at, recorded_by, team_key, content)
         select community_id, id, gen_random_uuid(), 1, now(), lead_id, '', '' from cases where id = $1`,
        [id],
      );

    await expect(owner.query("update group_settings set is_on = true, document = ''")).rejects.toMatchObject({
      constraint: 'groups_need_a_ground',
    });
    await expect(insert()).rejects.toMatchObject({ constraint: 'groups_are_recorded_lawfully' });
    await set();
    const { version } = await page(id);
    await as(program.actors.duty, (tx) =>
      closeCase(tx, program.ground, id, { version, reason: 'no-concern', words: 'A joke.' }),
    );
    await expect(insert()).rejects.toMatchObject({ constraint: 'a_group_is_recorded_while_open' });
  });
});
