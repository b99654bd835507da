import { renderPublicPage } from '../../platform/pages/public-page.tsx';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import type { Course, Source } from '../contract.ts';
import { SourceList } from '../evidence/source-list.tsx';
import { CarriedAnswers } from './carried-answers.tsx';
import { courseAddress } from './course-list.tsx';
import { type CourseWords, wordsFor } from './course-words.ts';
import { type Answers, answerField } from './progress.ts';

export interface ClosingProps {
  setting: PublicSetting;
  course: Course;
  answers: Answers;
  sources: readonly Source[];
  /** Address of the script that offers staff to keep a training record. */
  recordScript: string;
}

type Props = ClosingProps & { words: CourseWords };

const Certificate = ({ setting, course, answers, words }: Props) => (
  <section aria-labelledby="certificate">
    <h2 id="certificate">{words.t('courses.certificate')}</h2>
    <p>{words.t('courses.certificate.words')}</p>
    <form method="post" action={`${courseAddress(setting.language, course.id)}/certificate`} autoComplete="off">
      <CarriedAnswers answers={answers} />
      <div className="field">
        <label htmlFor="name">
          {words.t('courses.certificate.name')}{' '}
          <span className="aside">({words.t('courses.certificate.optional')})</span>
        </label>
        <p className="hint" id="name-hint">
          {words.t('courses.certificate.hint')}
        </p>
        <input
          type="text"
          id="name"
          name="name"
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
          aria-describedby="name-hint"
        />
      </div>
      <button type="submit">{words.t('courses.certificate.get')}</button>
    </form>
  </section>
);

/** Shown by its script alone, since only a script can send the token that a change by staff needs. */
const StaffRecord = ({ course, answers, recordScript, words }: Props) => (
  <section aria-labelledby="staff" id="staff-record" hidden>
    <h2 id="staff">{words.t('courses.staff')}</h2>
    <p>{words.t('courses.staff.words')}</p>
    <button
      type="button"
      className="second"
      id="record"
      data-course={course.id}
      data-answers={answers.map(answerField).join(' ')}
      data-kept={words.t('courses.staff.kept', { date: '%' })}
      data-sign-in={words.t('courses.staff.sign-in')}
      data-failed={words.t('courses.staff.failed')}
    >
      {words.t('courses.staff.record')}
    </button>
    <p role="status" id="recorded" />
    <script src={recordScript} defer />
  </section>
);

/** The end of a course: what to remember, the certificate, and for staff the training record. No mark is given. */
export const renderClosing = (props: ClosingProps): string => {
  const { setting, course, sources } = props;
  const words = wordsFor(setting);
  const { language } = setting;
  return renderPublicPage({
    setting,
    title: `${words.t('courses.finished')}: ${course.title[language]}`,
    isPrivate: true,
    children: (
      <>
        <p className="progress">{words.t('courses.finished')}</p>
        <h1>{course.title[language]}</h1>
        <section className="verdict best" aria-labelledby="remember">
          <h2 id="remember">{words.t('courses.remember')}</h2>
          <p>{course.summary[language]}</p>
        </section>
        <p>{words.t('courses.renew', { months: course.renewMonths })}</p>
        <Certificate {...props} words={words} />
        <StaffRecord {...props} words={words} />
        <SourceList setting={setting} sources={sources} />
        <p>
          <a href={`/${language}/library/courses`}>{words.t('courses.more')}</a>
        </p>
      </>
    ),
  });
};
