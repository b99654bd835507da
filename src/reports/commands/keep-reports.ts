import { sql as raw } from 'kysely';
import type { Tx } from '../../platform/db/database.ts';
import type { KeptRecords } from '../../retention/index.ts';
import type { Outcome } from '../contract.ts';

const noConcern: readonly Outcome[] = [
  'unsubstantiated',
  'insufficient-information',
  'resolved-on-contact',
  'misuse',
  'test',
];

const atOnce = 20;
const inNoCase = raw<boolean>`not exists (select from case_reports c where c.report_id = reports.id)`;

/** Reports, as they are kept and destroyed: one that rests in a case goes with its case, never before. */
export const keptReports: KeptRecords = {
  kind: 'report',
  find: async (tx, id) =>
    (await tx.sql.selectFrom('reports').select(['id', 'number']).where('id', '=', id).executeTakeFirst()) ?? null,
  async runsSince(tx, id) {
    const row = await ended(tx).where('id', '=', id).executeTakeFirst();
    if (!row?.decidedAt) return null;
    const isNoConcern = noConcern.includes(row.outcome as Outcome);
    return { rule: isNoConcern ? 'report-no-concern' : 'report-passed-on', since: row.decidedAt };
  },
  async endedBefore(tx, rule, before, except) {
    const query = ended(tx)
      .where('decidedAt', '<', before)
      .where('outcome', rule === 'report-no-concern' ? 'in' : 'not in', noConcern);
    const others = except.length > 0 ? query.where('id', 'not in', except) : query;
    const rows = await others.orderBy('decidedAt').limit(atOnce).execute();
    return rows.map(({ id, number, decidedAt }) => ({ id, number, endedAt: decidedAt! }));
  },
  beyondCeiling: async () => [],
  ceilingAt: async () => null,
  companions: async () => [],
  remove: async (tx, id) => {
    await tx.sql.deleteFrom('reports').where('id', '=', id).execute();
  },
};

const ended = (tx: Tx) =>
  tx.sql
    .selectFrom('reports')
    .select(['id', 'number', 'outcome', 'decidedAt'])
    .where('state', '=', 'decided')
    .where(inNoCase);
