import type { Ground } from '../../platform/ground.ts';
import { type Repeatable, repeatableWith } from '../../platform/http/idempotency.ts';

const shape = /^[\w-]{32,64}$/;

/** How a sent form is recognised when it comes again; a form without a mark of ours is taken too, and repeats nothing. */
export const repeatOf = (ground: Ground, token: string, body: unknown): Repeatable =>
  shape.test(token) ? repeatableWith(ground, token, body) : null;
