import type { HeldSession } from '../program/sessions.ts';
import type { ValidRequest } from '../program/valid-requests/index.ts';
import type { Letter } from './a-02-expected.ts';

/** One question to the program and the letter that the table has for its answer. */
export type Cell = {
  name: string;
  says: Letter;
  by: HeldSession | null;
  method: string;
  path: string;
  body?: unknown;
};
export const holdsOneOf = (roles: readonly string[], allowed: readonly string[]) =>
  roles.some((role) => allowed.includes(role));
export const cell = (
  name: string,
  says: Letter,
  by: HeldSession | null,
  request: ValidRequest & { method: string },
): Cell => ({ ...request, name, says, by });
export const methodOf = (door: string) => door.split(' ')[0]!;
