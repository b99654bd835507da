import { describe, expect, it } from 'vitest';
import type { ReportRow, TriagePage } from '../../reports/contract.ts';
import type { From } from './client.ts';
import { deskPage, queuesOf } from './desk.ts';
import { Refused } from './refusal.ts';

const river = { slug: 'river', name: 'River' };
const hill = { slug: 'hill', name: 'Hill' };
const row = (urgency: ReportRow['urgency'], minute: number) =>
  ({
    id: `${urgency} ${minute}`,
    urgency,
    state: 'waiting',
    receivedAt: new Date(minute * 60_000).toISOString(),
  }) as ReportRow;

/** A desk that gives its rows two at a time. */
const deskOf =
  (rows: Record<string, ReportRow[]>) =>
  async (slug = '', after?: string): Promise<TriagePage> => {
    const own = rows[slug];
    if (!own) throw new Refused({ kind: 'not-found' });
    const from = after ? Number(after) : 0;
    const next = from + 2 < own.length ? String(from + 2) : null;
    return {
      rows: own.slice(from, from + 2),
      next,
      folded: 1,
      behind: 0,
      waiting: { immediate: 1, urgent: 0, unsorted: 0, routine: 2 },
    } as TriagePage;
  };
const told = (rows: readonly From<ReportRow>[]) =>
  rows.map(({ id, community }) => `${id} ${community?.name ?? ''}`.trim());

describe('desk-page', () => {
  it('puts the rows of every community in one order, each with its name', async () => {
    const read = deskOf({
      river: [row('immediate', 5), row('urgent', 1), row('routine', 1), row('routine', 9)],
      hill: [row('immediate', 2), row('routine', 3), row('routine', 4)],
    });

    const page = await deskPage(queuesOf([river, hill]), read);

    expect(told(page.rows)).toEqual([
      'immediate 2 Hill',
      'immediate 5 River',
      'urgent 1 River',
      'routine 1 River',
      'routine 3 Hill',
      'routine 4 Hill',
      'routine 9 River',
    ]);
    expect(page.rest).toBeNull();
    expect(page.waiting).toEqual({ immediate: 2, urgent: 0, unsorted: 0, routine: 4 });
  });

  it('reads on where it stopped, and shows each row once', async () => {
    const many = (from: number) => Array.from({ length: 40 }, (_, at) => row('routine', from + at * 2));
    const read = deskOf({ river: many(0), hill: many(1) });

    const first = await deskPage(queuesOf([river, hill]), read);
    const second = await deskPage(first.rest!, read);

    const minutes = [...first.rows, ...second.rows].map(({ id }) => Number(id.split(' ')[1]));
    expect(first.rows).toHaveLength(50);
    expect(minutes).toEqual(Array.from({ length: 80 }, (_, at) => at));
    expect(second.rest).toBeNull();
  });

  it('leaves out a community whose desk is not open to the person, and names none where there is one', async () => {
    const read = deskOf({ river: [row('urgent', 1)], '': [row('urgent', 2)] });

    const two = await deskPage(queuesOf([river, hill]), read);
    const one = await deskPage(queuesOf([river]), read);

    expect(told(two.rows)).toEqual(['urgent 1 River']);
    expect(told(one.rows)).toEqual(['urgent 2']);
  });
});
