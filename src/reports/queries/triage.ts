import { sql as raw } from 'kysely';
import type { z } from 'zod';
import { membersById } from '../../community/index.ts';
import { isPerson, type PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import { notKeptOut } from '../../platform/keys/index.ts';
import type { TriagePage, triageInput, Urgency } from '../contract.ts';
import { presentReportRow } from '../present.ts';
import { place, placeOf } from '../queue-order.ts';

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
  'lane',
  'clusterId',
  'folded',
] as const;

type Input = z.infer<typeof triageInput>;

/** A page of the desk: rows that wait, by urgency and then age; or what was decided, newest first. Cost grows with the page. */
export async function triagePageOf(tx: Tx, input: Input): Promise<TriagePage> {
  const rows = input.state === 'waiting' ? await waiting(tx, input) : await decided(tx, input);
  const page = rows.slice(0, input.limit);
  const names = await membersById(
    tx,
    page.map((row) => row.responsibleId),
  );
  const others = input.state === 'waiting' ? await foldedIn(tx, page) : new Map<string, number>();
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return {
    rows: page.map((row) => presentReportRow(row, names, others.get(row.clusterId ?? '') ?? 0)),
    next: last
      ? cursorOf([
          placeOf(last),
          (input.state === 'waiting' ? last.receivedAt : last.decidedAt)?.toISOString(),
          last.id,
        ])
      : null,
    ...(await countWaiting(tx)),
  };
}

/** The reports that there are for this person: of what they are kept out of, the desk shows nothing. */
const mine = (tx: Tx) =>
  tx.sql
    .selectFrom('reports')
    .$if(isPerson(tx.actor), (all) => all.where(notKeptOut((tx.actor as PersonActor).personId, 'reports.id')));

function waiting(tx: Tx, input: Input) {
  const all = mine(tx).select(columns).where('state', '=', 'waiting');
  const query = input.inRowOf
    ? all
        .where('id', '<>', input.inRowOf)
        .where('clusterId', '=', (is) => is.selectFrom('reports').select('clusterId').where('id', '=', input.inRowOf!))
    : all.where('folded', '=', false);
  const from = input.after ? readCursor(input.after) : null;
  const after = from
    ? query.where(
        raw<boolean>`(${place}, received_at, id) > (${from.place}, ${from.at}::timestamptz, ${from.id}::uuid)`,
      )
    : query;
  return after
    .orderBy(place)
    .orderBy('receivedAt')
    .orderBy('id')
    .limit(input.limit + 1)
    .execute();
}

function decided(tx: Tx, input: Input) {
  const query = mine(tx).select(columns).where('state', '=', 'decided');
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

/** How many wait folded in each of these rows. */
async function foldedIn(tx: Tx, rows: readonly { clusterId: string | null }[]): Promise<Map<string, number>> {
  const clusters = rows.map((row) => row.clusterId).filter((cluster) => cluster !== null);
  if (clusters.length === 0) return new Map();
  const counts = await mine(tx)
    .select(['clusterId', (count) => count.fn.countAll<number>().as('count')])
    .where('clusterId', 'in', clusters)
    .where('state', '=', 'waiting')
    .where('folded', '=', true)
    .groupBy('clusterId')
    .execute();
  return new Map(counts.map((row) => [row.clusterId ?? '', Number(row.count)]));
}

/** How many near copies wait in the row of this report, itself not counted, whether it waits or is decided. */
export async function othersInRow(
  tx: Tx,
  { id, clusterId }: { id: string; clusterId: string | null },
): Promise<number> {
  if (clusterId === null) return 0;
  const others = await mine(tx)
    .select((count) => count.fn.countAll<number>().as('count'))
    .where('clusterId', '=', clusterId)
    .where('state', '=', 'waiting')
    .where('id', '<>', id)
    .executeTakeFirstOrThrow();
  return Number(others.count);
}

async function countWaiting(tx: Tx): Promise<Pick<TriagePage, 'waiting' | 'folded' | 'behind'>> {
  const counts = await mine(tx)
    .select(['urgency', 'lane', 'folded', (count) => count.fn.countAll<number>().as('count')])
    .where('state', '=', 'waiting')
    .groupBy(['urgency', 'lane', 'folded'])
    .execute();
  const sum = (fits: (row: (typeof counts)[number]) => boolean) =>
    counts.filter(fits).reduce((total, row) => total + Number(row.count), 0);
  const of = (urgency: Urgency) => sum((row) => row.urgency === urgency);
  return {
    waiting: { immediate: of('immediate'), urgent: of('urgent'), unsorted: of('unsorted'), routine: of('routine') },
    folded: sum((row) => row.folded),
    behind: sum((row) => row.lane === 'behind' && !row.folded),
  };
}

const cursorOf = (parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

function readCursor(text: string): { place: number; at: string; id: string } {
  try {
    const [place, at, id] = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Number.isInteger(place) && !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(id))
      return { place, at, id };
  } catch {
    // Not a cursor of ours: said below, like any other fault of the query.
  }
  throw invalid({ after: 'not-valid' });
}
