import { describe, expect, it } from 'vitest';
import type { Program } from '../../../tests/program/program.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { addAction } from '../commands/add-action.ts';
import { addMember, changeDeputy } from '../commands/direct-case.ts';
import { offerLead } from '../commands/offer-lead.ts';
import { aCase } from '../testing/a-case.ts';
import { onCases } from '../testing/on-cases.ts';
import { declareNoConflict, recuse } from './recuse.ts';
import { addStandingTeam, setStanding } from './standing.ts';

let program: Program;
let duty: PersonActor;
let second: PersonActor;
let member: PersonActor;
const { as, inDays, page } = onCases((started) => {
  program = started;
  ({ duty, second, member } = started.actors);
});
const opened = async () => {
  const { id } = await aCase(program.ground, duty, second.personId);
  await as(duty, (tx) => addMember(tx, program.ground, id, { personId: member.personId, part: 'member' }));
  return id;
};
const keepOut = (id: string, by: PersonActor, personId: string) =>
  as(by, (tx) => recuse(tx, program.ground, id, { personId, reason: 'A cousin of the family.' }));
const api = async (who: PersonActor, id: string) =>
  (await (await program.signIn(who === duty ? 'duty' : 'member')).call('GET', `/api/v1/cases/${id}`)).status;

describe('a recusal', () => {
  it('passes on what the lead held, and shuts the case to them at once', async () => {
    const id = await opened();
    await as(duty, (tx) =>
      addAction(tx, program.ground, id, {
        category: 'subject',
        words: 'Talk.',
        assigneeId: duty.personId,
        dueAt: inDays(2),
      }),
    );

    await keepOut(id, duty, duty.personId);

    const now = await page(id, second);
    expect([now.lead.id, now.deputy.id]).toEqual([second.personId, member.personId]);
    expect(now.actions[0]?.assignee.id).toBe(second.personId);
    expect(now.team.map((each) => each.id)).not.toContain(duty.personId);
    expect(now.leadChanges.at(-1)?.why).toBe('recusal');
    expect(await api(duty, id)).toBe(404);
    expect(await api(member, id)).toBe(200);
  });

  it('holds against every way back in, each refused beside its field', async () => {
    const id = await opened();
    await keepOut(id, duty, member.personId);
    const { version } = await page(id);
    const who = member.personId;
    const ways: [string, (tx: Tx<PersonActor>) => Promise<unknown>][] = [
      ['personId', (tx) => addMember(tx, program.ground, id, { personId: who, part: 'member' })],
      ['deputyId', (tx) => changeDeputy(tx, program.ground, id, { version, deputyId: who })],
      [
        'toIds',
        (tx) =>
          offerLead(tx, program.ground, id, {
            version,
            toIds: [who],
            deputyAfterId: second.personId,
            expiresAt: new Date(inDays(1)),
          }),
      ],
      [
        'deputyAfterId',
        (tx) =>
          offerLead(tx, program.ground, id, {
            version,
            toIds: [second.personId],
            deputyAfterId: who,
            expiresAt: new Date(inDays(1)),
          }),
      ],
    ];

    for (const [field, way] of ways)
      await expect(as(duty, way), field).rejects.toMatchObject({ refusal: { fields: { [field]: 'recused' } } });
  });

  it('is one’s own to declare; only lead and deputy name another', async () => {
    const id = await opened();

    await expect(keepOut(id, member, second.personId)).rejects.toMatchObject({
      refusal: { fields: { personId: 'only-oneself' } },
    });
    await keepOut(id, member, member.personId);

    expect((await page(id)).recusals).toMatchObject([
      { person: { id: member.personId }, reason: 'A cousin of the family.' },
    ]);
  });

  it('is said by the database too', async () => {
    const id = await opened();
    await keepOut(id, duty, member.personId);
    const { owner } = program.databases;
    const ways = [
      'update cases set deputy_id = $2 where id = $1',
      'update case_members set left_at = null where case_id = $1 and person_id = $2',
    ];

    for (const way of ways)
      await expect(owner.query(way, [id, member.personId]), way).rejects.toMatchObject({
        constraint: 'a_recused_person_has_no_part',
      });
  });
});

describe('the standing team', () => {
  it('joins a case in one step, without whoever is recused', async () => {
    const id = await opened();
    const { coordinator, custodian } = program.actors;
    await keepOut(id, duty, custodian.personId);
    for (const each of [coordinator, custodian])
      await as(coordinator, (tx) =>
        setStanding(tx, program.ground, each.personId, {
          version: 0,
          isStanding: true,
          vettedUntil: '2027-06-30',
          trainedUntil: null,
        }),
      );

    await as(duty, (tx) => addStandingTeam(tx, program.ground, id));
    await as(duty, (tx) => declareNoConflict(tx, program.ground, id));

    const { team } = await page(id, coordinator);
    expect(team.map((each) => each.id)).toContain(coordinator.personId);
    expect(team.map((each) => each.id)).not.toContain(custodian.personId);
    expect(team.find((each) => each.id === duty.personId)?.hasDeclared).toBe(true);
  });
});
