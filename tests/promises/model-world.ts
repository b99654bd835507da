import type { PersonActor } from '../../src/platform/actor.ts';
import type { Program } from '../program/program.ts';
import { sessionOf } from '../program/sessions.ts';

/** Gives a whole number below the bound, drawn from the seed. */
export type Dice = (below: number) => number;

/** What the program answered where it refused; anything else that is not a yes is a fault. */
export class Refusal extends Error {}

/** A row of the database, as far as a step looks at it. */
export type Row = Record<string, string> & { version: number };

/** The program, the people who act, and the dice of one step. */
export type World = {
  program: Program;
  people: readonly PersonActor[];
  dice: Dice;
  pick<T>(list: readonly T[]): T | undefined;
  /** Somebody of all the people. */
  anybody(): PersonActor;
  rows(text: string, values?: unknown[]): Promise<Row[]>;
  /** One of the rows that the question gives. */
  one(text: string, values?: unknown[]): Promise<Row | undefined>;
  /** An open case, and who asks for something in it: mostly its lead, now and then its deputy or anybody. */
  openCase(): Promise<{ row: Row; by: PersonActor } | undefined>;
  /** Asks at a door; a refusal is thrown. */
  ask<T>(by: PersonActor, method: string, path: string, body?: unknown): Promise<T>;
  post<T>(by: PersonActor, path: string, body?: unknown): Promise<T>;
  inDays(days: number): string;
  /** Whether something was changed at a door, beyond saying why one reads. */
  hasActed(): boolean;
};

export type Step = (world: World) => Promise<unknown>;
export type Steps = Record<string, Step>;

const everyDay = 86_400_000;

/** The world as one step sees it. */
export function worldOf(program: Program, people: readonly PersonActor[], dice: Dice): World {
  let acted = false;
  const pick: World['pick'] = (list) => list[dice(list.length)];
  const rows: World['rows'] = async (text, values = []) => (await program.databases.owner.query(text, values)).rows;
  const ask: World['ask'] = async <T>(by: PersonActor, method: string, path: string, body?: unknown) => {
    const answer = await (await sessionOf(program, by)).call(method, `/api/v1${path}`, body);
    if (answer.status >= 500) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    if (answer.status >= 400) throw new Refusal(`${method} ${path}: ${answer.status} ${answer.text}`);
    acted ||= method !== 'GET' && !path.endsWith('/reading-reasons');
    return answer.body as T;
  };
  const anybody = () => pick(people)!;
  return {
    program,
    people,
    dice,
    pick,
    rows,
    ask,
    anybody,
    one: async (text, values) => pick(await rows(text, values)),
    post: (by, path, body) => ask(by, 'POST', path, body),
    hasActed: () => acted,
    inDays: (days) => new Date(program.clock.now().getTime() + days * everyDay).toISOString(),
    async openCase() {
      const row = pick(await rows("select * from cases where state = 'open' order by position"));
      if (!row) return undefined;
      const id = [row.lead_id, row.lead_id, row.lead_id, row.deputy_id][dice(5)];
      return { row, by: people.find(({ personId }) => personId === id) ?? anybody() };
    },
  };
}
