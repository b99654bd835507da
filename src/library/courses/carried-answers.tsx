import { type Answers, answerField } from './progress.ts';

/** The answers so far as hidden fields: this is the only place where they are kept. */
export const CarriedAnswers = ({ answers }: { answers: Answers }) =>
  answers.map((answer) => <input type="hidden" name="answer" value={answerField(answer)} key={answer.situation.id} />);
