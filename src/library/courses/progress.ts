import type { Course } from '../contract.ts';

export type Situation = Course['situations'][number];
export type Choice = Situation['choices'][number];
/** What was answered so far, in the order of the course; it travels with the page and stands nowhere else. */
export type Answers = readonly { situation: Situation; choice: Choice }[];

/** Where somebody stands in a course. */
export type Progress = { answers: Answers } & (
  | { at: 'situation'; situation: Situation; isUnanswered: boolean }
  | { at: 'feedback'; situation: Situation; choice: Choice }
  | { at: 'end' }
);

const choiceOf = (situation: Situation, id: unknown): Choice | undefined =>
  situation.choices.find((choice) => choice.id === id);

/** An answer as a field of a form carries it. */
export const answerField = ({ situation, choice }: Answers[number]): string => `${situation.id}:${choice.id}`;

const answersIn = (course: Course, fields: readonly unknown[]): Answers => {
  const answers: { situation: Situation; choice: Choice }[] = [];
  for (const situation of course.situations) {
    const choice = situation.choices.find((each) => fields.includes(answerField({ situation, choice: each })));
    if (!choice) break;
    answers.push({ situation, choice });
  }
  return answers;
};

/** Reads where somebody stands out of the posted form; what the course does not know is left aside. */
export const readProgress = (course: Course, form: FormData): Progress => {
  const answers = answersIn(course, form.getAll('answer'));
  const situation = course.situations[answers.length];
  if (!situation) return { at: 'end', answers };
  const choice = choiceOf(situation, form.get('choice'));
  if (choice) return { at: 'feedback', answers, situation, choice };
  return { at: 'situation', answers, situation, isUnanswered: form.get('asked') === situation.id };
};

/** True where every situation of the course has one of its answers. */
export const isFinished = (course: Course, answers: Readonly<Record<string, string>>): boolean =>
  course.situations.every((situation) => choiceOf(situation, answers[situation.id]) !== undefined);
