import { z } from 'zod';

export const sides = ['custodian', 'overseer'] as const;
export type Side = (typeof sides)[number];
export const longestHours = 72;
export const longestDelayDays = 30;

const words = (most: number) => z.string().trim().min(3).max(most);
const base64 = (most: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(most);

/** Why an identity is to be opened: read by both sides before they release anything. */
export const why = z.strictObject({ reason: words(2_000), legalBasis: words(1_000), plan: words(2_000) });
export type Why = z.infer<typeof why>;

export const askForIdentityInput = why.extend({
  hours: z.number().int().min(1).max(longestHours),
  isEmergency: z.boolean(),
  /** Days until the reporter is told at the receipt page; a delay needs its reason. */
  tellAfterDays: z.number().int().min(0).max(longestDelayDays).default(0),
  delayReason: z.string().trim().max(1_000).default(''),
  /** The public key of this browser session (P-256, uncompressed, base64url). */
  sessionKey: base64(100),
});
export const reviewInput = z.strictObject({ words: words(2_000) });
export const kitHalfInput = z.strictObject({ half: z.enum(['A', 'B']), mark: z.string().max(40) });

const person = z.object({ id: z.uuid(), name: z.string() });
const released = z.object({ by: person, at: z.iso.datetime() }).nullable();

export const identityRequest = z.object({
  id: z.uuid(),
  reportId: z.uuid(),
  number: z.string(),
  state: z.enum(['asked', 'open', 'closed']),
  closedBecause: z.enum(['expired', 'ended', 'refused']).nullable(),
  askedBy: person,
  askedAt: z.iso.datetime(),
  isEmergency: z.boolean(),
  answerDueAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  custodian: released,
  overseer: released,
  tellReporterAt: z.iso.datetime().nullable(),
  tellAfterDays: z.number().int(),
  /** Null where the reader holds no key to it. */
  why: why.extend({ delayReason: z.string() }).nullable(),
  reviewDueAt: z.iso.datetime().nullable(),
  reviewedBy: person.nullable(),
  /** The side that the reader can release now; null where there is nothing for them to release. */
  mySide: z.enum(sides).nullable(),
  isMine: z.boolean(),
  mayReview: z.boolean(),
});
export type IdentityRequest = z.infer<typeof identityRequest>;

/** Whether a report came with a sealed identity, and who asked to open it. */
export const reportIdentity = z.object({ isGiven: z.boolean(), requests: z.array(identityRequest) });
export type ReportIdentity = z.infer<typeof reportIdentity>;
export const identityRequests = z.object({ requests: z.array(identityRequest) });

/** All that the asking browser needs to open the identity by itself: no key in it is of use to anybody else. */
export const identityOpening = z.object({
  community: z.uuid(),
  request: z.uuid(),
  record: z.uuid(),
  custodianHalf: z.string(),
  overseerHalf: z.string(),
  content: z.string(),
  expiresAt: z.iso.datetime(),
});
export type IdentityOpening = z.infer<typeof identityOpening>;

export const recoveryKit = z.object({
  A: released,
  B: released,
  /** True once a sealed identity can be taken. */
  isOffered: z.boolean(),
});
export type RecoveryKitState = z.infer<typeof recoveryKit>;
