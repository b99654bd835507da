import { z } from 'zod';

const moment = z.iso.datetime({ offset: true });
const named = z.object({ id: z.uuid(), name: z.string() });

export const shift = z.object({
  id: z.uuid(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  officer: named,
  second: named,
});

/** A part of a shift that its holder offers: to one colleague, or to whoever of the desk accepts first. */
const swap = z.object({
  id: z.uuid(),
  shiftId: z.uuid(),
  part: z.enum(['officer', 'second']),
  by: named,
  to: named.nullable(),
});

/** Whether pages reach the people on the rota; until all have shown it, the public is promised no short time. */
const pageTest = z.object({
  /** Days for which an acknowledgement counts. */
  days: z.number().int(),
  isComplete: z.boolean(),
  /** Everybody on the rota of the next two weeks. */
  officers: z.array(
    z.object({
      person: named,
      sentAt: z.iso.datetime().nullable(),
      acknowledgedAt: z.iso.datetime().nullable(),
      isFresh: z.boolean(),
    }),
  ),
  /** The test page that waits for me. */
  mine: z.uuid().nullable(),
});

export const rota = z.object({
  shifts: z.array(shift),
  /** Where nobody is on duty: no shift, or its officer is away. */
  gaps: z.array(
    z.object({
      startsAt: z.iso.datetime(),
      endsAt: z.iso.datetime(),
      away: z.string().nullable(),
    }),
  ),
  leaves: z.array(z.object({ id: z.uuid(), person: named, startsAt: z.iso.datetime(), endsAt: z.iso.datetime() })),
  swaps: z.array(swap),
  holidays: z.array(z.object({ day: z.iso.date(), name: z.string() })),
  pageTest,
});

export const rotaInput = z.strictObject({ from: moment, to: moment });
export const addShiftInput = z.strictObject({
  startsAt: moment,
  endsAt: moment,
  officerId: z.uuid(),
  secondId: z.uuid(),
});
export const addLeaveInput = z.strictObject({ personId: z.uuid(), startsAt: moment, endsAt: moment });
export const offerSwapInput = z.strictObject({ toId: z.uuid().nullable().default(null) });
export const swapAnswerInput = z.strictObject({ answer: z.enum(['accept', 'decline', 'withdraw']) });
export const acknowledgementAnswer = z.object({ isComplete: z.boolean() });

/** An international number; empty where one is not to be paged by telephone. */
export const pagerNumber = z.strictObject({
  number: z
    .string()
    .trim()
    .regex(/^(\+[0-9][0-9 ]{5,18})?$/),
  way: z.enum(['sms', 'voice']),
});
