import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptOffer, offerLead } from '../../src/cases/index.ts';
import { aCase } from '../../src/cases/testing/a-case.ts';
import { suspend } from '../../src/community/index.ts';
import type { PersonActor } from '../../src/platform/actor.ts';
import { Refused } from '../../src/platform/errors.ts';
import { addTeamMembers } from '../program/extra-people.ts';
import { handOnWork, type Program, startProgram } from '../program/program.ts';

const isFull = process.env.FORESTALL_PROMISES === 'full';
const cases = isFull ? 10_000 : 20;
const suspensions = isFull ? 200 : 8;

let program: Program;
let candidates: PersonActor[];
beforeAll(async () => {
  program = await startProgram();
  candidates = await addTeamMembers(program, 8);
});
afterAll(() => program.close());

const inAnHour = () => new Date(program.clock.now().getTime() + 3_600_000);

async function offerToAll(caseId: string, deputyId: string): Promise<string[]> {
  const { duty } = program.actors;
  await program.ground.database.withActor(duty, async (tx) => {
    const { version } = await tx.sql
      .selectFrom('cases')
      .select('version')
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow();
    await offerLead(tx, program.ground, caseId, {
      version,
      toIds: candidates.map((each) => each.personId),
      deputyAfterId: deputyId,
      expiresAt: inAnHour(),
    });
  });
  const { rows } = await program.databases.owner.query(
    'select id from hand_over_offers where case_id = $1 and state = $2 order by to_id',
    [caseId, 'open'],
  );
  return rows.map((row) => row.id as string);
}

/** Cases that lack a lead or a deputy, have them twice, or have somebody who is not active: must be none at any time. */
async function brokenCases(): Promise<number> {
  const { rows } = await program.databases.owner.query(`
    select count(*)::int as broken from cases c where c.state = 'open' and (
      c.lead_id is null or c.deputy_id is null or c.lead_id = c.deputy_id
      or (select count(*) from memberships m where m.person_id in (c.lead_id, c.deputy_id) and m.state = 'active') <> 2)`);
  return rows[0].broken;
}

describe('C-01 a case has exactly one lead, always', { retry: 0 }, () => {
  it(`tells exactly one of eight yes, in each of ${cases} cases`, { timeout: 3_600_000 }, async () => {
    const { duty, second } = program.actors;
    let toldYes = 0;
    let ledByTheOneToldYes = 0;

    for (let round = 0; round < cases; round += 1) {
      const { id } = await aCase(program.ground, duty, second.personId);
      const offers = await offerToAll(id, second.personId);
      const ordered = candidates.toSorted((a, b) => (a.personId < b.personId ? -1 : 1));
      const answers = await Promise.allSettled(
        offers.map((offer, at) =>
          program.ground.database.withActor(ordered[at]!, (tx) => acceptOffer(tx, program.ground, offer)),
        ),
      );
      const yes = answers.flatMap((answer, at) => (answer.status === 'fulfilled' ? [ordered[at]!.personId] : []));
      const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
      expect(refusals.every((reason) => reason instanceof Refused)).toBe(true);
      const { rows } = await program.databases.owner.query('select lead_id from cases where id = $1', [id]);
      toldYes += yes.length;
      ledByTheOneToldYes += yes[0] === rows[0].lead_id ? 1 : 0;
    }

    expect(toldYes).toBe(cases);
    expect(ledByTheOneToldYes).toBe(cases);
    expect(await brokenCases()).toBe(0);
  });

  it(`keeps a lead and a deputy through ${suspensions} suspensions that race acceptances`, {
    timeout: 3_600_000,
  }, async () => {
    const { duty, second, coordinator } = program.actors;

    for (let round = 0; round < suspensions; round += 1) {
      const { id } = await aCase(program.ground, duty, second.personId);
      const offers = await offerToAll(id, second.personId);
      const ordered = candidates.toSorted((a, b) => (a.personId < b.personId ? -1 : 1));
      const victim = ordered[round % 8]!;
      await Promise.allSettled([
        ...offers.map((offer, at) =>
          program.ground.database.withActor(ordered[at]!, (tx) => acceptOffer(tx, program.ground, offer)),
        ),
        program.ground.database.withActor(coordinator, (tx) =>
          suspend(tx, program.ground, victim.personId, handOnWork),
        ),
      ]);
      expect(await brokenCases()).toBe(0);
      await program.databases.owner.query(
        "update memberships set state = 'active', ended_at = null where person_id = $1",
        [victim.personId],
      );
    }
  });

  it('has teeth: the database refuses a case without a lead, with the same person twice, and a second acceptance', async () => {
    const { owner } = program.databases;
    const { id } = await aCase(program.ground, program.actors.duty, program.actors.second.personId);
    const offers = await offerToAll(id, program.actors.second.personId);

    const withoutLead = owner.query('update cases set lead_id = null where id = $1', [id]);
    const twice = owner.query('update cases set deputy_id = lead_id where id = $1', [id]);
    const bothAccept = owner.query(
      "update hand_over_offers set state = 'accepted', answered_at = now() where id = any($1)",
      [offers.slice(0, 2)],
    );

    await Promise.all([
      expect(withoutLead).rejects.toMatchObject({ code: '23502' }),
      expect(twice).rejects.toMatchObject({ constraint: 'lead_is_not_deputy' }),
      expect(bothAccept).rejects.toMatchObject({ constraint: 'one_acceptance_a_round' }),
    ]);
  });

  it('has teeth: a suspension that passes nothing on is refused by the database at its commit', async () => {
    await aCase(program.ground, program.actors.duty, program.actors.second.personId);

    const dropped = program.ground.database.withActor(program.actors.coordinator, (tx) =>
      suspend(tx, program.ground, program.actors.second.personId, async () => {}),
    );

    await expect(dropped).rejects.toMatchObject({ refusal: { kind: 'conflict', because: 'nobody-to-take-over' } });
  });
});
