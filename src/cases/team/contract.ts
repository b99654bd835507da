import { z } from 'zod';

const words = (most: number) => z.string().trim().max(most);

export const standingMember = z.object({
  id: z.uuid(),
  name: z.string(),
  discipline: z.string(),
  agency: z.string(),
  isStanding: z.boolean(),
  vettedUntil: z.iso.date().nullable(),
  trainedUntil: z.iso.date().nullable(),
  version: z.number().int(),
});
export const standingTeam = z.object({ members: z.array(standingMember) });
export const setStandingInput = z.strictObject({
  version: z.number().int(),
  isStanding: z.boolean(),
  vettedUntil: z.iso.date().nullable(),
  trainedUntil: z.iso.date().nullable(),
});

export const recusal = z.object({
  person: z.object({ id: z.uuid(), name: z.string() }),
  by: z.object({ id: z.uuid(), name: z.string() }),
  at: z.iso.datetime(),
  reason: z.string(),
});
export const recuseInput = z.strictObject({ personId: z.uuid(), reason: words(2_000).min(3) });
