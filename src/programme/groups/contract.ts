import { z } from 'zod';
import { groupSettings } from '../../cases/contract.ts';

/** How the cases of a year were ended, in a few kinds: of more, the numbers would be too small to be told by group. */
export const endings = ['unfounded', 'helped', 'passed-on', 'legal'] as const;
export type Ending = (typeof endings)[number];

/** Where no group of the list is recorded on a case. */
export const notRecorded = 'not-recorded';

/** Counts by group; null is held back. `all` are the totals of the columns, which speak of no group. */
const groupTable = z.object({
  table: z.enum(['opened', 'closed']),
  columns: z.array(z.enum(['opened', ...endings, 'together'])),
  rows: z.array(
    z.object({
      groupId: z.union([z.uuid(), z.literal(notRecorded)]),
      name: z.string(),
      people: z.number().int().nullable(),
      values: z.array(z.number().int().nullable()),
    }),
  ),
  all: z.array(z.number().int()),
  /** Columns that were too small to be told by group. */
  leftOut: z.array(z.enum(['opened', ...endings])),
});
export type GroupTable = z.infer<typeof groupTable>;

/** A year as it was counted, once: with the ground and the least number of that day. */
const countedYear = z.object({
  year: z.number().int(),
  countedAt: z.iso.datetime(),
  countedBy: z.string(),
  heading: z.string(),
  document: z.string(),
  section: z.string(),
  counsel: z.string(),
  threshold: z.number().int(),
  tables: z.array(groupTable),
});
export type CountedYear = z.infer<typeof countedYear>;

/** What stands by group: the years that were counted, and those that have ended and can be. */
export const groupFigures = z.object({
  settings: groupSettings.pick({
    isOn: true,
    heading: true,
    document: true,
    section: true,
    counsel: true,
    threshold: true,
  }),
  counted: z.array(countedYear),
  ended: z.array(
    z.object({
      year: z.number().int(),
      /** Cases that were opened or closed in the year, and on how many of them something is recorded. */
      cases: z.number().int(),
      recorded: z.number().int(),
    }),
  ),
});
export type GroupFigures = z.infer<typeof groupFigures>;

const year = z.number().int().min(2000).max(2199);
export const countYearInput = z.strictObject({ year });
export const countedYearQuery = z.strictObject({ year: z.coerce.number().pipe(year) });
