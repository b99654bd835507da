import type { Hono } from 'hono';
import type { Ground } from '../../platform/ground.ts';
import { sourcesWith } from '../evidence/source-list.tsx';
import { keptPage } from '../public/kept-pages.ts';
import { type Asked, html, kept, libraryPage } from '../public/library-page.ts';
import { renderCourseList } from './course-list.tsx';
import { renderCourseStart } from './course-start.tsx';
import { recordScript } from './record-script.ts';

const drawList = ({ setting, library, context }: Asked): Response =>
  html(keptPage(library, setting, context.req.path, () => renderCourseList({ setting, courses: library.courses })));

const drawStart = ({ setting, library, context }: Asked): Response | null => {
  const course = library.courses.find(({ id }) => id === context.req.param('course'));
  if (!course) return null;
  const sources = sourcesWith(course.sources, library.sources);
  return html(keptPage(library, setting, context.req.path, () => renderCourseStart({ setting, course, sources })));
};

/** Serves the list of courses and the first page of each: the same for everybody, drawn once. */
export const serveCourses = (app: Hono, ground: Ground): void => {
  app.get('/:language/library/courses', libraryPage(ground, drawList));
  app.get('/:language/library/courses/:course', libraryPage(ground, drawStart));
  app.get(recordScript.path, () => kept(recordScript.text, 'text/javascript; charset=utf-8'));
};
