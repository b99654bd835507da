import { describe, expect, it } from 'vitest';
import type { Program } from '../../../tests/program/program.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { addAction } from '../commands/add-action.ts';
import { addMember } from '../commands/direct-case.ts';
import { acceptOffer } from '../commands/offer-lead.ts';
import { recuse } from '../team/recuse.ts';
import { aCase } from '../testing/a-case.ts';
import { onCases } from '../testing/on-cases.ts';
import { goAway } from './absence.ts';
import { caseLoadOf } from './case-load.ts';
import { handOverAll, handOverFor } from './hand-over-all.ts';

let program: Program;
let duty: PersonActor;
let second: PersonActor;
let member: PersonActor;
const { as, inDays, opened, page } = onCases((started) => {
  program = started;
  ({ duty, second, member } = started.actors);
});
const offerAll = (toIds: string[]) =>
  as(duty, (tx) => handOverAll(tx, program.ground, { toIds, expiresAt: inDays(2), note: 'I move away.' }));

describe('leaving', () => {
  it('offers every case that one leads, and leads each until somebody accepts', async () => {
    const [one, other, kept] = [await opened(), await opened(), await opened()];
    await as(duty, (tx) =>
      recuse(tx, program.ground, kept, { personId: member.personId, reason: 'A neighbour of the family.' }),
    );

    const handed = await offerAll([member.personId]);

    const before = await page(one);
    expect(handed).toEqual({ offered: 2, left: [(await page(kept)).number] });
    expect(before.lead.id).toBe(duty.personId);
    await as(member, (tx) => acceptOffer(tx, program.ground, before.offers[0]!.id));
    expect((await page(one, member)).lead.id).toBe(member.personId);
    expect((await page(other)).lead.id).toBe(duty.personId);
  });

  it('lets the deputy lead where nobody else is asked', async () => {
    const id = await opened();

    await offerAll([second.personId]);
    const { offers } = await page(id);
    await as(second, (tx) => acceptOffer(tx, program.ground, offers[0]!.id));

    const { lead, deputy } = await page(id, second);
    expect([lead.id, deputy.id]).toEqual([second.personId, duty.personId]);
  });

  it('refuses oneself, and somebody who is not active', async () => {
    await expect(offerAll([duty.personId])).rejects.toMatchObject({
      refusal: { fields: { toIds: 'already-the-lead' } },
    });
    await expect(offerAll(['01a207d9-2100-7d39-8b93-aebb68e39eca'])).rejects.toMatchObject({
      refusal: { fields: { toIds: 'not-an-active-member' } },
    });
  });
});

describe('a coordinator', () => {
  it('hands over the cases of somebody who leaves: to whom holds them, else to the deputy', async () => {
    const { coordinator, custodian } = program.actors;
    const open = async (isHeld: boolean) => {
      const { id } = await aCase(program.ground, second, custodian.personId);
      if (isHeld)
        await as(second, (tx) => addMember(tx, program.ground, id, { personId: member.personId, part: 'member' }));
      return id;
    };
    const [held, other] = [await open(true), await open(false)];

    const handed = await as(coordinator, (tx) =>
      handOverFor(tx, program.ground, second.personId, { toIds: [member.personId], expiresAt: inDays(2) }),
    );

    expect(handed.left).toEqual([]);
    const offersOf = async (id: string) => (await page(id, second)).offers.map(({ from, to }) => [from.id, to.id]);
    expect(await offersOf(held)).toEqual([[second.personId, member.personId]]);
    expect(await offersOf(other)).toEqual([[second.personId, custodian.personId]]);
    const { offers } = await page(held, second);
    await as(member, (tx) => acceptOffer(tx, program.ground, offers[0]!.id));
    expect((await page(held, member)).lead.id).toBe(member.personId);
    expect((await page(other, second)).lead.id).toBe(second.personId);
  });

  it('cannot hand over to whoever leaves, nor for a stranger', async () => {
    const { coordinator } = program.actors;
    await opened();
    const hand = (leaver: string, to: string) =>
      as(coordinator, (tx) => handOverFor(tx, program.ground, leaver, { toIds: [to], expiresAt: inDays(2) }));

    await expect(hand(duty.personId, duty.personId)).rejects.toMatchObject({
      refusal: { fields: { toIds: 'already-the-lead' } },
    });
    await expect(hand('01a207d9-2100-7d39-8b93-aebb68e39eca', member.personId)).rejects.toMatchObject({
      refusal: { kind: 'not-found' },
    });
  });
});

describe('an absence', () => {
  it('tells the deputies, shows in the load, and keeps work that is due then from an empty chair', async () => {
    const id = await opened();

    await as(second, (tx) => goAway(tx, program.ground, { startsAt: inDays(3), endsAt: inDays(6) }));
    await as(duty, (tx) => goAway(tx, program.ground, { startsAt: inDays(8), endsAt: inDays(9) }));

    const give = (days: number) =>
      as(duty, (tx) =>
        addAction(tx, program.ground, id, {
          category: 'subject',
          words: 'Talk.',
          assigneeId: second.personId,
          dueAt: inDays(days),
        }),
      );
    await expect(give(4)).rejects.toMatchObject({ refusal: { fields: { assigneeId: 'away-then' } } });
    await give(7);
    const { members } = await as(program.actors.coordinator, (tx) => caseLoadOf(tx, program.ground));
    expect(members.find((each) => each.id === second.personId)).toMatchObject({ awayFrom: inDays(3), openActions: 1 });
    const { rows } = await program.databases.owner.query(
      "select count(*)::int as mails from mail_messages where template = 'lead-away' and person_id = $1",
      [second.personId],
    );
    expect(rows[0].mails).toBeGreaterThan(0);
  });

  it('that has passed, or ends before it starts, is refused', async () => {
    const away = (startsAt: string, endsAt: string) =>
      as(duty, (tx) => goAway(tx, program.ground, { startsAt, endsAt }));

    await expect(away(inDays(-3), inDays(-1))).rejects.toMatchObject({
      refusal: { fields: { endsAt: 'in-the-past' } },
    });
    await expect(away(inDays(3), inDays(2))).rejects.toMatchObject({
      refusal: { fields: { endsAt: 'ends-before-it-starts' } },
    });
  });
});
