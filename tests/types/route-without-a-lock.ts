import { z } from 'zod';
import { route } from '../../src/platform/http/route.ts';

/** Checked by the compiler alone: a door without permission, audit, input or answer does not compile. */
const lock = { name: 'a-lock', open: false, check: async () => true };
const input = { path: null, query: null, body: null } as const;
const rest = {
  method: 'GET',
  path: '/api/v1/door',
  summary: 'A door',
  answer: z.object({}),
  handle: async () => ({}),
} as const;

export const locked = route({ ...rest, permission: lock, audit: { none: 'for the test' }, input });

// @ts-expect-error permission is missing
export const withoutPermission = route({ ...rest, audit: { none: 'for the test' }, input });

// @ts-expect-error audit is missing
export const withoutAudit = route({ ...rest, permission: lock, input });

// @ts-expect-error the reason for no audit is missing
export const withoutReason = route({ ...rest, permission: lock, audit: {}, input });

// @ts-expect-error input is missing
export const withoutInput = route({ ...rest, permission: lock, audit: { none: 'for the test' } });

const withoutItsBody = { path: null, query: null } as const;
// @ts-expect-error the body is not declared
export const withoutBody = route({ ...rest, permission: lock, audit: { none: 'for the test' }, input: withoutItsBody });

const { answer: _, ...unanswered } = { ...rest };
// @ts-expect-error answer is missing
export const withoutAnswer = route({ ...unanswered, permission: lock, audit: { none: 'for the test' }, input });
