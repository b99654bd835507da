import { z } from 'zod';

/** The tables of the programme, in the order in which they are shown. */
export const programmeTables = [
  'reports',
  'times',
  'waiting',
  'outcomes',
  'channels',
  'months',
  'stages',
  'ages',
  'reviews',
  'actions',
  'planned',
  'closings',
  'repeats',
  'load',
] as const;
export type ProgrammeTableName = (typeof programmeTables)[number];

/** Counts, or minutes in the table of times; null where there was nothing to measure. */
export const programmeTable = z.object({
  table: z.enum(programmeTables),
  columns: z.array(z.string()),
  rows: z.array(z.object({ row: z.string(), values: z.array(z.number().nullable()) })),
});
export type ProgrammeTable = z.infer<typeof programmeTable>;

const day = z.iso.date();
export const programmePeriod = z.strictObject({ from: day.optional(), to: day.optional() });

/** Figures of a period, both days included, and of this moment; ids, names of subjects and words are not among them. */
export const programme = z.object({
  at: z.iso.datetime(),
  from: day,
  to: day,
  tables: z.array(programmeTable),
});
export type Programme = z.infer<typeof programme>;

export type { GroupFigures, GroupTable } from './groups/contract.ts';
