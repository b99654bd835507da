import type { Hono } from 'hono';
import type { Ground } from '../../platform/ground.ts';
import { serveCourses } from '../courses/serve-courses.ts';
import { serveEvidence } from '../evidence/serve-evidence.ts';
import { serveOffline } from '../offline/serve-offline.ts';
import { serveTakeaway } from '../takeaway/serve-takeaway.ts';
import { serveAddedLanguages } from './serve-added.tsx';
import { serveLibraryPages as serveTexts } from './serve-pages.ts';

/** Serves everything of the library that is the same for everybody. */
export const serveLibraryPages = (app: Hono, ground: Ground): void => {
  serveTexts(app, ground);
  serveAddedLanguages(app, ground);
  serveCourses(app, ground);
  serveEvidence(app, ground);
  serveTakeaway(app, ground);
  serveOffline(app, ground);
};
