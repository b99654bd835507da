import { z } from 'zod';

const words = (most: number) => z.string().trim().max(most);

/** From this number on a count is shown where nobody sets another: what CMS asks of researchers (see the README). */
export const usualThreshold = 11;

/** One group of the list; `people` is how many of them there are in the community, so that counts can be compared. */
const group = z.object({ id: z.uuid(), name: z.string(), people: z.number().int().nullable() });

/** Whether groups are recorded here at all, which, on which ground of the law, and which counts are too small to be shown. */
export const groupSettings = z.object({
  version: z.number().int(),
  isOn: z.boolean(),
  /** What the groups are groups by, in the community's own words. */
  heading: z.string(),
  groups: z.array(group),
  document: z.string(),
  section: z.string(),
  /** Who confirmed the ground and when; empty while nobody has. */
  counsel: z.string(),
  threshold: z.number().int(),
  changedBy: z.string().nullable(),
  changedAt: z.iso.datetime().nullable(),
});
export type GroupSettings = z.infer<typeof groupSettings>;

/** A name that was in the list before keeps its records; one that is gone is counted as not recorded. */
export const setGroupSettingsInput = z.strictObject({
  version: z.number().int().min(0),
  isOn: z.boolean(),
  heading: words(120),
  groups: z
    .array(z.strictObject({ name: words(80).min(1), people: z.number().int().min(1).max(100_000_000).nullable() }))
    .max(12),
  document: words(300),
  section: words(200),
  counsel: words(200),
  threshold: z.number().int().min(5).max(100),
});

/** What is recorded on one case, for whoever may change it; version 0 while nothing is. */
export const caseGroup = z.object({
  version: z.number().int(),
  /** A group of the list, or null: not recorded, or no longer in the list. */
  groupId: z.uuid().nullable(),
  recordedBy: z.string().nullable(),
  recordedAt: z.iso.datetime().nullable(),
});
export type CaseGroup = z.infer<typeof caseGroup>;
export const recordGroupInput = z.strictObject({ version: z.number().int().min(0), groupId: z.uuid().nullable() });
