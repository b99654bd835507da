import { sql as raw } from 'kysely';
import type { Tx } from '../../platform/db/database.ts';
import type { KeptRecords } from '../../retention/index.ts';
import { takeBackEveryPartnerView } from '../sharing/partner-views.ts';
import { askedMilliseconds, ceilingDays, isInvalidBy, validUntil } from '../validity/ceiling.ts';

const atOnce = 20;

/** Cases, as they are kept and destroyed: from their closing on, and with them the decided reports that no other case rests on. */
export const keptCases: KeptRecords = {
  kind: 'case',
  find: async (tx, id) =>
    (await tx.sql.selectFrom('cases').select(['id', 'number']).where('id', '=', id).executeTakeFirst()) ?? null,
  async runsSince(tx, id) {
    const row = await closed(tx).where('id', '=', id).executeTakeFirst();
    return row?.closedAt ? { rule: 'case-closed', since: row.closedAt } : null;
  },
  async endedBefore(tx, _rule, before, except) {
    const query = closed(tx).where('closedAt', '<', before).where(nothingIsAsked);
    const others = except.length > 0 ? query.where('id', 'not in', except) : query;
    const rows = await others.orderBy('closedAt').limit(atOnce).execute();
    return rows.map(({ id, number, closedAt }) => ({ id, number, endedAt: closedAt! }));
  },
  async beyondCeiling(tx, moment, except) {
    const days = await ceilingDays(tx);
    const query = closed(tx)
      .select(['openedAt', 'validatedAt'])
      .where(isInvalidBy(moment, days))
      .where('closedAt', '<', new Date(moment.getTime() - askedMilliseconds))
      .where(nothingIsAsked);
    const others = except.length > 0 ? query.where('id', 'not in', except) : query;
    const rows = await others.orderBy('openedAt').limit(atOnce).execute();
    return rows.map(({ id, number, ...dates }) => ({ id, number, days, endsAt: validUntil(dates, days) }));
  },
  async ceilingAt(tx, id) {
    const row = await closed(tx).select(['openedAt', 'validatedAt']).where('id', '=', id).executeTakeFirst();
    return row ? validUntil(row, await ceilingDays(tx)) : null;
  },
  async companions(tx, id) {
    const rows = await tx.sql
      .selectFrom('caseReports as c')
      .innerJoin('reports as r', 'r.id', 'c.reportId')
      .select(['r.id', 'r.number'])
      .where('c.caseId', '=', id)
      .where('r.state', '=', 'decided')
      .where(
        raw<boolean>`not exists (select from case_reports o where o.report_id = c.report_id and o.case_id <> c.case_id)`,
      )
      .execute();
    return rows.map((row) => ({ ...row, kind: 'report' as const }));
  },
  remove: async (tx, id, ground) => {
    await takeBackEveryPartnerView(tx, ground, id);
    await tx.sql.deleteFrom('cases').where('id', '=', id).execute();
  },
};

const closed = (tx: Tx) =>
  tx.sql.selectFrom('cases').select(['id', 'number', 'closedAt']).where('state', '=', 'closed');

/** Nobody waits for an answer about the case. */
const nothingIsAsked = raw<boolean>`not exists (select from subject_requests s where s.case_id = cases.id and s.state = 'open')`;
