import { renderPublicPage } from '../../platform/pages/public-page.tsx';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import type { Course } from '../contract.ts';
import { CarriedAnswers } from './carried-answers.tsx';
import { courseAddress } from './course-list.tsx';
import { type CourseWords, wordsFor } from './course-words.ts';
import type { Answers, Situation } from './progress.ts';

export interface SituationProps {
  setting: PublicSetting;
  course: Course;
  answers: Answers;
  situation: Situation;
  /** True where the form came back without a choice. */
  isUnanswered?: boolean;
}

export const placeIn = ({ course, answers }: Pick<SituationProps, 'course' | 'answers'>, words: CourseWords): string =>
  words.t('courses.progress', { number: answers.length + 1, total: course.situations.length });

const ErrorSummary = ({ words }: { words: CourseWords }) => (
  <div className="summary" role="alert" aria-labelledby="problem">
    <h2 id="problem">{words.t('courses.problem')}</h2>
    <p>
      <a href="#choice">{words.t('courses.choose.error')}</a>
    </p>
  </div>
);

/** Only as a group may radio buttons be required or wrong (WAI-ARIA 1.2, radiogroup). */
const radioGroup = (isWrong = false) => ({
  role: 'radiogroup',
  'aria-required': true,
  'aria-invalid': isWrong || undefined,
});

const Choices = ({ setting, situation, isUnanswered, words }: SituationProps & { words: CourseWords }) => (
  <fieldset
    id="choice"
    className={isUnanswered ? 'field wrong' : 'field'}
    {...radioGroup(isUnanswered)}
    aria-describedby={isUnanswered ? 'choice-error' : undefined}
    tabIndex={isUnanswered ? -1 : undefined}
  >
    <legend>{words.t('courses.ask')}</legend>
    {isUnanswered && (
      <p className="error" id="choice-error">
        <span className="sign" aria-hidden="true" />
        {words.t('courses.choose.error')}
      </p>
    )}
    <div className="rows">
      {situation.choices.map((choice) => (
        <label className="row" key={choice.id}>
          <input type="radio" name="choice" id={`choice-${choice.id}`} value={choice.id} />
          <span>{choice.text[setting.language]}</span>
        </label>
      ))}
    </div>
  </fieldset>
);

/** One situation to decide; the answers before it travel in the form. */
export const renderSituation = (props: SituationProps): string => {
  const { setting, course, answers, situation, isUnanswered } = props;
  const words = wordsFor(setting);
  const place = placeIn(props, words);
  return renderPublicPage({
    setting,
    title: `${place}: ${course.title[setting.language]}`,
    isPrivate: true,
    children: (
      <>
        {isUnanswered && <ErrorSummary words={words} />}
        <p className="progress">
          {course.title[setting.language]} · {place}
        </p>
        <h1 className="situation">{situation.text[setting.language]}</h1>
        <form method="post" action={courseAddress(setting.language, course.id)}>
          <CarriedAnswers answers={answers} />
          <input type="hidden" name="asked" value={situation.id} />
          <Choices {...props} words={words} />
          <button type="submit">{words.t('courses.choose')}</button>
        </form>
      </>
    ),
  });
};
