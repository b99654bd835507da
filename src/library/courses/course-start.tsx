import type { PublicSetting } from '../../platform/pages/setting.ts';
import type { Course, Source } from '../contract.ts';
import { SourceList } from '../evidence/source-list.tsx';
import { renderFrame } from '../pages/frame.tsx';
import { courseAddress, courseFacts } from './course-list.tsx';
import { wordsFor } from './course-words.ts';

export interface CourseStartProps {
  setting: PublicSetting;
  course: Course;
  sources: readonly Source[];
}

/** The first page of a course: what it is about, how it works, what is kept, and the button to start. */
export const renderCourseStart = ({ setting, course, sources }: CourseStartProps): string => {
  const words = wordsFor(setting);
  const { language } = setting;
  const address = courseAddress(language, course.id);
  return renderFrame({
    setting,
    words,
    title: course.title[language],
    path: `/courses/${course.id}`,
    way: (
      <li>
        <a href={`/${language}/library/courses`}>{words.t('courses.title')}</a>
      </li>
    ),
    children: (
      <>
        <h1>{course.title[language]}</h1>
        <p className="lead">{course.intro[language]}</p>
        <p className="quiet">{courseFacts(course, words)}</p>
        <form method="post" action={address}>
          <button type="submit">{words.t('courses.start')}</button>
        </form>
        <section aria-labelledby="how">
          <h2 id="how">{words.t('courses.how')}</h2>
          <p>{words.t('courses.how.steps')}</p>
          <p>{words.t('courses.how.calm')}</p>
          <p>{words.t('courses.how.kept')}</p>
        </section>
        <SourceList setting={setting} sources={sources} />
        <p className="quiet">
          {words.t('courses.renew', { months: course.renewMonths })}{' '}
          {words.t(`library.status.${course.status[language]}`)}
        </p>
      </>
    ),
  });
};
