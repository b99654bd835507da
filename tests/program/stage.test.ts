import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, startProgram } from './program.ts';
import { rehearsal, rehearsed } from './rehearsing.ts';
import { type Stage, setTheStage } from './stage.ts';
import { doorOf, unanswerable, validRequests } from './valid-requests/index.ts';

let program: Program;
let stage: Stage;
beforeAll(async () => {
  const { routes, begin } = rehearsal();
  program = await startProgram({ routes });
  stage = await setTheStage(program);
  begin();
});
afterAll(() => program.close());

describe('the stage of the promise tests', () => {
  it('has a valid request for every door', () => {
    const doors = Object.keys(validRequests(program, stage));

    expect(doors.toSorted()).toEqual(program.routes.map(doorOf).toSorted());
  });

  it('sees every valid request through', async () => {
    const statuses: Record<string, number> = {};
    const requests = Object.entries(validRequests(program, stage));

    for (const [door, { as, path, body }] of requests) {
      const headers = as ? stage.sessions[as].headers : {};
      statuses[door] = (await program.request(door.split(' ')[0]!, path, { body, headers })).status;
    }

    expect(statuses).toEqual(Object.fromEntries(requests.map(([door]) => [door, unanswerable[door] ?? rehearsed])));
  });
});
