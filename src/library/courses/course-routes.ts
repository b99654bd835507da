import { z } from 'zod';
import { notFound, Refused } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { languages } from '../../platform/i18n/index.ts';
import { knowledge } from '../../reports/index.ts';
import { sourcesWith } from '../evidence/source-list.tsx';
import { may } from '../policy.ts';
import { html } from '../public/library-page.ts';
import { libraryOf } from '../shelf.ts';
import { makeCertificate } from './certificate.ts';
import { certificateGate } from './certificate-gate.ts';
import { renderClosing } from './closing-page.tsx';
import { renderFeedback } from './feedback-page.tsx';
import { readProgress } from './progress.ts';
import { recordScript } from './record-script.ts';
import { renderSituation } from './situation-page.tsx';

const ofCourse = z.strictObject({ language: z.enum(languages), course: z.string().max(100) });
type OfCourse = z.infer<typeof ofCourse>;

/** Reads the form of a course: where somebody stands, and all that a page about it needs. */
const readStep = async (ground: Ground, asked: OfCourse, request: Request) => {
  const known = await knowledge(ground, request);
  const { courses, sources } = await libraryOf(ground, known);
  const course = courses.find(({ id }) => id === asked.course);
  if (!course) throw notFound();
  const form = await readForm(request);
  const setting = known.settingIn(asked.language);
  return { form, setting, course, sources: sourcesWith(course.sources, sources), progress: readProgress(course, form) };
};

type Step = Awaited<ReturnType<typeof readStep>>;

const drawStep = ({ setting, course, sources, progress }: Step): Response => {
  if (progress.at === 'situation') return html(renderSituation({ setting, course, ...progress }));
  if (progress.at === 'feedback') return html(renderFeedback({ setting, course, ...progress }));
  return html(renderClosing({ setting, course, sources, ...progress, recordScript: recordScript.path }));
};

/** The certificate of a finished course; whoever has not finished goes on where the course was left. */
const certify = async (ground: Ground, step: Step): Promise<Response> => {
  if (step.progress.at !== 'end') return drawStep(step);
  const { form, setting, course } = step;
  const given = form.get('name');
  const name = typeof given === 'string' ? given : '';
  const facts = { setting, course, name, finishedAt: ground.clock.now() };
  const bytes = await certificateGate.run(() => makeCertificate(facts));
  if (bytes === 'busy') throw new Refused({ kind: 'too-fast', retryAfterSeconds: 10 });
  const file = `${course.id}-${setting.language}.pdf`;
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${file}"` },
  });
};

/** The doors for posted forms of a course: nothing is written, no cookie is set, the answers live in the forms alone. */
export const courseRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/{language}/library/courses/{course}',
    summary: 'The next page of a course, from the answers that the form carries',
    permission: may('read-library'),
    audit: { none: 'nothing is kept of what somebody answers' },
    input: { path: ofCourse, query: null, body: 'form' },
    answer: 'page',
    prepare: async (ground, { path, body }) => drawStep(await readStep(ground, path, body)),
    handle: async (_, { prepared }) => prepared,
  }),
  route({
    method: 'POST',
    path: '/{language}/library/courses/{course}/certificate',
    summary: 'The certificate of a finished course as a PDF; the name in it is kept nowhere',
    permission: may('read-library'),
    audit: { none: 'nothing is kept of who took a course' },
    input: { path: ofCourse, query: null, body: 'form' },
    answer: 'page',
    prepare: async (ground, { path, body }) => certify(ground, await readStep(ground, path, body)),
    handle: async (_, { prepared }) => prepared,
  }),
];
