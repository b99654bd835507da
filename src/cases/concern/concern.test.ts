import { describe, expect, it } from 'vitest';
import type { Program } from '../../../tests/program/program.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { addMember } from '../commands/direct-case.ts';
import { onCases } from '../testing/on-cases.ts';
import type { RatedLevel } from '../words/vocabulary.ts';
import { agreeConcern, rateConcern } from './rate.ts';
import { addTrigger, askConcern, askOnTriggers } from './rounds.ts';

let program: Program;
let duty: PersonActor;
let second: PersonActor;
const { as, opened, page } = onCases((started) => {
  program = started;
  ({ duty, second } = started.actors);
});
const reasons = { reasonsFor: 'He wrote times.', reasonsAgainst: 'He talks to us.', unknowns: 'The means.' };
const rate = (id: string, by: PersonActor, level: RatedLevel) =>
  as(by, (tx) => rateConcern(tx, program.ground, id, { level, confidence: 'fair', ...reasons }));
const agree = async (id: string, level: RatedLevel) => {
  const { version } = await page(id);
  await as(duty, (tx) =>
    agreeConcern(tx, program.ground, id, { version, level, confidence: 'fair', words: 'So we both see it.' }),
  );
};
const agreed = async (level: RatedLevel) => {
  const id = await opened();
  await rate(id, duty, level);
  await rate(id, second, level);
  await agree(id, level);
  return id;
};

describe('the level of concern', () => {
  it('is what two raters agree on, with the next review near enough', async () => {
    const id = await agreed('high');

    const { levelOfConcern, nextReviewAt, concern } = await page(id);

    expect(levelOfConcern).toBe('high');
    expect(Date.parse(nextReviewAt!)).toBeLessThanOrEqual(program.clock.now().getTime() + 7 * 86_400_000);
    expect(concern.rounds[0]?.agreed).toMatchObject({ level: 'high', words: 'So we both see it.' });
  });

  it('keeps what the first rater found from the second until the second has rated', async () => {
    const id = await opened();
    await rate(id, duty, 'moderate');

    const before = await page(id, second);
    await rate(id, second, 'low');
    const after = await page(id, second);

    expect(before.concern.rounds[0]?.ratings).toMatchObject([{ level: null, reasonsFor: null, confidence: null }]);
    expect(JSON.stringify(before)).not.toContain(reasons.reasonsFor);
    expect(after.concern.rounds[0]?.ratings.map(({ level }) => level)).toEqual(['moderate', 'low']);
  });

  it('is raised to imminent by one alone, at once', async () => {
    const id = await agreed('low');

    await rate(id, second, 'imminent');

    const { levelOfConcern, nextReviewAt, concern } = await page(id);
    expect(levelOfConcern).toBe('imminent');
    expect(Date.parse(nextReviewAt!)).toBeLessThanOrEqual(program.clock.now().getTime() + 86_400_000);
    expect(concern.rounds[0]?.raisedBy?.id).toBe(second.personId);
  });

  it('is lowered only where both raters found it lower', async () => {
    const id = await agreed('high');
    await rate(id, duty, 'high');
    await rate(id, second, 'low');

    await expect(agree(id, 'moderate')).rejects.toMatchObject({
      refusal: { fields: { level: 'lowering-needs-both' } },
    });
    await agree(id, 'high');
    await rate(id, duty, 'moderate');
    await rate(id, second, 'low');
    await agree(id, 'moderate');

    expect((await page(id)).levelOfConcern).toBe('moderate');
  });

  it('refuses one rating, the same rater twice, a third rater, and a level that neither came near', async () => {
    const id = await opened();
    const third = program.actors.member;
    await as(duty, (tx) => addMember(tx, program.ground, id, { personId: third.personId, part: 'member' }));
    await rate(id, duty, 'low');

    await expect(agree(id, 'low')).rejects.toMatchObject({ refusal: { fields: { level: 'two-raters-needed' } } });
    await expect(rate(id, duty, 'low')).rejects.toMatchObject({ refusal: { because: 'same-person-twice' } });
    await rate(id, second, 'moderate');
    await expect(rate(id, third, 'low')).rejects.toMatchObject({ refusal: { because: 'already-answered' } });
    await expect(agree(id, 'high')).rejects.toMatchObject({ refusal: { fields: { level: 'not-between-the-two' } } });
  });

  it('asks again on a date that was noted', async () => {
    const id = await agreed('moderate');
    const at = new Date(program.clock.now().getTime() + 5 * 86_400_000).toISOString();
    await as(duty, (tx) => addTrigger(tx, program.ground, id, { kind: 'hearing', at }));
    const sweep = () =>
      program.as({ kind: 'system', communityId: program.communityId, job: 'ask-on-triggers' }, (tx) =>
        askOnTriggers(tx, program.ground),
      );

    const early = await sweep();
    program.clock.advance(6 * 86_400_000);
    const due = await sweep();

    expect([early, due, await sweep()]).toEqual([0, 1, 0]);
    expect((await page(id)).concern.rounds[0]).toMatchObject({ why: 'noted-date', agreed: null });
    const twice = as(duty, (tx) => askConcern(tx, program.ground, id, { why: 'review' }));
    await expect(twice).rejects.toMatchObject({ refusal: { because: 'already-answered' } });
  });
});

describe('the database', () => {
  const owner = () => program.databases.owner;

  it('refuses a level that nobody agreed on', async () => {
    const id = await opened();

    const alone = owner().query("update cases set level_of_concern = 'low' where id = $1", [id]);

    await expect(alone).rejects.toMatchObject({ constraint: 'a_level_needs_two_raters' });
  });

  it('refuses to agree with one rating, and to lower with one', async () => {
    const id = await agreed('high');
    await rate(id, duty, 'low');
    const agreeing = `update concern_rounds set level = 'low', confidence = 'fair', reconciled_at = now(), reconciled_by = $2, content = 'x'
      where case_id = $1 and reconciled_at is null`;

    await expect(owner().query(agreeing, [id, duty.personId])).rejects.toMatchObject({
      constraint: 'a_level_needs_two_raters',
    });
    await rate(id, second, 'high');
    await expect(owner().query(agreeing, [id, duty.personId])).rejects.toMatchObject({
      constraint: 'lowering_needs_both_raters',
    });
  });

  it('refuses the same rater twice in one round', async () => {
    const id = await opened();
    await rate(id, duty, 'low');

    const again = owner().query(
      `insert into concern_ratings select community_id, round_id, rater_id, 2, level, confidence, rated_at, content
       from concern_ratings where round_id = (select id from concern_rounds where case_id = $1)`,
      [id],
    );

    await expect(again).rejects.toMatchObject({ constraint: 'two_different_raters' });
  });
});
