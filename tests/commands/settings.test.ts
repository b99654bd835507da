import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { deliverPages, webhookCarrier } from '../../src/platform/paging/index.ts';
import { must } from '../program/must.ts';
import { type Program, startProgram } from '../program/program.ts';
import { type HeldSession, sessionOf } from '../program/sessions.ts';
import { reportConcern } from '../program/stage.ts';

let program: Program;
let coordinator: HeldSession;
let duty: HeldSession;
beforeAll(async () => {
  program = await startProgram();
  coordinator = await sessionOf(program, program.actors.coordinator);
  duty = await sessionOf(program, program.actors.duty);
});
afterAll(() => program.close());

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

type Saved = Record<string, { version: number; changedBy: string | null; value: Record<string, unknown> }>;
const read = () => must<Saved>(coordinator.call('GET', '/api/v1/settings'));
const save = (body: object) => coordinator.call('POST', '/api/v1/settings', body);
const clocks = { subject: 'clocks', immediate: 5, urgent: 60, unsorted: 60, routine: 1_440 };

describe('a setting', () => {
  it.each([
    ['first', 0],
    ['later', 1],
  ])('is saved by exactly one of many who built on the same %s version', async (_, version) => {
    const answers = await Promise.all([20, 30, 40, 50].map((urgent) => save({ ...clocks, version, urgent })));
    const after = (await read()).clocks!;
    const late = await save({ ...clocks, version });

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    expect([after.version, after.changedBy]).toEqual([version + 1, 'Cora Ordway']);
    expect(late.body).toMatchObject({ because: 'changed-since-you-opened-it' });
  });

  it.each([
    [{ ...clocks, immediate: 0 }, 'immediate'],
    [{ ...clocks, urgent: 2 }, 'urgent'],
    [{ subject: 'numbers', emergencyNumbers: [], crisisLines: [] }, 'emergencyNumbers'],
    [{ subject: 'place', timeZone: 'Nowhere/Land', languages: ['en'] }, 'timeZone'],
    [{ subject: 'place', timeZone: 'Europe/Madrid', languages: ['ca'] }, 'languages'],
    [{ subject: 'rota', testPageDays: 30, holidays: [{ day: '2026-13-45', name: 'No day' }] }, 'holidays.0.day'],
    [{ subject: 'paging', url: 'ftp://x', allowsNearby: false, secret: 'x'.repeat(20) }, 'url'],
    [{ subject: 'paging', url: 'http://bridge.example', allowsNearby: false, secret: 'x'.repeat(20) }, 'url'],
    [{ subject: 'paging', url: 'https://bridge.example', allowsNearby: false, secret: 'short' }, 'secret'],
    [{ subject: 'mail', host: 'a b', port: 587, isTlsFromStart: false, user: '', from: '', secret: '' }, 'host'],
  ])('names the field that is wrong: %j', async (body, field) => {
    const version = (await read())[(body as { subject: string }).subject]!.version;

    const { status, body: answer } = await save({ ...body, version });

    expect([status, Object.keys((answer as { fields: object }).fields)]).toEqual([400, [field]]);
  });

  it('is felt by the public pages: offered languages, numbers, and who answers for the data', async () => {
    const { place, privacy } = await read();
    await must(save({ subject: 'place', version: place!.version, timeZone: 'Europe/Paris', languages: ['en', 'fr'] }));
    const own = { en: 'We are <b>small</b>.', ca: '', es: '', fr: '' };
    const facts = { controller: 'The school board', contact: '', officer: '', authority: '' };
    await must(save({ subject: 'privacy', version: privacy!.version, ...facts, own }));
    program.clock.advance(2_000);

    const page = await program.request('GET', '/en/privacy');
    const home = await program.request('GET', '/en');

    expect(page.text).toContain('The school board');
    expect(page.text).toContain('We are &lt;b&gt;small&lt;/b&gt;.');
    expect(['fr', 'ca'].map((language) => new RegExp(`hreflang="${language}"`, 'i').test(home.text))).toEqual([
      true,
      false,
    ]);
  });
});

/** A bridge to a telephone network, on loopback, that answers as it is told to. */
async function aBridge(answer: () => number) {
  const heard: { id: string; text: string; to: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    heard.push(JSON.parse(body));
    response.writeHead(answer()).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, heard };
}

const secret = 'a secret that nobody else has';
const setBridge = async (url: string) => {
  const { version } = (await read()).paging!;
  await must(save({ subject: 'paging', version, url, allowsNearby: true, secret }));
};
const deliver = () => deliverPages(program.ground, webhookCarrier(program.clock, 1_000));

describe('paging', () => {
  it('calls the officer on duty, says nothing of the report, and climbs as the report climbs', async () => {
    const bridge = await aBridge(() => 200);
    await setBridge(bridge.url);
    await must(duty.call('POST', '/api/v1/pager-number', { number: '+34 600 000 001', way: 'sms' }));
    const second = await sessionOf(program, program.actors.second);
    await must(second.call('POST', '/api/v1/pager-number', { number: '+34 600 000 002', way: 'voice' }));

    const { id } = await reportConcern(program, { dangerNow: true, what: 'Words nobody may hear.' });
    await deliver();
    await deliver();
    program.clock.advance(6 * 60_000);
    await program.sweep();
    await deliver();
    const { ladder } = await must<{ ladder: { told: { by: string; state: string }[]; next: { to: string } } }>(
      (await sessionOf(program, program.actors.second)).call('GET', `/api/v1/reports/${id}`),
    );

    expect(bridge.heard.map(({ to }) => to)).toEqual(['+34 600 000 001', '+34 600 000 002']);
    expect(JSON.stringify(bridge.heard)).not.toContain('Words nobody');
    expect(ladder.told.filter(({ by }) => by === 'telephone').map(({ state }) => state)).toEqual([
      'delivered',
      'delivered',
    ]);
    expect(ladder.next.to).toBe('coordinator');
  });

  it('tries again ever more seldom with the same key, then gives up where the coordinator sees it', async () => {
    const bridge = await aBridge(() => 500);
    await setBridge(bridge.url);
    await program.databases.owner.query('update pager_messages set acknowledged_at = now()');
    await reportConcern(program, { dangerNow: true });
    const waits: number[] = [];

    for (let minute = 0; minute < 60; minute += 1) {
      const before = bridge.heard.length;
      await deliver();
      if (bridge.heard.length > before) waits.push(minute);
      program.clock.advance(60_000);
    }
    const state = await must<{ troubled: { state: string; attempts: number }[] }>(
      (await sessionOf(program, program.actors.coordinator)).call('GET', '/api/v1/settings/paging-state'),
    );
    const told = await program.databases.owner.query("select 1 from mail_messages where template = 'page-given-up'");

    expect(new Set(bridge.heard.map(({ id }) => id)).size).toBe(1);
    expect(bridge.heard.length).toBe(8);
    expect(waits.at(-1)! - waits.at(-2)!).toBeGreaterThan(waits[1]! - waits[0]!);
    expect(state.troubled.at(-1)).toMatchObject({ state: 'given-up', attempts: 8 });
    expect(told.rowCount).toBe(1);
  });

  it('rings once in a flood', async () => {
    const bridge = await aBridge(() => 200);
    coordinator = await sessionOf(program, program.actors.coordinator);
    await setBridge(bridge.url);
    await program.databases.owner.query('update pager_messages set acknowledged_at = now()');

    for (const what of ['One thing.', 'Another thing.', 'A third thing.']) {
      await reportConcern(program, { dangerNow: true, what });
      program.clock.advance(1_000);
    }
    await deliver();

    expect(bridge.heard.length).toBe(1);
  });
});

describe('secrets of settings', () => {
  it('never leave, and do not open in a row of another version', async () => {
    const { paging, mail } = await read();
    await program.databases.owner.query("update community_settings set version = version + 1 where subject = 'paging'");

    const answer = await coordinator.call('GET', '/api/v1/settings');

    expect(paging!.value).toEqual({ url: expect.any(String), allowsNearby: true, hasSecret: true });
    expect(JSON.stringify([paging, mail])).not.toContain(secret);
    expect(answer.status).toBe(500);
  });
});
