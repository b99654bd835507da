import type { Tx } from '../../platform/db/database.ts';
import { defaultPeriods, type RetentionRule } from '../contract.ts';

/** How many days each kind of record is kept here after its end. */
export async function periodsOf(tx: Tx): Promise<Record<RetentionRule, number>> {
  const own = await tx.sql.selectFrom('retentionPeriods').select(['rule', 'days']).execute();
  return { ...defaultPeriods, ...Object.fromEntries(own.map(({ rule, days }) => [rule, days])) };
}

export const daysAfter = (date: Date, days: number): Date => new Date(date.getTime() + days * 86_400_000);
