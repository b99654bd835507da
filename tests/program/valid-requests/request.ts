import type { CastKey } from '../program.ts';

/** A request that its door takes, sent by somebody who may (`null`: nobody needs to be signed in). */
export type ValidRequest = { as: CastKey | null; path: string; body?: unknown };

export const form = (fields: Record<string, string>) => {
  const filled = new FormData();
  for (const [name, value] of Object.entries(fields)) filled.set(name, value);
  return filled;
};
