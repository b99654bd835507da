import type { Program } from '../program/program.ts';
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

export const beginsAnImport = ({ method, path }: Cell) => method === 'POST' && /-(imports|archives)$/.test(path);

/** The public is of no community: where there are several, the address says which. */
export const inCommunity = ({ slug }: Program, path: string) =>
  path.replace('/api/v1/', `/api/v1/communities/${slug}/`);

/** What the program answers; asked again where the database had no turn on a busy machine, which says nothing of a right. */
export async function answerTo(program: Program, cell: Cell): Promise<number> {
  const path = cell.by ? cell.path : inCommunity(program, cell.path);
  const { status } = await program.request(cell.method, path, { body: cell.body, headers: cell.by?.headers ?? {} });
  if (status !== 503) return status;
  await program.databases.owner.query('select pg_sleep(0.2)');
  return await answerTo(program, cell);
}
