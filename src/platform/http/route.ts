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
};

/** What goes into the log before the act, or why nothing does. */
export type Audit<Input> =
  | { act: string; recordKind: string; recordId: (input: Input) => string | null; facts?: (input: Input) => Record<string, string | number | boolean | null> }
  | { inside: string }
  | { none: string };

export type RouteInput<Path, Query, Body, Prepared> = { path: Path; query: Query; body: Body; prepared: Prepared; headers: Headers };

type Answer = 'page' | 'bytes' | 'stream' | 'nothing' | z.ZodType;

/**
 * A door of the program, as data. Permission, audit and input are required by type: a route without them does not compile.
 * `prepare` runs before the transaction and without it (hashing, image conversion); `handle` runs inside one.
 */
export type Route<Path = unknown, Query = unknown, Body = unknown, Prepared = unknown> = {
  method: 'GET' | 'POST' | 'DELETE';
  path: `/${string}`;
  summary: string;
  permission: Permission<RouteInput<Path, Query, Body, Prepared>>;
  audit: Audit<RouteInput<Path, Query, Body, Prepared>>;
  input: {
    path: z.ZodType<Path> | null;
    query: z.ZodType<Query> | null;
    body: z.ZodType<Body> | 'form' | null;
  };
  answer: Answer;
  status?: number;
  prepare?(ground: Ground, input: Omit<RouteInput<Path, Query, Body, unknown>, 'prepared'>, actor: Actor): Promise<Prepared>;
  handle(tx: Tx, input: RouteInput<Path, Query, Body, Prepared>, ground: Ground): Promise<unknown>;
  /** Runs after the commit: wake-ups only, never state. */
  after?(ground: Ground): void;
};

// biome-ignore lint/suspicious/noExplicitAny: a table of routes holds inputs of many shapes; each route itself is checked by `route`.
export type AnyRoute = Route<any, any, any, any>;

/** Checks one route's types and gives it back for a table. */
export const route = <Path, Query, Body, Prepared = undefined>(definition: Route<Path, Query, Body, Prepared>): AnyRoute =>
  definition;
