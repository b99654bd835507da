import type { z } from 'zod';
import { membersById } from '../../community/index.ts';
import { hasRole, type PersonActor } from '../../platform/actor.ts';
import type { Sql, Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { openRecordKeys } from '../../platform/keys/index.ts';
import type { casesPage } from '../contract.ts';
import { presentCase } from '../present.ts';
import { type CaseContent, caseSpot, openAt } from '../sealing.ts';
import { isMyCase } from './my-cases.ts';

const pageSize = 50;

/** The cases of this person, or for a coordinator all of them; titles only where the reader holds a key. Newest first, by page. */
export async function caseListOf(
  tx: Tx<PersonActor>,
  ground: Ground,
  input: { state: 'open' | 'closed'; after?: string | undefined },
): Promise<z.infer<typeof casesPage>> {
  const rows = await rowsFor(tx, input);
  const page = rows.slice(0, pageSize);
  const ids = page.map((row) => row.id);
  const keys = await openRecordKeys(tx, ground, ids);
  const names = await membersById(
    tx,
    page.flatMap((row) => [row.leadId, row.deputyId]),
  );
  const counts = await actionCounts(tx.sql, ids, ground.clock.now());
  const members = await membersOfCases(tx, ids);
  return {
    rows: page.map((row) => {
      const key = keys.get(row.id);
      const title = key ? openAt<CaseContent>(key, caseSpot(row.communityId, row.id), row.content).title : null;
      return presentCase(
        row,
        names,
        tx.actor.personId,
        members.get(row.id) ?? [],
        title,
        counts.get(row.id) ?? { openActions: 0, overdueActions: 0 },
      );
    }),
    next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  };
}

/** Ids are made in order of time (UUIDv7), so that the id itself is the place to go on from. */
function rowsFor(tx: Tx<PersonActor>, input: { state: 'open' | 'closed'; after?: string | undefined }) {
  const all = tx.sql.selectFrom('cases').selectAll().where('state', '=', input.state);
  const mine = hasRole(tx.actor, 'coordinator') ? all : all.where(isMyCase(tx, input.state, 'cases.id'));
  const from = input.after ? mine.where('id', '<', input.after) : mine;
  return from
    .orderBy('id', 'desc')
    .limit(pageSize + 1)
    .execute();
}

async function membersOfCases(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { personId: string; part: string }[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('caseMembers')
    .select(['caseId', 'personId', 'part'])
    .where('caseId', 'in', ids)
    .where('leftAt', 'is', null)
    .execute();
  return Map.groupBy(rows, (row) => row.caseId);
}

/** Open and overdue actions of each of these cases. */
export async function actionCounts(
  sql: Sql,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, { openActions: number; overdueActions: number }>> {
  if (ids.length === 0) return new Map();
  const rows = await sql
    .selectFrom('actions')
    .select(['caseId', (count) => count.fn.countAll<number>().as('open')])
    .select((count) => count.fn.countAll<number>().filterWhere('dueAt', '<=', now).as('overdue'))
    .where('caseId', 'in', ids)
    .where('state', 'in', ['assigned', 'accepted'])
    .groupBy('caseId')
    .execute();
  return new Map(
    rows.map((row) => [row.caseId, { openActions: Number(row.open), overdueActions: Number(row.overdue) }]),
  );
}

/** The case that a report belongs to, or null. */
export async function caseOfReport(sql: Sql, report: string): Promise<string | null> {
  const row = await sql
    .selectFrom('caseReports')
    .select('caseId')
    .where('reportId', '=', report)
    .orderBy('linkedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.caseId ?? null;
}

/** What each member carries: cases led, cases as deputy, open actions. */
export async function countWork(
  tx: Tx,
): Promise<Map<string, { leads: number; deputyOf: number; openActions: number }>> {
  const work = new Map<string, { leads: number; deputyOf: number; openActions: number }>();
  const of = (id: string) => work.get(id) ?? work.set(id, { leads: 0, deputyOf: 0, openActions: 0 }).get(id)!;
  const cases = await tx.sql
    .selectFrom('cases')
    .select(['leadId', 'deputyId', (count) => count.fn.countAll<number>().as('count')])
    .where('state', '=', 'open')
    .groupBy(['leadId', 'deputyId'])
    .execute();
  for (const row of cases) {
    of(row.leadId).leads += Number(row.count);
    of(row.deputyId).deputyOf += Number(row.count);
  }
  const actions = await tx.sql
    .selectFrom('actions')
    .select(['assigneeId', (count) => count.fn.countAll<number>().as('count')])
    .where('state', 'in', ['assigned', 'accepted'])
    .groupBy('assigneeId')
    .execute();
  for (const row of actions) of(row.assigneeId).openActions += Number(row.count);
  return work;
}
