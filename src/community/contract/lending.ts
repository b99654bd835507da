import { z } from 'zod';

/** What may be lent: work for agreed hours, and no office of the community. */
export const lentRoles = ['duty-officer', 'custodian', 'overseer', 'team-member', 'consultant'] as const;

export const lendInput = z.strictObject({
  personId: z.uuid(),
  /** The short name of the community that borrows. */
  community: z.string().max(60),
  roles: z.array(z.enum(lentRoles)).min(1),
  endsAt: z.iso.datetime(),
});

export const lendingAnswers = ['accept', 'decline', 'end'] as const;
export const answerLendingInput = z.strictObject({ answer: z.enum(lendingAnswers) });

const lending = z.object({
  id: z.uuid(),
  /** `lent`: ours, who works there; `borrowed`: theirs, who works here. */
  side: z.enum(['lent', 'borrowed']),
  person: z.object({ id: z.uuid(), name: z.string() }),
  /** The other community. */
  community: z.string(),
  roles: z.array(z.enum(lentRoles)),
  endsAt: z.iso.datetime(),
  state: z.enum(['offered', 'agreed', 'running', 'declined', 'ended']),
  /** What the asker may do with it now. */
  mayAnswer: z.array(z.enum(lendingAnswers)),
});
export const lendings = z.object({ lendings: z.array(lending) });
