import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import type { Tx } from '../db/database.ts';
import type { Ground } from '../ground.ts';

/** What a slice's policy answers for one permission; `relate` tells how the actor stands to the record, or null if there is none. */
export type Permission<Input> = {
  name: string;
  /** True where nobody needs to be signed in. */
  open: boolean;
  check(tx: Tx, input: Input, ground: Ground): Promise<boolean>;
  /** Why the actor may read this record: their assignment to it, in one word for the log. Asked only once the answer was yes. */
  reason?(tx: Tx, input: Input, ground: Ground): Promise<string>;
};

/** What goes into the log before the act, or why nothing does. */
export type Audit<Input> =
  | {
      act: string;
      recordKind: string;
      recordId: (input: Input) => string | null;
      facts?: (input: Input) => Record<string, string | number | boolean | null>;
    }
  | { inside: string }
  | { none: string };

export type RouteInput<Path, Query, Body, Prepared> = {
  path: Path;
  query: Query;
  body: Body;
  prepared: Prepared;
  headers: Headers;
  /** Aborted once whoever asked has gone away. */
  signal: AbortSignal;
};

type Schema = z.ZodType | null;
type Read<Given> = Given extends z.ZodType ? z.output<Given> : Given extends 'form' ? Request : undefined;
type InputOf<P, Q, B, Prepared> = RouteInput<Read<NoInfer<P>>, Read<NoInfer<Q>>, Read<NoInfer<B>>, NoInfer<Prepared>>;

type Answer = 'page' | 'bytes' | 'stream' | 'nothing' | z.ZodType;

/**
 * A door of the program, as data. Permission, audit and input are required by type: a route without them does not compile.
 * `prepare` runs before the transaction and without it (hashing, image conversion); `handle` runs inside one.
 */
export type Route<
  P extends Schema = Schema,
  Q extends Schema = Schema,
  B extends Schema | 'form' = Schema | 'form',
  Prepared = unknown,
> = {
  method: 'GET' | 'POST' | 'DELETE';
  path: `/${string}`;
  summary: string;
  permission: Permission<InputOf<P, Q, B, Prepared>>;
  audit: Audit<InputOf<P, Q, B, Prepared>>;
  input: { path: P; query: Q; body: B };
  answer: Answer;
  status?: number;
  /** A grave act: whoever asks has shown who they are within the last five minutes, or is asked again. */
  stepUp?: true;
  prepare?(ground: Ground, input: InputOf<P, Q, B, undefined>, actor: Actor): Promise<Prepared>;
  handle(tx: Tx, input: InputOf<P, Q, B, Prepared>, ground: Ground): Promise<unknown>;
  /** Runs after the commit: wake-ups only, never state. */
  after?(ground: Ground): void;
};

// biome-ignore lint/suspicious/noExplicitAny: a table of routes holds inputs of many shapes; each route itself is checked by `route`.
export type AnyRoute = Route<any, any, any, any>;

/** Checks one route's types and gives it back for a table. */
export const route = <P extends Schema, Q extends Schema, B extends Schema | 'form', Prepared = undefined>(
  definition: Route<P, Q, B, Prepared>,
): AnyRoute => definition;
