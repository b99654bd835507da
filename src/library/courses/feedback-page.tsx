import { renderPublicPage } from '../../platform/pages/public-page.tsx';
import { CarriedAnswers } from './carried-answers.tsx';
import { courseAddress } from './course-list.tsx';
import { type CourseWords, wordsFor } from './course-words.ts';
import type { Choice } from './progress.ts';
import { placeIn, type SituationProps } from './situation-page.tsx';

export type FeedbackProps = Omit<SituationProps, 'isUnanswered'> & { choice: Choice };

const Others = ({ setting, situation, choice, words }: FeedbackProps & { words: CourseWords }) => (
  <details>
    <summary>{words.t('courses.others')}</summary>
    <dl className="choices">
      {situation.choices
        .filter(({ id }) => id !== choice.id)
        .map((other) => (
          <div key={other.id}>
            <dt>{other.text[setting.language]}</dt>
            <dd>{other.feedback[setting.language]}</dd>
          </div>
        ))}
    </dl>
  </details>
);

const Doors = ({ setting, course, answers, situation, choice, words }: FeedbackProps & { words: CourseWords }) => {
  const address = courseAddress(setting.language, course.id);
  return (
    <div className="doors">
      <form method="post" action={address}>
        <CarriedAnswers answers={[...answers, { situation, choice }]} />
        <button type="submit">{words.t('courses.next')}</button>
      </form>
      {choice.id !== situation.best && (
        <form method="post" action={address}>
          <CarriedAnswers answers={answers} />
          <button type="submit" className="second">
            {words.t('courses.again')}
          </button>
        </form>
      )}
    </div>
  );
};

/** What speaks for or against the answer that was chosen, said in words and never by colour alone. */
export const renderFeedback = (props: FeedbackProps): string => {
  const { setting, course, situation, choice } = props;
  const words = wordsFor(setting);
  const place = placeIn(props, words);
  const isBest = choice.id === situation.best;
  const verdict = words.t(isBest ? 'courses.best' : 'courses.other');
  return renderPublicPage({
    setting,
    title: `${verdict}. ${place}: ${course.title[setting.language]}`,
    isPrivate: true,
    children: (
      <>
        <p className="progress">
          {course.title[setting.language]} · {place}
        </p>
        <h1 className="situation">{situation.text[setting.language]}</h1>
        <section className={isBest ? 'verdict best' : 'verdict'} aria-labelledby="verdict">
          <h2 id="verdict">
            <span className="sign" aria-hidden="true" /> {verdict}
          </h2>
          <p className="quiet">
            {words.t('courses.answered')} {choice.text[setting.language]}
          </p>
          <p>{choice.feedback[setting.language]}</p>
        </section>
        <Others {...props} words={words} />
        <Doors {...props} words={words} />
      </>
    ),
  });
};
