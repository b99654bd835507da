import { sql as raw } from 'kysely';
import type { z } from 'zod';
import { membersById } from '../../community/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import type { TriagePage, triageInput, Urgency } from '../contract.ts';
import { presentReportRow } from '../present.ts';

const columns = [
  'id',
  'number',
  'channel',
  'language',
  'receivedAt',
  'receivedBy',
  'state',
  'urgency',
  'originalUrgency',
  'responsibleId',
  'climbedTo',
  'nextDueAt',
  'firstReadAt',
  'answeredAt',
  'sealedPast',
  'outcome',
  'decidedBy',
  'decidedAt',
  'version',
  'communityId',
] as const;

const rank = raw<number>`(case urgency when 'immediate' then 0 when 'urgent' then 1 when 'unsorted' then 2 else 3 end)`;
const ranks: Record<string, number> = { immediate: 0, urgent: 1, unsorted: 2, routine: 3 };

/** A page of the desk: what waits, by urgency and then age; or what was decided, newest first. Cost grows with the page. */
export async function triagePageOf(tx: Tx, input: z.infer<typeof triageInput>): Promise<TriagePage> {
  const rows = input.state === 'waiting' ? await waiting(tx, input) : await decided(tx, input);
  const page = rows.slice(0, input.limit);
  const names = await membersById(
    tx,
    page.map((row) => row.responsibleId),
  );
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return {
    rows: page.map((row) => presentReportRow(row, names)),
    next: last
      ? cursorOf([
          ranks[last.urgency] ?? 3,
          (input.state === 'waiting' ? last.receivedAt : last.decidedAt)?.toISOString(),
          last.id,
        ])
      : null,
    waiting: await countWaiting(tx),
  };
}

function waiting(tx: Tx, input: z.infer<typeof triageInput>) {
  const query = tx.sql.selectFrom('reports').select(columns).where('state', '=', 'waiting');
  const from = input.after ? readCursor(input.after) : null;
  const after = from
    ? query.where(raw<boolean>`(${rank}, received_at, id) > (${from.rank}, ${from.at}::timestamptz, ${from.id}::uuid)`)
    : query;
  return after
    .orderBy(rank)
    .orderBy('receivedAt')
    .orderBy('id')
    .limit(input.limit + 1)
    .execute();
}

function decided(tx: Tx, input: z.infer<typeof triageInput>) {
  const query = tx.sql.selectFrom('reports').select(columns).where('state', '=', 'decided');
  const from = input.after ? readCursor(input.after) : null;
  const after = from
    ? query.where(raw<boolean>`(decided_at, id) < (${from.at}::timestamptz, ${from.id}::uuid)`)
    : query;
  return after
    .orderBy('decidedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(input.limit + 1)
    .execute();
}

async function countWaiting(tx: Tx): Promise<Record<Urgency, number>> {
  const counts = await tx.sql
    .selectFrom('reports')
    .select(['urgency', (count) => count.fn.countAll<number>().as('count')])
    .where('state', '=', 'waiting')
    .groupBy('urgency')
    .execute();
  const of = (urgency: Urgency) => Number(counts.find((row) => row.urgency === urgency)?.count ?? 0);
  return { immediate: of('immediate'), urgent: of('urgent'), unsorted: of('unsorted'), routine: of('routine') };
}

const cursorOf = (parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

function readCursor(text: string): { rank: number; at: string; id: string } {
  try {
    const [rank, at, id] = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Number.isInteger(rank) && !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(id)) return { rank, at, id };
  } catch {
    // Not a cursor of ours: said below, like any other fault of the query.
  }
  throw invalid({ after: 'not-valid' });
}
