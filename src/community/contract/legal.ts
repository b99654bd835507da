import { z } from 'zod';

const inFour = z.object({ en: z.string(), ca: z.string(), es: z.string(), fr: z.string() });
export type InFourLanguages = z.infer<typeof inFour>;

/** The families of law that the program knows something of; `elsewhere` knows nothing but its own defaults. */
export const legalProfileIds = [
  'us-school',
  'spain',
  'france',
  'european-union',
  'united-kingdom',
  'elsewhere',
] as const;
export type LegalProfileId = (typeof legalProfileIds)[number];

/** What runs for a record after its end; the same names as the periods that a community sets. */
export const retentionRuleNames = ['report-no-concern', 'report-passed-on', 'case-closed'] as const;
export type RetentionRuleName = (typeof retentionRuleNames)[number];

/** Bodies of law, each binding another kind of agency. */
export const regimeIds = [
  'ferpa',
  'hipaa',
  '28-cfr-23',
  'us-state-law',
  'gdpr',
  'law-enforcement-directive',
  'spanish-law',
  'french-law',
  'uk-gdpr',
  'uk-law-enforcement',
  'own-law',
] as const;
export type RegimeId = (typeof regimeIds)[number];

const source = z.object({ document: z.string(), section: z.string() });
const checked = {
  /** True once this community's counsel has confirmed it for the edition that is in force. */
  verified: z.boolean(),
};

export const sharingBasis = z.object({
  id: z.string(),
  regime: z.enum(regimeIds),
  ...source.shape,
  /** Only while somebody is in danger: whoever shares says what the danger is. */
  isEmergency: z.boolean(),
  words: inFour,
  ...checked,
});
export type SharingBasis = z.infer<typeof sharingBasis>;

export const legalProfile = z.object({
  id: z.enum(legalProfileIds),
  /** The day of the text that counsel reads; a newer edition asks for a new signature. */
  edition: z.iso.date(),
  /** False where nobody chose and the country decided. */
  isChosen: z.boolean(),
  retention: z.record(
    z.enum(retentionRuleNames),
    z.object({
      /** Days after the end of a record, where the community sets none of its own. */
      days: z.number().int(),
      /** The most days that a community can set; beyond it a person renews each record by name. */
      ceiling: z.number().int(),
      /** Null where it is the program's own proposal. */
      source: source.nullable(),
      ...checked,
    }),
  ),
  regimes: z.array(z.object({ id: z.enum(regimeIds), words: inFour })),
  bases: z.array(sharingBasis),
  /** By when a person of concern or a guardian has an answer, and how much further it can be put off, once; 0 where not at all. */
  answering: z.object({
    unit: z.enum(['days', 'months']),
    within: z.number().int(),
    further: z.number().int(),
    /** Null where it is the program's own proposal. */
    source: source.nullable(),
    words: inFour,
    ...checked,
  }),
  /** From what age somebody can consent alone; null where no law is named. */
  consent: z.object({ age: z.number().int(), ...source.shape, words: inFour, ...checked }).nullable(),
  /** The last signature for this edition, or null. */
  signedOff: z
    .object({
      counsel: z.string(),
      office: z.string(),
      signedOn: z.iso.date(),
      recordedBy: z.string(),
      recordedAt: z.iso.datetime(),
    })
    .nullable(),
  version: z.number().int(),
});
export type LegalProfile = z.infer<typeof legalProfile>;

export const chooseProfileInput = z.strictObject({
  profile: z.enum(legalProfileIds),
  version: z.number().int().min(0),
});

export const signOffInput = z.strictObject({
  profile: z.enum(legalProfileIds),
  edition: z.iso.date(),
  counsel: z.string().trim().min(3).max(200),
  office: z.string().trim().min(2).max(300),
  signedOn: z.iso.date(),
  /** What counsel confirmed; what is left out stays unverified. */
  confirmed: z.array(z.string().max(80)).min(1).max(60),
});

type Numbers = {
  emergencyNumbers: { number: string; for: 'everything' | 'police' | 'text' }[];
  crisisLines: { number: string; name: string; hours: string }[];
};

/** Numbers that a community there usually shows; whoever sets it up checks them by calling. */
export const suggestedNumbers: Record<LegalProfileId, Numbers> = {
  'us-school': {
    emergencyNumbers: [{ number: '911', for: 'everything' }],
    crisisLines: [{ number: '988', name: '988 Suicide and Crisis Lifeline', hours: '24/7' }],
  },
  spain: {
    emergencyNumbers: [{ number: '112', for: 'everything' }],
    crisisLines: [
      { number: '024', name: 'Línea 024', hours: '24/7' },
      { number: '116 111', name: 'Infancia · Infància', hours: '24/7' },
    ],
  },
  france: {
    emergencyNumbers: [
      { number: '112', for: 'everything' },
      { number: '17', for: 'police' },
      { number: '114', for: 'text' },
    ],
    crisisLines: [{ number: '3114', name: '3114, prévention du suicide', hours: '24/7' }],
  },
  'european-union': { emergencyNumbers: [{ number: '112', for: 'everything' }], crisisLines: [] },
  'united-kingdom': {
    emergencyNumbers: [{ number: '999', for: 'everything' }],
    crisisLines: [{ number: '116 123', name: 'Samaritans', hours: '24/7' }],
  },
  elsewhere: { emergencyNumbers: [{ number: '112', for: 'everything' }], crisisLines: [] },
};

const gdprCountries = 'AT BE BG HR CY CZ DK EE FI DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI SE IS LI NO'.split(' ');
const byCountry: Record<string, LegalProfileId> = {
  US: 'us-school',
  ES: 'spain',
  FR: 'france',
  GB: 'united-kingdom',
  ...Object.fromEntries(gdprCountries.map((country) => [country, 'european-union' as const])),
};

/** The profile of a country, by its two letters. */
export const profileOfCountry = (country: string): LegalProfileId => byCountry[country.toUpperCase()] ?? 'elsewhere';
