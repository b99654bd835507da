import { type Refusal, Refused, readRefusal } from './refusal.ts';

type Method = 'POST' | 'DELETE';
/** One community of an installation, as its address and its door name it. */
export interface Community {
  slug: string;
  name: string;
}
/** What came from one of several communities; nothing is said where the person serves only one. */
export type From<Row> = Row & { community?: Community };

let csrfToken = '';
let entered = '';
let communities: readonly Community[] = [];
let unwelcome: (refusal: Refusal) => void = () => {};
let askWho: () => Promise<boolean> = async () => false;

/** The token of the session that everything but reading must carry; empty when nobody is signed in. */
export const keepCsrfToken = (token: string): void => {
  csrfToken = token;
};

/** From now on every call is about the community of this short name; about the session's own where it is empty. */
export const enterCommunity = (slug: string): void => {
  entered = slug;
};

/** The communities that lists are gathered from; each list names them where there are several. */
export const keepCommunities = (all: readonly Community[]): void => {
  communities = all;
};
export const communitiesKept = (): readonly Community[] => communities;

/** The address of `path` in the API, in this community or the one that is entered. */
export const apiAddress = (path: string, slug = entered): string =>
  `/api/v1${slug === '' ? '' : `/communities/${slug}`}${path}`;

/** Calls `listener` whenever the server no longer knows who is asking, or wants a second factor first. */
export const onUnwelcome = (listener: (refusal: Refusal) => void): void => {
  unwelcome = listener;
};

/** Calls `ask` whenever a grave act wants to know again who is there; true says that it was shown, and the act is sent again. */
export const onStepUp = (ask: () => Promise<boolean>): void => {
  askWho = ask;
};

const wantsStepUp = async (answer: Response): Promise<boolean> =>
  answer.status === 401 && (await readRefusal(answer.clone())).because === 'step-up-needed';

const fetchAnswer = async (path: string, init: RequestInit, slug?: string): Promise<Response> => {
  try {
    return await fetch(apiAddress(path, slug), { credentials: 'same-origin', cache: 'no-store', ...init });
  } catch {
    throw new Refused({ kind: 'unreachable' });
  }
};

const open = async <Answer>(answer: Response, tellSignedOut: boolean): Promise<Answer> => {
  if (answer.ok) return answer.status === 204 ? (undefined as Answer) : await answer.json();
  const refusal = await readRefusal(answer);
  const isOut = refusal.kind === 'not-signed-in' && refusal.because !== 'step-up-needed';
  if (isOut && tellSignedOut) unwelcome(refusal);
  throw new Refused(refusal);
};

/** Reads `path` of the API, in the entered community or the one named, or throws `Refused`. */
export const read = async <Answer>(path: string, slug?: string): Promise<Answer> =>
  open(await fetchAnswer(path, {}, slug), true);

/** Does something at `path` of the API, or throws `Refused`; it is never tried twice by itself, but for a grave act that asked who is there. */
export const send = async <Answer>(
  path: string,
  body: object = {},
  { method = 'POST', tellSignedOut = true }: { method?: Method; tellSignedOut?: boolean } = {},
): Promise<Answer> => {
  const once = () => {
    const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken };
    return fetchAnswer(path, { method, headers, body: method === 'DELETE' ? null : JSON.stringify(body) });
  };
  return open(await onceOrAgain(once), tellSignedOut);
};

/** A grave act that asked who is there is sent a second time once that was shown. */
const onceOrAgain = async (once: () => Promise<Response>): Promise<Response> => {
  const answer = await once();
  const again = (await wantsStepUp(answer)) && (await askWho());
  return again ? await once() : answer;
};

/** Does a grave act at `path` that answers with a file, and tells how many bytes have come; `signal` ends it. */
export const receive = async (
  path: string,
  body: object,
  signal: AbortSignal,
  tell: (bytes: number) => void,
): Promise<Blob> => {
  const once = () => {
    const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken };
    return fetchAnswer(path, { method: 'POST', headers, body: JSON.stringify(body), signal });
  };
  const answer = await onceOrAgain(once);
  if (!answer.ok || !answer.body) return open(answer, true);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const reader = answer.body.getReader();
  for (let bytes = 0; ; tell(bytes)) {
    const { done, value } = await reader.read();
    if (done) return new Blob(pieces);
    pieces.push(value);
    bytes += value.length;
  }
};

/** Does something at `path` that answers line by line, and tells each line as it comes; `signal` ends it. */
export const stream = async <Line>(
  path: string,
  body: object,
  signal: AbortSignal,
  tell: (line: Line) => void,
): Promise<void> => {
  const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken };
  const answer = await fetchAnswer(path, { method: 'POST', headers, body: JSON.stringify(body), signal });
  if (!answer.ok || !answer.body) return open(answer, true);
  let rest = '';
  for await (const piece of piecesOf(answer.body)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) tell(JSON.parse(line));
  }
};

async function* piecesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield decoder.decode(value, { stream: true });
  }
}

/** Sends a form with a file in it to `path` of the API, or throws `Refused`. */
export const sendForm = async <Answer>(path: string, body: FormData): Promise<Answer> =>
  open(await fetchAnswer(path, { method: 'POST', headers: { 'x-csrf-token': csrfToken }, body }), true);

/** Sends pictures to `path` of the API, or throws `Refused`. */
export const sendImages = <Answer>(path: string, images: readonly File[]): Promise<Answer> => {
  const form = new FormData();
  for (const image of images) form.append('images', image);
  return sendForm<Answer>(path, form);
};

/** `?a=1&b=2` of what is not empty. */
export const query = (values: Record<string, string | number | undefined>): string => {
  const filled = Object.entries(values).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
  return filled.length === 0 ? '' : `?${new URLSearchParams(filled.map(([key, value]) => [key, String(value)]))}`;
};
