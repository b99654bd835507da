import type { Post } from './show-heads.ts';

const patienceMilliseconds = 10_000;
const charactersAtMost = 4_096;

/** Sends a head over the network; gives up after ten seconds, follows no redirection, reads no long answer. */
export const httpPost: Post = async (address, body) => {
  const response = await fetch(address, {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMilliseconds),
  });
  let text = '';
  for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += piece;
    if (text.length > charactersAtMost) throw new Error('The answer is too long');
  }
  return { status: response.status, text };
};
