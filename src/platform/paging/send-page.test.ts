import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { virtualClock } from '../clock.ts';
import { type Page, webhookCarrier } from './send-page.ts';

type Heard = { headers: IncomingMessage['headers']; body: string };

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A receiver of its own on loopback, as an operator's bridge would be. */
async function aReceiver(answer: (response: ServerResponse) => void): Promise<{ url: string; heard: Heard[] }> {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    heard.push({ headers: request.headers, body });
    answer(response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/pages`, heard };
}

const clock = virtualClock(new Date('2026-11-23T10:00:00Z'));
const page: Page = { id: 'page-1', way: 'sms', to: '+34 600 000 000', text: 'Somebody waits.', at: clock.now() };
const secret = 'a secret of the operator';
const send = webhookCarrier(clock, 300);
const says =
  (status: number, headers = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(status, headers).end();

describe('send-page', () => {
  it('signs what it sends, so that a receiver can tell it from a forgery', async () => {
    const { url, heard } = await aReceiver(says(204));

    const isTaken = await send({ url, secret, allowsNearby: true }, page);

    const { headers, body } = heard[0]!;
    const signed = createHmac('sha256', secret).update(`${headers['forestall-timestamp']}.${body}`).digest('hex');
    expect(isTaken).toBe(true);
    expect(headers['forestall-signature']).toBe(`v1=${signed}`);
    expect(headers['forestall-timestamp']).toBe('1795428000');
    expect(headers['idempotency-key']).toBe('page-1');
    expect(JSON.parse(body)).toEqual({ ...page, at: '2026-11-23T10:00:00.000Z' });
  });

  it.each([301, 400, 500])('does not take %i for a yes, and follows nobody elsewhere', async (status) => {
    const elsewhere = await aReceiver(says(200));
    const { url } = await aReceiver(says(status, { location: elsewhere.url }));

    const isTaken = await send({ url, secret, allowsNearby: true }, page);

    expect([isTaken, elsewhere.heard.length]).toEqual([false, 0]);
  });

  it('leaves a receiver that hangs', async () => {
    const { url, heard } = await aReceiver(() => {});

    const isTaken = await send({ url, secret, allowsNearby: true }, page);

    expect([isTaken, heard.length]).toEqual([false, 1]);
  });

  it('does not knock at the own network unless the operator allowed it', async () => {
    const { url, heard } = await aReceiver(says(200));

    const byAddress = await send({ url, secret, allowsNearby: false }, page);
    const byName = await send({ url: url.replace('127.0.0.1', 'localhost'), secret, allowsNearby: false }, page);

    expect([byAddress, byName, heard.length]).toEqual([false, false, 0]);
  });
});
