import { z } from 'zod';

const moment = z.iso.datetime({ offset: true });

export const handOverAllInput = z.strictObject({
  /** One to eight people; for each case exactly one of them can accept. */
  toIds: z.array(z.uuid()).min(1).max(8),
  expiresAt: moment,
  note: z.string().trim().max(2_000).default(''),
});
/** The same for somebody else, by a coordinator: without a note, since a coordinator has no key to write it with. */
export const handOverForInput = handOverAllInput.omit({ note: true });
/** How many cases were offered, and the numbers of those that nobody of them can take. */
export const handedOverAll = z.object({ offered: z.number().int(), left: z.array(z.string()) });

export const absenceInput = z.strictObject({ startsAt: moment, endsAt: moment });

export const caseLoad = z.object({
  members: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      discipline: z.string(),
      leads: z.number().int(),
      deputyOf: z.number().int(),
      openActions: z.number().int(),
      overdueActions: z.number().int(),
      awayFrom: z.iso.datetime().nullable(),
      awayUntil: z.iso.datetime().nullable(),
    }),
  ),
});
export type CaseLoad = z.infer<typeof caseLoad>;
