import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, startProgram } from '../../../tests/program/program.ts';
import { aCase } from '../../cases/testing/a-case.ts';
import { meetInDemo } from './demo-meeting.ts';
import type { DemoActors } from './demo-past.ts';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.close());

describe('the meeting of the invented team', () => {
  it('spoke of cases that it leads, decided, put off the rest, and meets again', async () => {
    const { duty, custodian, coordinator, member, second } = program.actors;
    const actors = { pau: duty, claire: custodian, nora: coordinator, tom: member, ines: second } as DemoActors;
    for (const deputy of [second, custodian, second, member]) await aCase(program.ground, duty, deputy.personId);

    program.clock.advance(4 * 86_400_000);

    await meetInDemo(program.ground, actors);

    const count = async (query: string) => Number((await program.databases.owner.query(query)).rows[0].count);
    expect(await count("select count(*) from meetings where state = 'closed'")).toBe(1);
    expect(await count("select count(*) from meetings where state = 'planned'")).toBe(1);
    expect(await count('select count(*) from meeting_decisions')).toBe(3);
    expect(await count('select count(*) from meeting_items where put_off_at is not null')).toBe(1);
  });
});
