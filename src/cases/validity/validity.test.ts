import { describe, expect, it } from 'vitest';
import type { Program } from '../../../tests/program/program.ts';
import { closeCase } from '../closing/close-case.ts';
import { climbOverdueFollowUp } from '../commands/follow-up.ts';
import { askedOfMe } from '../queries/asked-of-me.ts';
import { oversightOf } from '../queries/oversight.ts';
import { onCases } from '../testing/on-cases.ts';
import { validateCase } from './validate-case.ts';

let program: Program;
const { as, opened, page } = onCases((started) => {
  program = started;
});
const ceiling = 1_826;
const wait = (days: number) => program.clock.advance(days * 86_400_000);
const isAsked = async (id: string, who = program.actors.duty) =>
  (await as(who, (tx) => askedOfMe(tx, program.ground))).some(
    ({ what, caseId }) => what === 'validity' && caseId === id,
  );
const validate = async (id: string) => {
  const { version } = await page(id);
  const input = { version, words: 'A hearing is set for the spring.' };
  await as(program.actors.duty, (tx) => validateCase(tx, program.ground, id, input));
};
const close = async (id: string) => {
  const { version } = await page(id);
  const input = { version, reason: 'resolved', words: 'All is well.', reopenTriggers: 'New words.' };
  await as(program.actors.duty, (tx) => closeCase(tx, program.ground, id, input as never));
};
const climb = () =>
  program.as({ kind: 'system', communityId: program.communityId, job: 'climb-follow-up' }, (tx) =>
    climbOverdueFollowUp(tx, program.ground),
  );
const told = async (template: string) =>
  (await program.databases.owner.query('select person_id from mail_messages where template = $1', [template])).rows.map(
    (row) => row.person_id as string,
  );
const isThere = async (id: string) =>
  (await program.databases.owner.query('select from cases where id = $1', [id])).rowCount === 1;
const overseen = async (number: string) =>
  (await as(program.actors.overseer, (tx) => oversightOf(tx, program.ground))).cases.find(
    (each) => each.number === number,
  )?.validityOverdue;

describe('a case and its ceiling', () => {
  it('asks lead and deputy ahead of time, and nobody else, until one of them says why it is still needed', async () => {
    const id = await opened();
    wait(ceiling - 61);
    const before = await isAsked(id);
    wait(2);

    const { duty, second, coordinator } = program.actors;
    const asked = [await isAsked(id), await isAsked(id, second), await isAsked(id, coordinator)];
    await validate(id);

    expect(before).toBe(false);
    expect(asked).toEqual([true, true, false]);
    expect(await isAsked(id)).toBe(false);
    const { validity } = await page(id);
    expect(validity).toMatchObject({
      isAsked: false,
      past: [{ by: { id: duty.personId }, words: 'A hearing is set for the spring.' }],
    });
    expect(Date.parse(validity.until)).toBe(program.clock.now().getTime() + ceiling * 86_400_000);
  });

  it('climbs when nobody validates it while it is open: coordinator at once, overseer a day later; and it stays', async () => {
    const id = await opened();
    const { number } = await page(id);
    wait(ceiling + 1);
    while ((await climb()) > 0);
    const first = [await told('validity-overdue'), await told('validity-climbed')];
    wait(1);
    while ((await climb()) > 0);
    await program.sweep();

    const { coordinator, overseer, duty, second } = program.actors;
    expect(first[0]).toEqual(expect.arrayContaining([duty.personId, second.personId, coordinator.personId]));
    expect(await told('validity-climbed')).toContain(overseer.personId);
    expect([await isThere(id), await overseen(number)]).toEqual([true, true]);
    await validate(id);
    expect(await overseen(number)).toBe(false);
    await expect(program.databases.owner.query('delete from cases where id = $1', [id])).rejects.toMatchObject({
      constraint: 'an_open_case_is_not_destroyed',
    });
  });

  it('is destroyed past it once it is closed, under a certificate that says so; validated, it stays its two years', async () => {
    const [gone, kept] = [await opened(), await opened()];
    const { number } = await page(gone);
    wait(ceiling - 200);
    await close(gone);
    await validate(kept);
    await close(kept);

    wait(199);
    await program.sweep();
    const before = await isThere(gone);
    wait(2);
    await program.sweep();

    expect([before, await isThere(gone), await isThere(kept)]).toEqual([true, false, true]);
    const { rows } = await program.databases.owner.query('select rule, days from shreddings where number = $1', [
      number,
    ]);
    expect(rows).toEqual([{ rule: 'beyond-ceiling', days: ceiling }]);
  });

  it('stays for sixty days where it is closed past its ceiling, so that somebody can be asked', async () => {
    const id = await opened();
    wait(ceiling + 100);
    await close(id);

    await program.sweep();
    wait(59);
    await program.sweep();
    const kept = [await isThere(id), await isAsked(id)];
    wait(2);
    await program.sweep();

    expect(kept).toEqual([true, true]);
    expect(await isThere(id)).toBe(false);
  });

  it('takes no validation without a reason, over a newer change, or without a name in the database', async () => {
    const id = await opened();
    const session = await program.signIn('duty');
    const post = (body: object) => session.call('POST', `/api/v1/cases/${id}/validations`, body);

    const answers = [await post({ version: 1, words: ' ' }), await post({ version: 9, words: 'Needed.' })];

    expect(answers.map(({ status }) => status)).toEqual([400, 409]);
    await expect(
      program.databases.owner.query('update cases set validated_at = now() where id = $1', [id]),
    ).rejects.toMatchObject({ constraint: 'a_validation_has_a_name' });
    expect((await post({ version: 1, words: 'Needed.' })).status).toBe(200);
  });
});
