import { aWrittenText, type Stage } from '../stage.ts';
import { form, type ValidRequest } from './request.ts';

/** One valid request for every door of the library. */
export function libraryRequests(stage: Stage): Record<string, ValidRequest> {
  const text = '/api/v1/library/texts/en/prevent.how-to-tell-us';
  return {
    'GET /api/v1/library/search': { as: null, path: '/api/v1/library/search?q=warning&lang=ca' },
    'GET /api/v1/library/resources.json': { as: null, path: '/api/v1/library/resources.json' },
    'GET /api/v1/library/resources.csv': { as: null, path: '/api/v1/library/resources.csv' },
    'GET /api/v1/library/training': { as: 'overseer', path: '/api/v1/library/training' },
    'POST /api/v1/library/training': {
      as: 'overseer',
      path: '/api/v1/library/training',
      body: {
        courseId: 'being-there',
        answers: { 'situation-1': 'a', 'situation-2': 'a', 'situation-3': 'a', 'situation-4': 'a' },
      },
    },
    'GET /api/v1/library/training/{id}/certificate': {
      as: 'overseer',
      path: `/api/v1/library/training/${stage.training}/certificate?lang=ca`,
    },
    'GET /api/v1/library/training/due': { as: 'coordinator', path: '/api/v1/library/training/due' },
    'GET /api/v1/library/mistakes': { as: 'coordinator', path: '/api/v1/library/mistakes' },
    'POST /api/v1/library/mistakes/{id}/settling': {
      as: 'coordinator',
      path: `/api/v1/library/mistakes/${stage.mistake}/settling`,
    },
    'GET /api/v1/library/texts': { as: 'coordinator', path: '/api/v1/library/texts' },
    'GET /api/v1/library/texts/{language}/{text}': { as: 'coordinator', path: text },
    'GET /api/v1/library/texts/{language}/{text}/versions/{number}': { as: 'custodian', path: `${text}/versions/2` },
    'POST /api/v1/library/texts/{language}/{text}/preview': {
      as: 'coordinator',
      path: `${text}/preview`,
      body: aWrittenText,
    },
    'POST /api/v1/library/texts/{language}/{text}/draft': {
      as: 'coordinator',
      path: '/api/v1/library/texts/ca/prevent.how-to-tell-us/draft',
      body: { fields: aWrittenText, send: false },
    },
    'POST /api/v1/library/texts/{language}/{text}/versions/{number}/withdrawal': {
      as: 'coordinator',
      path: `${text}/versions/2/withdrawal`,
    },
    'POST /api/v1/library/texts/{language}/{text}/versions/{number}/decision': {
      as: 'custodian',
      path: `${text}/versions/2/decision`,
      body: { decision: 'approve', words: '', position: 1 },
    },
    'POST /api/v1/library/texts/{language}/{text}/going-back': {
      as: 'coordinator',
      path: `${text}/going-back`,
      body: { version: null, position: 1 },
    },
    'POST /api/v1/library/languages': {
      as: 'coordinator',
      path: '/api/v1/library/languages',
      body: { code: 'ar', name: 'العربية', direction: 'rtl', fallsBackTo: 'fr' },
    },
    'POST /{language}/library/mistake': {
      as: null,
      path: '/en/library/mistake',
      body: form({ page: '/en/library', words: 'A link is dead.' }),
    },
    'POST /{language}/library/courses/{course}': { as: null, path: '/en/library/courses/being-there', body: form({}) },
    'POST /{language}/library/courses/{course}/certificate': {
      as: null,
      path: '/en/library/courses/being-there/certificate',
      body: form({}),
    },
  };
}
