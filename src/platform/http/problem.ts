import type { Refusal } from '../errors.ts';

export type Problem = {
  type: 'about:blank';
  title: string;
  status: number;
  kind: Refusal['kind'] | 'bug';
  because?: string;
  fields?: Record<string, string>;
  reference?: string;
};

const statuses: Record<Refusal['kind'], number> = {
  'not-found': 404,
  'not-signed-in': 401,
  'not-allowed': 404,
  'reason-needed': 428,
  conflict: 409,
  invalid: 400,
  'too-large': 413,
  'wrong-method': 405,
  'too-fast': 429,
  unavailable: 503,
};

const titles: Record<number, string> = {
  400: 'Some fields need another look',
  401: 'Sign in first',
  404: 'Not found',
  405: 'Not in this way',
  409: 'Somebody was faster',
  413: 'Too large',
  428: 'Say first why you read this',
  429: 'Too many at once',
  503: 'Not available now',
};

/** RFC 9457 problem of a refusal; what is forbidden looks exactly like what does not exist. */
export function problemOf(refusal: Refusal): Problem {
  const status = statuses[refusal.kind];
  const kind = refusal.kind === 'not-allowed' ? 'not-found' : refusal.kind;
  const problem: Problem = { type: 'about:blank', title: titles[status] ?? 'Refused', status, kind };
  if ('because' in refusal && refusal.because) problem.because = refusal.because;
  if (refusal.kind === 'invalid') problem.fields = refusal.fields;
  return problem;
}

/** What is said of a bug: a reference that also stands in the log, and nothing else. */
export const bugProblem = (reference: string): Problem => ({
  type: 'about:blank',
  title: `Something went wrong, reference ${reference}`,
  status: 500,
  kind: 'bug',
  reference,
});

export const problemResponse = (problem: Problem, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
