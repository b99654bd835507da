import type { ReportRow, TriagePage, Urgency } from '../../reports/contract.ts';
import { type Community, communitiesKept, type From } from './client.ts';
import { refusalOf } from './refusal.ts';

/** What one community's desk still has to give: rows already read, and where to read on (undefined: from the beginning; null: no more). */
export interface DeskQueue {
  community: Community | null;
  rows: readonly ReportRow[];
  next: string | null | undefined;
  counts: Counts;
}
/** What waits by urgency, what lies in another's row, and how many rows stand behind. */
type Counts = Pick<TriagePage, 'waiting' | 'folded' | 'behind'>;
/** A page of the desk over every community that the person serves; `rest` is what the next page is made of. */
export interface DeskPage extends Counts {
  rows: readonly From<ReportRow>[];
  rest: readonly DeskQueue[] | null;
}
type ReadTriage = (slug: string | undefined, after: string | undefined) => Promise<TriagePage>;

const rowsAPage = 50;
const ranks: Readonly<Record<Urgency, number>> = { immediate: 0, urgent: 1, unsorted: 2, routine: 3 };
const nobody = { immediate: 0, urgent: 0, unsorted: 0, routine: 0 };
const nothing: Counts = { waiting: nobody, folded: 0, behind: 0 };

/** One empty queue for each community, or a single nameless one where there is only one. */
export const queuesOf = (communities = communitiesKept()): readonly DeskQueue[] =>
  (communities.length > 1 ? communities : [null]).map((community) => ({
    community,
    rows: [],
    next: undefined,
    counts: nothing,
  }));

const isSpent = ({ rows, next }: DeskQueue): boolean => rows.length === 0 && next === null;

/** A desk that is not open to this person has nothing to give. */
const filled = async (queue: DeskQueue, readTriage: ReadTriage): Promise<DeskQueue> => {
  if (queue.rows.length > 0 || queue.next === null) return queue;
  try {
    const { rows, next, ...counts } = await readTriage(queue.community?.slug, queue.next);
    return { ...queue, rows, next, counts };
  } catch (error) {
    if (queue.community === null || refusalOf(error).kind !== 'not-found') throw error;
    return { ...queue, next: null };
  }
};

const rankOf = ({ urgency, lane }: ReportRow): number => ranks[urgency] + (lane === 'behind' ? 4 : 0);

/** Waiting rows by urgency, then age, what stands behind last; decided ones newest first. Within a community its own order stands. */
const isBefore = (one: ReportRow, other: ReportRow): boolean => {
  if (one.state === 'decided') return one.receivedAt > other.receivedAt;
  const byRank = rankOf(one) - rankOf(other);
  return byRank === 0 ? one.receivedAt < other.receivedAt : byRank < 0;
};

const firstOf = (queues: readonly DeskQueue[]): number =>
  queues.reduce((best, { rows: [head] }, at) => {
    const first = queues[best]?.rows[0];
    return head && (!first || isBefore(head, first)) ? at : best;
  }, 0);

const sum = (queues: readonly DeskQueue[]): Counts => {
  const of = (count: (counts: Counts) => number) => queues.reduce((total, { counts }) => total + count(counts), 0);
  const waiting = Object.fromEntries(
    Object.keys(nobody).map((urgency) => [urgency, of((counts) => counts.waiting[urgency as Urgency])]),
  ) as Record<Urgency, number>;
  return { waiting, folded: of(({ folded }) => folded), behind: of(({ behind }) => behind) };
};

/** Reads the next page: always the row that stands first in any queue, each queue read on only when it has run out. */
export const deskPage = async (from: readonly DeskQueue[], readTriage: ReadTriage): Promise<DeskPage> => {
  const fill = (queues: readonly DeskQueue[]) => Promise.all(queues.map((queue) => filled(queue, readTriage)));
  let queues = await fill(from);
  const rows: From<ReportRow>[] = [];
  while (rows.length < rowsAPage && !queues.every(isSpent)) {
    const first = firstOf(queues);
    const {
      rows: [head, ...others],
      community,
      next,
    } = queues[first]!;
    if (!head) break;
    rows.push(community === null ? head : { ...head, community });
    queues = queues.with(first, { ...queues[first]!, rows: others });
    if (others.length === 0 && next !== null) queues = await fill(queues);
  }
  return { rows, ...sum(queues), rest: queues.every(isSpent) ? null : queues };
};
