import { z } from 'zod';

const named = z.object({ id: z.uuid(), name: z.string() });
const moment = z.iso.datetime({ offset: true });

export const meetingStates = ['planned', 'running', 'closed', 'called-off'] as const;
/** Why a case is on the agenda; all but the last are found by the program. */
export const agendaReasons = [
  'new',
  'reopened',
  'put-off',
  'level-changed',
  'rating-waits',
  'new-report',
  'review-overdue',
  'review-due',
  'action-overdue',
  'result-overdue',
  'inquiry-overdue',
  'stage-overdue',
  'asked-for',
] as const;

const meetingRow = z.object({
  id: z.uuid(),
  number: z.string(),
  state: z.enum(meetingStates),
  heldAt: z.iso.datetime(),
  chair: named,
  /** How many were asked to come. */
  asked: z.number().int(),
});
/** A meeting that is still to be held or runs now. */
export const meetingAhead = meetingRow.omit({ asked: true });
export type MeetingAhead = z.infer<typeof meetingAhead>;
export const meetingList = z.object({ rows: z.array(meetingRow) });
export type MeetingList = z.infer<typeof meetingList>;

const agendaItem = z.object({
  caseId: z.uuid(),
  caseNumber: z.string(),
  /** Sealed; null where the reader has no key to this case. */
  title: z.string().nullable(),
  levelOfConcern: z.enum(['unrated', 'low', 'moderate', 'high', 'imminent']),
  lead: named,
  deputy: named,
  reasons: z.array(z.enum(agendaReasons)),
  state: z.enum(['open', 'minuted', 'put-off']),
  /** Whether the reader may write its minutes now. */
  mayWrite: z.boolean(),
});
export const meetingPage = meetingRow.extend({
  version: z.number().int(),
  beganAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  mayChair: z.boolean(),
  attendance: z.array(named.extend({ discipline: z.string(), agency: z.string(), isPresent: z.boolean() })),
  /** Disciplines that a team should have here and of which nobody is present, or asked while it has not begun. */
  lacking: z.array(z.string()),
  /** Made anew at each look until the meeting begins; only cases that the reader may open, for a coordinator all. */
  agenda: z.array(agendaItem),
  /** How many further cases are spoken of that the reader has no part in. */
  others: z.number().int(),
});
export type MeetingPage = z.infer<typeof meetingPage>;

/** What was said of one case in all its meetings, the latest first. */
export const caseMinutes = z.object({
  entries: z.array(
    z.object({
      id: z.uuid(),
      meetingId: z.uuid(),
      meetingNumber: z.string(),
      heldAt: z.iso.datetime(),
      words: z.string(),
      writtenBy: named,
      writtenAt: z.iso.datetime(),
      /** The actions that were decided, by their place in the case. */
      decided: z.array(z.number().int()),
    }),
  ),
});
export type CaseMinutes = z.infer<typeof caseMinutes>;

export const callMeetingInput = z.strictObject({
  heldAt: moment,
  personIds: z.array(z.uuid()).min(1).max(60),
});
/** Who of those asked is there. */
export const attendMeetingInput = z.strictObject({
  version: z.number().int(),
  presentIds: z.array(z.uuid()).max(60),
});
export const addItemInput = z.strictObject({ caseId: z.uuid() });
export const endMeetingInput = z.strictObject({
  version: z.number().int(),
  /** Puts off what nobody came to; it stands on the next agenda. */
  putOffRest: z.boolean().default(false),
});
export const callOffInput = z.strictObject({ version: z.number().int() });
