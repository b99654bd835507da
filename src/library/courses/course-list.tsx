import type { Language } from '../../platform/i18n/index.ts';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import type { Course } from '../contract.ts';
import { renderFrame } from '../pages/frame.tsx';
import { type CourseWords, wordsFor } from './course-words.ts';

export const courseAddress = (language: Language, id: string): string => `/${language}/library/courses/${id}`;

export interface CourseListProps {
  setting: PublicSetting;
  courses: readonly Course[];
}

/** How long a course is and for whom, in one line. */
export const courseFacts = ({ minutes, situations, roles }: Course, words: CourseWords): string => {
  const names = roles.map((role) => words.t(`library.role.${role}`));
  return [
    words.t('courses.minutes', { minutes }),
    words.t('courses.situations', { count: situations.length }),
    words.t('courses.for', { roles: names.join(', ') }),
  ].join(' · ');
};

const Entry = ({ course, language, words }: { course: Course; language: Language; words: CourseWords }) => (
  <li>
    <h2>
      <a href={courseAddress(language, course.id)}>{course.title[language]}</a>
    </h2>
    <p>{course.intro[language]}</p>
    <p className="quiet">{courseFacts(course, words)}</p>
  </li>
);

/** Every course with what it is about, how long it takes and for whom it was written. */
export const renderCourseList = ({ setting, courses }: CourseListProps): string => {
  const words = wordsFor(setting);
  return renderFrame({
    setting,
    words,
    title: words.t('courses.title'),
    path: '/courses',
    children: (
      <>
        <h1>{words.t('courses.title')}</h1>
        <p className="lead">{words.t('courses.lead')}</p>
        <ul className="courses">
          {courses.map((course) => (
            <Entry key={course.id} course={course} language={setting.language} words={words} />
          ))}
        </ul>
      </>
    ),
  });
};
