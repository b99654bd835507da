import type { AnyRoute } from '../../../src/platform/http/route.ts';
import type { Program } from '../program.ts';
import type { Stage } from '../stage.ts';
import { casesRequests } from './cases.ts';
import { communityRequests } from './community.ts';
import { libraryRequests } from './library.ts';
import { reportsRequests } from './reports.ts';
import type { ValidRequest } from './request.ts';

export type { ValidRequest };

export const doorOf = (route: Pick<AnyRoute, 'method' | 'path'>) => `${route.method} ${route.path}`;

/** One valid request for every door, against the records of the stage. */
export const validRequests = (program: Program, stage: Stage): Record<string, ValidRequest> => ({
  ...communityRequests(program, stage),
  ...reportsRequests(program, stage),
  ...libraryRequests(stage),
  ...casesRequests(program, stage),
});

/** Doors whose valid request cannot succeed here: it needs a real authenticator, an empty installation, an image. */
export const unanswerable: Record<string, number> = {
  'POST /api/v1/set-up': 404,
  'POST /api/v1/passkeys/sign-in': 401,
  'POST /api/v1/passkeys/registration': 401,
  'POST /api/v1/invitations/joining': 401,
  'POST /api/v1/lendings': 400,
  'POST /api/v1/lendings/{id}/answers': 404,
  'POST /api/v1/witness/add-checkpoint': 400,
  'POST /api/v1/totp/confirmation': 400,
  'DELETE /api/v1/passkeys/{id}': 404,
  'POST /api/v1/password': 400,
  'POST /api/v1/settings/test-mail': 409,
  'POST /api/v1/recovery/code': 401,
  'POST /api/v1/recovery/kit': 400,
  'POST /api/v1/recovery/requests/completion': 404,
  'POST /api/v1/partner/reports': 401,
  'POST /api/v1/tip-imports/{id}/cancellation': 404,
  'POST /api/v1/case-imports/{id}/cancellation': 404,
  'POST /api/v1/case-archives/{id}/cancellation': 404,
  // No picture came with it.
  'GET /api/v1/cases/{id}/brought/pictures/{fileId}': 404,
  'GET /api/v1/reports/{id}/attachments/{attachmentId}': 404,
  // It was given to nobody here by another community.
  'GET /api/v1/partner-views/{id}': 404,
};
