import { z } from 'zod';

/** A finished course: every situation with the answer that was taken. */
export const finishedCourse = z.strictObject({
  courseId: z.string().min(1).max(100),
  answers: z.record(z.string().max(100), z.string().max(100)),
});
export type FinishedCourse = z.infer<typeof finishedCourse>;

export const trainingRecord = z.object({
  id: z.uuid(),
  courseId: z.string(),
  /** In each language; null where the course is no longer in the library. */
  title: z.record(z.string(), z.string()).nullable(),
  finishedAt: z.iso.datetime(),
  renewBy: z.iso.datetime(),
  isDue: z.boolean(),
});
export type TrainingRecord = z.infer<typeof trainingRecord>;

export const trainingAnswer = z.object({ records: z.array(trainingRecord) });

/** Who has which course to take again, and since when: names and dates, no answers and no mark. */
export const dueTraining = z.object({
  due: z.array(
    z.object({
      person: z.object({ id: z.uuid(), name: z.string() }),
      courseId: z.string(),
      title: z.record(z.string(), z.string()).nullable(),
      renewBy: z.iso.datetime(),
    }),
  ),
});
export type DueTraining = z.infer<typeof dueTraining>;
