import type { InFourLanguages, LegalProfileId, RegimeId, RetentionRuleName } from '../contract/legal.ts';

export type Source = { document: string; section: string };

/** A ground on which content may be shared: where it stands, and when it applies, in our own words. */
export type Basis = Source & { id: string; regime: RegimeId; isEmergency?: true; words: InFourLanguages };

/** By when a request of the other side is answered, how much further it can be put off, and what the law says, in our own words. */
type Answering = {
  unit: 'days' | 'months';
  within: number;
  further: number;
  source: Source | null;
  words: InFourLanguages;
};

/** What the program proposes for one family of law. Nothing in it counts as checked before a community's counsel says so. */
export type Profile = {
  id: LegalProfileId;
  edition: string;
  retention: Record<RetentionRuleName, { days: number; ceiling: number; source: Source | null }>;
  bases: readonly Basis[];
  answering: Answering;
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

/** A month, and two more where it is complex or there are many: what both regulations of data protection say. */
export const answeringUnder = (source: Source): Answering => ({
  unit: 'months',
  within: 1,
  further: 2,
  source,
  words: {
    en: 'From receipt. Put off once where requests are complex or many; the person is told within the first month, with the reason.',
    ca: 'Des de la recepció. S’amplia una vegada si les peticions són complexes o nombroses; es comunica a la persona dins del primer mes, amb el motiu.',
    es: 'Desde la recepción. Se amplía una vez si las solicitudes son complejas o numerosas; se comunica a la persona dentro del primer mes, con el motivo.',
    fr: 'Dès la réception. Prolongé une fois si les demandes sont complexes ou nombreuses ; la personne en est avisée dans le premier mois, avec le motif.',
  },
});
