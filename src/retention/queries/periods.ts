import { type LegalProfile, legalProfileOf } from '../../community/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import { type KeepingPage, type RetentionRule, retentionRules } from '../contract.ts';

/** How many days each kind of record is kept here after its end: the community's own days below the ceiling, else the profile's. */
export async function periodsOf(tx: Tx): Promise<Record<RetentionRule, number>> {
  const periods = (await periodsWithSources(tx)).map(({ rule, days }) => [rule, days]);
  return Object.fromEntries(periods) as Record<RetentionRule, number>;
}

/** The same with where each comes from, what the profile proposes, and how far a community may go. */
export async function periodsWithSources(tx: Tx): Promise<KeepingPage['periods']> {
  const profile = await legalProfileOf(tx);
  const rows = await tx.sql.selectFrom('retentionPeriods').select(['rule', 'days', 'version']).execute();
  const own = new Map(rows.map((row) => [row.rule, row]));
  return retentionRules.map((rule) => periodOf(profile, rule, own.get(rule)));
}

type Own = { days: number; version: number };

/** Days that were set before anybody chose a profile stay as they are: nothing is destroyed sooner because a program was renewed. */
function periodOf(profile: LegalProfile, rule: RetentionRule, own: Own | undefined): KeepingPage['periods'][number] {
  const { days: byProfile, ceiling, source, verified } = profile.retention[rule];
  const kept = own?.days ?? byProfile;
  const days = profile.isChosen ? Math.min(kept, ceiling) : kept;
  return {
    rule,
    days,
    isByProfile: own === undefined,
    byProfile,
    version: own?.version ?? 0,
    ceiling,
    source,
    verified,
  };
}

/** The most days that a community can set for a kind of record. */
export const ceilingOf = async (tx: Tx, rule: RetentionRule): Promise<number> =>
  (await legalProfileOf(tx)).retention[rule].ceiling;

export const daysAfter = (date: Date, days: number): Date => new Date(date.getTime() + days * 86_400_000);
