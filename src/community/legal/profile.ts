import type { InFourLanguages, LegalProfileId, RegimeId, RetentionRuleName } from '../contract/legal.ts';

export type Source = { document: string; section: string };

/** A ground on which content may be shared: where it stands, and when it applies, in our own words. */
export type Basis = Source & { id: string; regime: RegimeId; isEmergency?: true; words: InFourLanguages };

/** What the program proposes for one family of law. Nothing in it counts as checked before a community's counsel says so. */
export type Profile = {
  id: LegalProfileId;
  edition: string;
  retention: Record<RetentionRuleName, { days: number; ceiling: number; source: Source | null }>;
  bases: readonly Basis[];
  consent: (Source & { age: number; words: InFourLanguages }) | null;
};

/** The program's own proposal: ninety days without a concern, two years after a case, five at most. */
export const ownRetention: Profile['retention'] = {
  'report-no-concern': { days: 90, ceiling: 365, source: null },
  'report-passed-on': { days: 730, ceiling: 1_826, source: null },
  'case-closed': { days: 730, ceiling: 1_826, source: null },
};

/** The same proposal under a law that names no days but asks that nothing is kept longer than needed. */
export const retentionUnder = (source: Source): Profile['retention'] => ({
  'report-no-concern': { ...ownRetention['report-no-concern'], source },
  'report-passed-on': { ...ownRetention['report-passed-on'], source },
  'case-closed': { ...ownRetention['case-closed'], source },
});
