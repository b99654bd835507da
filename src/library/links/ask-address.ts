/** What became of asking an address. `unsure`: somebody answered, but not so that one can tell. */
export type LinkState = 'reached' | 'moved' | 'dead' | 'unsure' | 'no-network';

export interface AskedLink {
  url: string;
  state: LinkState;
  /** The answer's number, or why there was none, or the new address. */
  because: string;
  /** Seconds for which the other side asks to be left alone. */
  restSeconds?: number;
}

export interface AskSettings {
  timeoutMilliseconds: number;
}

const agent = 'Forestall-link-check/1 (checks once whether a linked page is still there)';
const gone = new Set([404, 410]);
/** Answers of servers that do not know HEAD, or refuse it. */
const wantsGet = new Set([400, 403, 404, 405, 406, 501]);
const permanent = new Set([301, 308]);
const unreachable = new Set(['ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'EAI_AGAIN']);
const mostSteps = 5;

const ask = (url: string, method: 'HEAD' | 'GET', { timeoutMilliseconds }: AskSettings): Promise<Response> =>
  fetch(url, {
    method,
    redirect: 'manual',
    headers: { 'user-agent': agent, accept: '*/*' },
    signal: AbortSignal.timeout(timeoutMilliseconds),
  });

/** HEAD costs the other side least; GET where HEAD is not understood. The body is not read. */
const answerOf = async (url: string, settings: AskSettings): Promise<Response> => {
  const first = await ask(url, 'HEAD', settings);
  if (!wantsGet.has(first.status)) return first;
  const second = await ask(url, 'GET', settings);
  await second.body?.cancel();
  return second;
};

const codeOf = (error: unknown): string => {
  const { name, code, cause } = error as { name?: string; code?: string; cause?: unknown };
  if (name === 'TimeoutError') return 'TIMEOUT';
  return code ?? (cause ? codeOf(cause) : 'NO-ANSWER');
};

const failed = (url: string, error: unknown): AskedLink => {
  const because = codeOf(error);
  if (unreachable.has(because)) return { url, state: 'no-network', because };
  return { url, state: because === 'ENOTFOUND' ? 'dead' : 'unsure', because };
};

const restOf = (response: Response): { restSeconds?: number } => {
  const seconds = Number(response.headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? { restSeconds: seconds } : {};
};

/** Asks whether a page is there, following where it moved to; never throws, and reads no content. */
export const askAddress = async (url: string, settings: AskSettings): Promise<AskedLink> => {
  let at = url;
  let isMoved = false;
  try {
    for (let step = 0; step < mostSteps; step += 1) {
      const response = await answerOf(at, settings);
      const { status } = response;
      const next = response.headers.get('location');
      if (status >= 300 && status < 400 && next) {
        isMoved ||= permanent.has(status);
        at = new URL(next, at).href;
      } else if (response.ok) {
        return { url, state: isMoved ? 'moved' : 'reached', because: isMoved ? at : `${status}` };
      } else {
        return { url, state: gone.has(status) ? 'dead' : 'unsure', because: `${status}`, ...restOf(response) };
      }
    }
    return { url, state: 'unsure', because: 'leads in circles' };
  } catch (error) {
    return failed(url, error);
  }
};
