import type { Course } from '../contract.ts';

/** When a course is worth taking again: so many months later on the same day, or on the last of a shorter month (UTC). */
export const renewalOf = ({ renewMonths }: Pick<Course, 'renewMonths'>, finishedAt: Date): Date => {
  const due = new Date(finishedAt);
  due.setUTCMonth(due.getUTCMonth() + renewMonths);
  if (due.getUTCDate() !== finishedAt.getUTCDate()) due.setUTCDate(0);
  return due;
};
