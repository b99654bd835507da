import { describe, expect, it } from 'vitest';
import type { Program } from '../../../tests/program/program.ts';
import { handOnWork } from '../../app/routes.ts';
import { suspend } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { closeCase } from '../closing/close-case.ts';
import { addMember } from '../commands/direct-case.ts';
import { onCases } from '../testing/on-cases.ts';
import { climbInquiries, endInquiry, planInquiry } from './inquire.ts';

let program: Program;
let duty: PersonActor;
let second: PersonActor;
const { as, inDays, opened, page } = onCases((started) => {
  program = started;
  ({ duty, second } = started.actors);
});
const plan = (id: string, more: object = {}) =>
  as(duty, (tx) =>
    planInquiry(tx, program.ground, id, {
      kind: 'interview',
      guide: 'witness',
      who: 'The tutor',
      purpose: 'What she saw.',
      askerId: second.personId,
      dueAt: inDays(2),
      ...more,
    }),
  );
const end = async (id: string) => {
  const { id: inquiryId, version } = (await page(id)).inquiries[0]!;
  await as(second, (tx) =>
    endInquiry(tx, program.ground, id, inquiryId, { version, to: 'done', outcome: 'She saw it.' }),
  );
};

describe('an interview', () => {
  it('comes back with what was said', async () => {
    const id = await opened();

    await plan(id, { interpreter: 'A sworn interpreter' });
    await end(id);

    expect((await page(id)).inquiries).toMatchObject([
      { who: 'The tutor', guide: 'witness', state: 'done', outcome: 'She saw it.', interpreter: 'A sworn interpreter' },
    ]);
    await expect(end(id)).rejects.toMatchObject({ refusal: { because: 'changed-since-you-opened-it' } });
  });

  it('with a minor names who sits with them, and tells a guardian or says why not yet', async () => {
    const id = await opened();
    const refusals: [object, string][] = [
      [{ isMinor: true }, 'companion'],
      [{ isMinor: true, companion: 'Her aunt' }, 'guardianNotice'],
      [{ isMinor: true, companion: 'Her aunt', guardianNotice: 'delayed' }, 'guardianReason'],
      [{ guide: null }, 'guide'],
    ];

    for (const [more, field] of refusals)
      await expect(plan(id, more), field).rejects.toMatchObject({ refusal: { fields: { [field]: 'required' } } });
    await plan(id, {
      isMinor: true,
      companion: 'Her aunt',
      guardianNotice: 'delayed',
      guardianReason: 'He is who she fears.',
    });

    expect((await page(id)).inquiries).toMatchObject([
      { companion: 'Her aunt', guardianNotice: 'delayed', guardianReason: 'He is who she fears.' },
    ]);
  });

  it('refuses an asker without access and a date in the past', async () => {
    const id = await opened();

    await expect(plan(id, { askerId: program.actors.member.personId })).rejects.toMatchObject({
      refusal: { fields: { askerId: 'not-on-the-team' } },
    });
    await expect(plan(id, { dueAt: inDays(-1) })).rejects.toMatchObject({
      refusal: { fields: { dueAt: 'in-the-past' } },
    });
  });

  it('keeps the case open, climbs once, and passes on when the asker stops', async () => {
    const id = await opened();
    const { member } = program.actors;
    await as(duty, (tx) => addMember(tx, program.ground, id, { personId: member.personId, part: 'member' }));
    await plan(id, { askerId: member.personId });
    const { version } = await page(id);

    const closing = as(duty, (tx) =>
      closeCase(tx, program.ground, id, {
        version,
        reason: 'resolved',
        words: 'All is well.',
        reopenTriggers: 'New words.',
      }),
    );
    await expect(closing).rejects.toMatchObject({ refusal: { fields: { reason: 'has-open-actions' } } });
    program.clock.advance(3 * 86_400_000);
    const sweep = () =>
      program.as({ kind: 'system', communityId: program.communityId, job: 'climb-inquiries' }, (tx) =>
        climbInquiries(tx, program.ground),
      );
    expect(await sweep()).toBeGreaterThan(0);
    expect(await sweep()).toBe(0);
    await as(program.actors.coordinator, (tx) => suspend(tx, program.ground, member.personId, handOnWork));

    expect((await page(id)).inquiries[0]?.asker.id).toBe(duty.personId);
  });
});

describe('the database', () => {
  it('refuses a minor who sits alone and a delay without its reason', async () => {
    const id = await opened();
    await plan(id);
    const { owner } = program.databases;

    const alone = owner.query("update inquiries set is_minor = true, guardian_notice = 'given' where case_id = $1", [
      id,
    ]);
    await expect(alone).rejects.toMatchObject({ constraint: 'a_minor_is_not_alone' });
    const silent = owner.query("update inquiries set guardian_notice = 'delayed' where case_id = $1", [id]);
    await expect(silent).rejects.toMatchObject({ constraint: 'a_delay_has_its_reason' });
  });
});
