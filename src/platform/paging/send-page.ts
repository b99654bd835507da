import { createHmac } from 'node:crypto';
import { type RequestOptions, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { guardedLookup, hostMayBeReached } from './addresses.ts';

/** Where pages go: the operator's own bridge to a telephone network. */
export type Webhook = { url: string; secret: string; allowsNearby: boolean };

/** One page: whom to reach and in which words. Never content, never a number of a record. */
export type Page = { id: string; way: 'sms' | 'voice'; to: string; text: string; at: Date };

/** Hands one page over; false where the receiver did not take it in time, whatever the reason. */
export type PageCarrier = (webhook: Webhook, page: Page) => Promise<boolean>;

/** HMAC-SHA-256 over `timestamp.body`, in hexadecimal; a receiver computes the same with the secret and compares. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');

function headersOf(webhook: Webhook, page: Page, body: string, sentAt: Date): Record<string, string> {
  const timestamp = String(Math.floor(sentAt.getTime() / 1_000));
  return {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'idempotency-key': page.id,
    'forestall-timestamp': timestamp,
    'forestall-signature': `v1=${signatureOf(webhook.secret, timestamp, body)}`,
  };
}

/** Sends pages over HTTP: a redirect is no answer, and a receiver that hangs is left after `milliseconds`. */
export function webhookCarrier(clock: { now(): Date }, milliseconds = 10_000): PageCarrier {
  return (webhook, page) => {
    const url = new URL(webhook.url);
    if (!hostMayBeReached(url, webhook.allowsNearby)) return Promise.resolve(false);
    const { id, way, to, text, at } = page;
    const body = JSON.stringify({ id, way, to, text, at: at.toISOString() });
    const options: RequestOptions = {
      method: 'POST',
      headers: headersOf(webhook, page, body, clock.now()),
      lookup: guardedLookup(webhook.allowsNearby),
      signal: AbortSignal.timeout(milliseconds),
      agent: false,
    };
    return isTaken(url, options, body);
  };
}

function isTaken(url: URL, options: RequestOptions, body: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = url.protocol === 'https:' ? requestSecure : requestPlain;
    const call = request(url, options, (answer) => {
      const status = answer.statusCode ?? 0;
      answer.destroy();
      resolve(status >= 200 && status < 300);
    });
    call.on('error', () => resolve(false));
    call.end(body);
  });
}
