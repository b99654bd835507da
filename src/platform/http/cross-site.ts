import { Refused } from '../errors.ts';

const refuse = () => new Refused({ kind: 'not-allowed' });

/** A browser that says where a request comes from must say that it comes from us; tools say nothing. */
export function refuseCrossSite(method: string, headers: Headers): void {
  if (method === 'GET' || method === 'HEAD') return;
  const site = headers.get('sec-fetch-site');
  if (site && site !== 'same-origin' && site !== 'none') throw refuse();
}
