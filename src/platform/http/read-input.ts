import type { Context } from 'hono';
import type { z } from 'zod';
import { invalid, notFound, Refused } from '../errors.ts';
import type { AnyRoute } from './route.ts';

const jsonLimit = 256 * 1024;

/** Field → message key, for the page to put beside the field. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.join('.') || '(body)', messageKey(issue)]));
}

function messageKey(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big') return 'too-long';
  if (issue.code === 'too_small') return issue.minimum === 1 ? 'required' : 'too-short';
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'required' : 'wrong-kind';
  if (issue.code === 'unrecognized_keys') return 'unknown-field';
  return 'not-valid';
}

function parse<T>(schema: z.ZodType<T>, value: unknown, whenWrong: (error: z.ZodError) => Refused): T {
  const result = schema.safeParse(value, { reportInput: true });
  if (!result.success) throw whenWrong(result.error);
  return result.data;
}

/** A character that no keyboard types and no PostgreSQL text takes: left out, so that the rest of what somebody wrote is kept. */
export const withoutNul = (text: string): string => text.replaceAll('\0', '');

const leaveNulOut = (_key: string, value: unknown) => (typeof value === 'string' ? withoutNul(value) : value);

async function readJson(context: Context): Promise<unknown> {
  if (Number(context.req.header('content-length') ?? 0) > jsonLimit) throw new Refused({ kind: 'too-large' });
  const text = await context.req.text();
  if (text.length > jsonLimit) throw new Refused({ kind: 'too-large' });
  if (text === '') return {};
  try {
    return JSON.parse(text, text.includes('\\u0000') ? leaveNulOut : undefined);
  } catch {
    throw invalid({ '(body)': 'not-json' });
  }
}

const cleaned = (given: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, withoutNul(value)]));

/** Reads and checks path, query and body; a wrong path is simply not found. */
export async function readInput(context: Context, route: AnyRoute) {
  const { path, query, body } = route.input;
  return {
    path: path ? parse(path, cleaned(context.req.param()), notFound) : undefined,
    query: query ? parse(query, cleaned(context.req.query()), (error) => invalid(fieldErrors(error))) : undefined,
    body:
      body === 'form'
        ? context.req.raw
        : body
          ? parse(body, await readJson(context), (error) => invalid(fieldErrors(error)))
          : undefined,
    headers: context.req.raw.headers,
    signal: context.req.raw.signal,
  };
}
