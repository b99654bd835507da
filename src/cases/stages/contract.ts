import { z } from 'zod';
import { laterStages, stageQuestions, stages } from '../words/vocabulary.ts';

const named = z.object({ id: z.uuid(), name: z.string() });
const words = (most: number) => z.string().trim().max(most);
const questions = [...new Set(stages.flatMap((stage) => Object.keys(stageQuestions[stage])))];

/** One stay in a stage: its answers so far, until when, and the decision that ended it. */
export const stageVisit = z.object({
  id: z.uuid(),
  stage: z.enum(stages),
  enteredAt: z.iso.datetime(),
  enteredBy: named,
  dueAt: z.iso.datetime(),
  answers: z.record(z.string(), z.string()),
  version: z.number().int(),
  exit: z.enum([...laterStages, 'closed']).nullable(),
  exitedAt: z.iso.datetime().nullable(),
  exitedBy: named.nullable(),
  reason: z.string().nullable(),
});

/** One answer at a time, so that nothing is lost when somebody is called away. */
export const answerStageInput = z.strictObject({
  version: z.number().int(),
  question: z.enum(questions),
  answer: words(4_000),
});
export const leaveStageInput = z.strictObject({
  version: z.number().int(),
  to: z.enum(laterStages),
  reason: words(4_000).min(3),
});

const hours = (most: number) => z.number().int().min(1).max(most);
const days = hours;
/** What a coordinator sets: how long a stage may take, how often a case is looked at, who should be on a team. */
export const caseStandards = z.object({
  version: z.number().int(),
  triageHours: hours(720),
  screeningHours: hours(2_160),
  assessmentHours: hours(4_320),
  managementHours: hours(8_760),
  monitoringHours: hours(8_760),
  imminentReviewDays: days(3),
  highReviewDays: days(30),
  moderateReviewDays: days(60),
  lowReviewDays: days(120),
  unratedReviewDays: days(30),
  disciplines: z.array(words(60).min(1)).max(12),
});
export type CaseStandards = z.infer<typeof caseStandards>;
export const setStandardsInput = caseStandards.strict();
