import { anyOf } from '../../platform/db/any-of.ts';
import { isOpenableBy } from '../../platform/keys/index.ts';
import type { NarrativeSource } from '../../platform/search/index.ts';
import { messageSpot } from '../commands/open-mailbox.ts';
import { mayBeFound } from '../linking/searchable.ts';
import { placeOf } from '../sealing.ts';

/**
 * What is told in reports and their conversations, for whoever holds a key to them. Who was named in a report that proved
 * unfounded is no longer found a month after the decision.
 */
export const reportNarratives: NarrativeSource = {
  kind: 'report',
  async ids(tx, ground, { before, limit, holders }) {
    const reports = tx.sql
      .selectFrom('reports')
      .select('id')
      .where(mayBeFound(ground.clock.now()))
      .where(isOpenableBy(holders, 'reports.id'));
    const rows = await (before === null ? reports : reports.where('id', '<', before))
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    return rows.map(({ id }) => id);
  },
  async load(tx, ids) {
    if (ids.length === 0) return [];
    const { communityId } = tx.actor;
    const reports = await tx.sql
      .selectFrom('reports')
      .select(['id', 'number', 'content'])
      .where('id', '=', anyOf(ids))
      .execute();
    const messages = await tx.sql
      .selectFrom('reportMessages')
      .select(['id', 'reportId', 'words'])
      .where('reportId', '=', anyOf(ids))
      .execute();
    const said = Map.groupBy(messages, ({ reportId }) => reportId);
    return reports.map(({ id, number, content }) => ({
      id,
      number,
      parts: [
        { place: placeOf(contentSpot(communityId, id)), sealed: content },
        ...(said.get(id) ?? []).map((message) => ({
          place: placeOf(messageSpot(communityId, id, message.id)),
          sealed: message.words,
          under: 'mailbox',
        })),
      ],
    }));
  },
};

const contentSpot = (community: string, id: string) =>
  ({ community, report: id, table: 'reports', column: 'content', row: id }) as const;
