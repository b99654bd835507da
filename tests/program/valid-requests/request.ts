import type { CastKey } from '../program.ts';

/** A request that its door takes, sent by somebody who may (`null`: nobody needs to be signed in). */
export type ValidRequest = { as: CastKey | null; path: string; body?: unknown };

/** A picture of one dot. */
export const aDot = new File(
  [
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    ),
  ],
  'dot.png',
);

export const form = (fields: Record<string, string | File>) => {
  const filled = new FormData();
  for (const [name, value] of Object.entries(fields)) filled.set(name, value);
  return filled;
};
