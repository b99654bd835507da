import { z } from 'zod';
import { legalProfile } from '../../community/contract.ts';
import { languages } from '../../platform/i18n/index.ts';
import { givenStatement } from '../statements/contract.ts';

const named = z.object({ id: z.uuid(), name: z.string() });
const words = (most: number) => z.string().trim().max(most);

/** What is given: statements chosen one by one, a summary written for it, or only whom to ask about which number. */
export const given = ['statements', 'summary', 'contact'] as const;
/** How it is given: an encrypted file, a view that opens once, by telephone, or to a member of another community here. */
export const ways = ['pdf', 'json', 'view', 'phone', 'partner'] as const;
export const recipientKinds = ['agency', 'person', 'contact'] as const;
/** What the record of a disclosure can say beside these: the whole case, as an archive. */
const recorded = { gives: [...given, 'case'], way: [...ways, 'archive'] } as const;
/** A view ends after so many days at most, whatever was agreed for the rest. */
export const viewDaysAtMost = 14;

/** Exactly what leaves the case: neither who said it nor who reported it is ever in it. */
export const parcel = z.object({
  community: z.string(),
  reference: z.string(),
  gives: z.enum(recorded.gives),
  statements: z.array(givenStatement),
  summary: z.string(),
  /** Whom to ask, where content may not be given. */
  askOf: z.string(),
  to: z.string(),
  basis: z.string(),
  isEmergency: z.boolean(),
  sharedAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  language: z.enum(languages),
  /** Of a whole case: the SHA-256 of the file that was given. */
  archive: z.string().optional(),
});
export type Parcel = z.infer<typeof parcel>;

export const disclosure = z.object({
  id: z.uuid(),
  position: z.number().int(),
  gives: z.enum(recorded.gives),
  way: z.enum(recorded.way),
  isEmergency: z.boolean(),
  by: named,
  at: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  ended: z
    .object({
      at: z.iso.datetime(),
      because: z.enum(['withdrawn', 'expired']),
      by: named.nullable(),
      reason: z.string().nullable(),
    })
    .nullable(),
  recipient: z.object({ kind: z.enum(recipientKinds), name: z.string(), reach: z.string() }),
  basis: z.object({
    id: z.string(),
    document: z.string(),
    section: z.string(),
    note: z.string(),
    verified: z.boolean(),
  }),
  necessity: z.string(),
  parcel,
  /** Of a view: until when it can be opened, when that was done, and how many wrong codes are left. */
  view: z
    .object({
      expiresAt: z.iso.datetime(),
      openedAt: z.iso.datetime().nullable(),
      closedAt: z.iso.datetime().nullable(),
      triesLeft: z.number().int(),
    })
    .nullable(),
});
export type Disclosure = z.infer<typeof disclosure>;

export const caseSharing = z.object({
  disclosures: z.array(disclosure),
  /** The grounds of the community's legal profile, each marked until its counsel has confirmed it. */
  regimes: legalProfile.shape.regimes,
  bases: legalProfile.shape.bases,
  /** Other communities of this installation, whose members can be given a view. */
  partners: z.array(z.object({ slug: z.string(), name: z.string() })),
});
export type CaseSharing = z.infer<typeof caseSharing>;

export const shareInput = z.strictObject({
  gives: z.enum(given),
  statementIds: z.array(z.uuid()).max(200).default([]),
  summary: words(10_000).default(''),
  askOf: words(500).default(''),
  recipient: z.strictObject({
    kind: z.enum(recipientKinds),
    name: words(300).min(2),
    reach: words(300).default(''),
  }),
  basis: z.string().max(80),
  /** The paragraph, the number of an order, what the law leaves open. */
  basisNote: words(1_000).default(''),
  necessity: words(2_000).min(3),
  isEmergency: z.boolean(),
  endsAt: z.iso.datetime({ offset: true }),
  way: z.enum(ways),
  language: z.enum(languages),
  /** The recipient's age key, for a file; without one a passphrase is made. */
  ageKey: words(120).default(''),
  partner: z
    .strictObject({ slug: words(100), email: words(200) })
    .nullable()
    .default(null),
});
export type ShareInput = z.output<typeof shareInput>;

/** What is told once, to whoever shared: it is kept nowhere. */
export const shared = z.object({
  disclosureId: z.uuid(),
  sharing: caseSharing,
  view: z.object({ link: z.string(), code: z.string(), expiresAt: z.iso.datetime() }).nullable(),
  file: z.object({ name: z.string(), base64: z.string(), passphrase: z.string().nullable() }).nullable(),
});
export type Shared = z.infer<typeof shared>;

export const withdrawInput = z.strictObject({ reason: words(2_000).min(3) });

/** What a member was given to read by another community. */
export const partnerView = z.object({
  id: z.uuid(),
  from: z.string(),
  givenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  parcel,
});
export type PartnerView = z.infer<typeof partnerView>;
