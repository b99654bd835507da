import type { Ground } from '../../platform/ground.ts';
import { type Repeatable, repeatableWith } from '../../platform/http/idempotency.ts';

const shape = /^[\w-]{32,64}$/;

/** A one-time mark for a form, 192 random bits: the same form sent twice is one report. It says nothing of anybody. */
export const newToken = (ground: Ground): string => ground.chance.bytes(24).toString('base64url');

/** How a sent form is recognised when it comes again; a form without a mark of ours is taken too, and repeats nothing. */
export const repeatOf = (ground: Ground, token: string, body: unknown): Repeatable =>
  shape.test(token) ? repeatableWith(ground, token, body) : null;
