export type RefusalKind =
  | 'not-found'
  | 'not-signed-in'
  | 'not-allowed'
  | 'reason-needed'
  | 'conflict'
  | 'invalid'
  | 'too-large'
  | 'too-fast'
  | 'unavailable'
  | 'unreachable'
  | 'bug';

/** Why the server said no: the parts of its problem document (RFC 9457) that a person can act on. */
export interface Refusal {
  kind: RefusalKind;
  because?: string;
  fields?: Record<string, string>;
  reference?: string;
}

/** What every call to the server throws when it was not done. */
export class Refused extends Error {
  override name = 'Refused';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

/** Any thrown thing as a refusal; what we did not foresee is a bug. */
export const refusalOf = (error: unknown): Refusal => (error instanceof Refused ? error.refusal : { kind: 'bug' });

const kinds: Readonly<Record<number, RefusalKind>> = {
  400: 'invalid',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  409: 'conflict',
  413: 'too-large',
  428: 'reason-needed',
  429: 'too-fast',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** Reads the refusal out of an answer that is not 2xx; an answer without a problem document keeps its status alone. */
export const readRefusal = async (answer: Response): Promise<Refusal> => {
  const problem: Partial<Refusal> = await answer.json().catch(() => ({}));
  const kind = answer.status === 401 ? 'not-signed-in' : (problem.kind ?? kinds[answer.status] ?? 'bug');
  return { ...problem, kind };
};
