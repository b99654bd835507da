import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../program/must.ts';
import type { CastKey } from '../program/program.ts';
import { type Program, startProgram } from '../program/program.ts';
import { type HeldSession, sessionOf } from '../program/sessions.ts';
import { tend } from '../program/sides.ts';
import { joinCommunity, reportConcern, type Stage, setTheStage } from '../program/stage.ts';
import { doorOf, validRequests } from '../program/valid-requests/index.ts';

/** Doors that show what is sealed under a report's or a case's key, by hand. */
const sealed = [
  'GET /api/v1/reports/{id}',
  'GET /api/v1/reports/{id}/attachments/{attachmentId}',
  'GET /api/v1/cases/{id}',
  'GET /api/v1/cases/{id}/statements/{statementId}/files/{fileId}',
  'GET /api/v1/extracts/{id}',
  'GET /api/v1/cases/{id}/disclosures',
  'GET /api/v1/cases/{id}/brought',
  'GET /api/v1/cases/{id}/brought/pictures/{fileId}',
  'GET /api/v1/cases/{id}/people',
  'GET /api/v1/cases/{id}/minutes',
  'GET /api/v1/cases/{id}/documents/{kind}',
  'GET /api/v1/cases/{id}/documents/{kind}/file',
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
  it('writes who, what, when and by which assignment, whoever reads a report that is theirs to read', async () => {
    const { id } = stage.waiting;
    const taken = await reportConcern(program, {});

    const reasons = {
      duty: await reads('duty', `/api/v1/reports/${id}`, id),
      another: await reads('duty', `/api/v1/reports/${taken.id}`, taken.id),
      team: await reads('member', `/api/v1/reports/${stage.linked.id}`, stage.linked.id),
      deputy: await reads('second', `/api/v1/reports/${stage.linked.id}`, stage.linked.id),
    };

    expect(reasons).toEqual({ duty: 'responsible', another: 'responsible', team: 'case-team', deputy: 'case-team' });
  });

  it('shows nothing of a report to whoever has no assignment to it, at any door, until they have typed why', async () => {
    const offDuty = await joinCommunity(program, 'Off Duty', ['duty-officer', 'custodian']);
    await tend(program, program.actors.duty);
    const readers = [offDuty, program.actors.second, program.actors.coordinator];
    const doors = Object.entries(validRequests(program, stage)).filter(
      ([door]) => door.includes('/reports/{id}') && !/reading-reasons|identity/.test(door),
    );
    const answersTo = async (by: HeldSession) => {
      const statuses: string[] = [];
      for (const [door, { path, body }] of doors) {
        const { status, text } = await by.call(door.split(' ')[0]!, path, body);
        if (status !== 428 || text.includes(stage.waiting.id)) statuses.push(`${door}: ${status}`);
      }
      return statuses;
    };

    for (const reader of readers) {
      const by = await sessionOf(program, reader);
      expect(await answersTo(by), reader.personId).toEqual([]);
      expect(await entryOf(stage.waiting.id, reader.personId)).toBeUndefined();
      expect(
        (await by.call('POST', `/api/v1/reports/${stage.waiting.id}/reading-reasons`, { words: '?' })).status,
      ).toBe(400);
    }
  });

  it('opens the report once the reason is typed, logs that it was, seals the words and shows them to every reader', async () => {
    const { id } = stage.waiting;
    const second = await sessionOf(program, program.actors.second);
    const words = 'The officer asked me for a second pair of eyes.';

    await must(second.call('POST', `/api/v1/reports/${id}/reading-reasons`, { words }));

    expect(await reads('second', `/api/v1/reports/${id}`, id)).toBe('typed');
    const duty = await sessionOf(program, program.actors.duty);
    const { readingReasons } = await must<{ readingReasons: { words: string }[] }>(
      duty.call('GET', `/api/v1/reports/${id}`),
    );
    expect(readingReasons.map((each) => each.words)).toEqual([words]);
    const stored = await program.databases.owner.query<{ row: string }>(
      `select r::text || (select string_agg(body, '') from audit_entries) as row from reading_reasons r`,
    );
    expect(stored.rows.some(({ row }) => row.includes('pair of eyes'))).toBe(false);
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

  it('asks again after twelve hours, and about every other report', async () => {
    const { id } = stage.waiting;
    const elsewhere = await (await sessionOf(program, program.actors.second)).call(
      'GET',
      `/api/v1/reports/${stage.decided.id}`,
    );
    program.clock.advance(12 * 3_600_000);

    const later = await (await sessionOf(program, program.actors.second)).call('GET', `/api/v1/reports/${id}`);

    expect([elsewhere.status, later.status]).toEqual([428, 428]);
  });
});
