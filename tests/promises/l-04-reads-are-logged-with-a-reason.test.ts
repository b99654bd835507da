import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CastKey } from '../program/program.ts';
import { type Program, startProgram } from '../program/program.ts';
import { sessionOf } from '../program/sessions.ts';
import { tend } from '../program/sides.ts';
import { joinCommunity, type Stage, setTheStage } from '../program/stage.ts';
import { doorOf, validRequests } from '../program/valid-requests/index.ts';

/** Doors that show what is sealed under a report's or a case's key, by hand. */
const sealed = [
  'GET /api/v1/reports/{id}',
  'GET /api/v1/reports/{id}/attachments/{attachmentId}',
  'GET /api/v1/cases/{id}',
  'GET /api/v1/cases/{id}/minutes',
];

let program: Program;
let stage: Stage;
beforeAll(async () => {
  program = await startProgram();
  stage = await setTheStage(program);
}, 120_000);
afterAll(() => program.close());

type Entry = { act: string; at: Date; actor_id: string; body: string };
const entryOf = async (recordId: string, actorId: string): Promise<Entry> =>
  (
    await program.databases.owner.query<Entry>(
      `select act, at, actor_id, body from audit_entries where record_id = $1 and actor_id = $2
         and act in ('report-opened', 'case-opened-to-read') limit 1`,
      [recordId, actorId],
    )
  ).rows[0]!;
const reasonOf = ({ body }: Entry) => JSON.parse(body).facts.reason as string;

async function reads(key: CastKey, path: string, record: string): Promise<string> {
  await (await sessionOf(program, program.actors[key])).call('GET', path);
  return reasonOf(await entryOf(record, program.actors[key].personId));
}

describe('L-04 reads of sealed things are logged with a reason', () => {
  it('writes who, what, when and by which assignment, whoever reads a report', async () => {
    const { id } = stage.waiting;
    const offDuty = await joinCommunity(program, 'Off Duty', ['duty-officer']);
    await tend(program, program.actors.duty);
    await (await sessionOf(program, offDuty)).call('GET', `/api/v1/reports/${id}`);

    const reasons = {
      duty: await reads('duty', `/api/v1/reports/${id}`, id),
      second: await reads('second', `/api/v1/reports/${id}`, id),
      coordinator: await reads('coordinator', `/api/v1/reports/${id}`, id),
      offDuty: reasonOf(await entryOf(id, offDuty.personId)),
      team: await reads('member', `/api/v1/reports/${stage.linked.id}`, stage.linked.id),
    };

    expect(reasons).toEqual({
      duty: 'responsible',
      second: 'second-on-duty',
      coordinator: 'coordinator',
      offDuty: 'officer-off-duty',
      team: 'case-team',
    });
  });

  it('takes the reason for a case from the part that somebody has in it', async () => {
    const { id } = stage.openCase;
    const path = `/api/v1/cases/${id}`;

    const reasons = [await reads('duty', path, id), await reads('second', path, id), await reads('member', path, id)];

    expect([...reasons, await reads('coordinator', path, id)]).toEqual([
      'lead',
      'deputy',
      'member',
      'offered-the-lead',
    ]);
  });

  it('writes an entry for every door that shows what is sealed, in the clock’s own time', async () => {
    for (const door of sealed) {
      const { path } = validRequests(program, stage)[door]!;
      const { audit, permission } = program.routes.find((route) => doorOf(route) === door)!;
      expect('act' in audit && permission.reason !== undefined, door).toBe(true);
      await (await sessionOf(program, program.actors.duty)).call('GET', path);
    }

    const { rows } = await program.databases.owner.query<Entry>(
      `select * from audit_entries where act in ('report-opened', 'attachment-opened', 'case-opened-to-read')`,
    );
    expect(rows.length).toBeGreaterThan(8);
    expect(rows.filter((entry) => !reasonOf(entry)).map(({ act }) => act)).toEqual([]);
    expect(rows.every(({ at }) => Math.abs(at.getTime() - program.clock.now().getTime()) <= 10)).toBe(true);
  });

  it('leaves no GET of a record of a report or case without an entry or a word why there is none', () => {
    const silent = program.routes.filter(
      (route) => route.method === 'GET' && /\/(reports|cases)\/\{id\}/.test(route.path) && !('act' in route.audit),
    );

    expect(silent.filter(({ audit }) => !('none' in audit) || audit.none.length < 10).map(doorOf)).toEqual([]);
  });
});
