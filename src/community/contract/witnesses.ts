import { z } from 'zod';

/** What a witness says of this log where all is not well. */
const troubles = ['unreachable', 'refused', 'has-seen-more', 'sees-another-log'] as const;

export const witnessesAnswer = z.object({
  /** This installation as a witness for others. */
  own: z.object({ address: z.string(), key: z.string() }),
  /** This community's log: its key, and its newest head as it was signed. */
  log: z.object({
    key: z.string(),
    head: z.object({ size: z.number().int(), signedAt: z.iso.datetime(), note: z.string() }).nullable(),
  }),
  witnesses: z.array(
    z.object({
      name: z.string(),
      address: z.string(),
      seenSize: z.number().int(),
      seenAt: z.iso.datetime().nullable(),
      trouble: z.enum(troubles).nullable(),
      troubleSince: z.iso.datetime().nullable(),
    }),
  ),
  /** Logs of other installations that are watched here. */
  watched: z.array(
    z.object({
      origin: z.string(),
      size: z.number().int(),
      cosignedAt: z.iso.datetime().nullable(),
      doubt: z.string().nullable(),
      doubtedAt: z.iso.datetime().nullable(),
    }),
  ),
});
export type Witnesses = z.infer<typeof witnessesAnswer>;
export const addWitnessInput = z.strictObject({ address: z.string().trim().max(300), key: z.string().trim().max(300) });
export const removeWitnessInput = z.strictObject({ name: z.string().max(300) });
export const watchLogInput = z.strictObject({ key: z.string().trim().max(300) });
