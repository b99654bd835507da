import { z } from 'zod';
import { type AnyRoute, route } from '../platform/http/route.ts';

import { phases, readers, searchAnswer } from './contract.ts';
import { courseRoutes } from './courses/course-routes.ts';
import { trainingRoutes } from './courses/training-routes.ts';
import { editingRoutes } from './editing/editing-routes.ts';
import { mistakeRoutes } from './mistakes/mistake-routes.ts';
import { may } from './policy.ts';
import { asCsv } from './queries/chosen-resources.ts';
import { findPages } from './search/find-pages.ts';
import { libraryOf } from './shelf.ts';

const question = z.strictObject({
  q: z.string().max(2_000).default(''),
  lang: z
    .string()
    .regex(/^[a-z]{2}$/)
    .default('en'),
  role: z.enum(readers).optional(),
  phase: z.enum(phases).optional(),
});

const reading = { none: 'reading the library is no act of anybody' };

const download = (text: string, type: string, name: string): Response =>
  new Response(text, {
    headers: { 'content-type': `${type}; charset=utf-8`, 'content-disposition': `attachment; filename="${name}"` },
  });

/** The library's doors for programs; its pages stand outside the table, for they are the same for everybody. */
export const libraryRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/library/search',
    summary: 'Search the library in one language; the best answers first',
    permission: may('read-library'),
    audit: reading,
    input: { path: null, query: question, body: null },
    answer: searchAnswer,
    prepare: (ground, _, actor) => libraryOf(ground, actor),
    handle: async (_, { query: { q, lang, role, phase }, prepared: library }) => ({
      results: findPages(library, lang, q, { role, phase }),
    }),
  }),
  route({
    method: 'GET',
    path: '/api/v1/library/resources.json',
    summary: 'All external resources as JSON',
    permission: may('read-library'),
    audit: reading,
    input: { path: null, query: null, body: null },
    answer: 'bytes',
    prepare: (ground, _, actor) => libraryOf(ground, actor),
    handle: async (_, { prepared: { resources } }) =>
      download(JSON.stringify({ resources }, null, 2), 'application/json', 'resources.json'),
  }),
  route({
    method: 'GET',
    path: '/api/v1/library/resources.csv',
    summary: 'All external resources as CSV',
    permission: may('read-library'),
    audit: reading,
    input: { path: null, query: null, body: null },
    answer: 'bytes',
    prepare: (ground, _, actor) => libraryOf(ground, actor),
    handle: async (_, { prepared: { resources } }) => download(asCsv(resources), 'text/csv', 'resources.csv'),
  }),
  ...courseRoutes,
  ...trainingRoutes,
  ...editingRoutes,
  ...mistakeRoutes,
];
