import { z } from 'zod';

const words = (most: number) => z.string().trim().min(3).max(most);

export const identifierFields = ['name', 'phone', 'plate', 'account'] as const;
export const similarReasons = ['near-copy', 'same-place-and-time', ...identifierFields] as const;

export const linkInput = z.strictObject({ act: z.enum(['link', 'unlink']), to: z.uuid() });
export const identifierInput = z.strictObject({ field: z.enum(identifierFields), value: words(100) });

/** On what a relay rests when it is made: whoever relays signs for it with a reason. */
export const relayBases = ['this-report-alone', 'call-back', 'second-source'] as const;
export const checkKinds = ['call-back', 'second-source', 'hoax-pattern'] as const;
export const checkFindings = ['confirms', 'contradicts', 'unclear'] as const;

export const relayCheck = z.object({
  kind: z.enum(checkKinds),
  finding: z.enum(checkFindings),
  by: z.object({ id: z.uuid(), name: z.string() }),
  at: z.iso.datetime(),
  words: z.string(),
});
export type RelayCheck = z.infer<typeof relayCheck>;

/** What is known of a relayed report beside the report itself. */
export const verification = z.object({
  state: z.enum(['unverified', 'confirmed', 'contradicted']),
  basis: z.enum(relayBases).nullable(),
  /** Two minutes after the relay; null where nothing was relayed. */
  dueAt: z.iso.datetime().nullable(),
  checks: z.array(relayCheck),
});
export type Verification = z.infer<typeof verification>;

export const checkRelayInput = z.strictObject({
  kind: z.enum(checkKinds),
  finding: z.enum(checkFindings),
  words: words(2_000),
});
