import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionCookie } from '../../src/platform/auth/index.ts';
import { changed, checksums } from '../program/checksums.ts';
import { must } from '../program/must.ts';
import { type Answered, type CastKey, emailOf, type Program, password, startProgram } from '../program/program.ts';
import { type HeldSession, sessionOf } from '../program/sessions.ts';
import { joinCommunity, type Stage, setTheStage } from '../program/stage.ts';
import { doorOf, validRequests } from '../program/valid-requests/index.ts';

const minutes = 60_000;

let program: Program;
let stage: Stage;
beforeAll(async () => {
  program = await startProgram({ ground: () => ({ mode: 'main', passwordAloneSuffices: false }) });
  stage = await setTheStage(program);
});
afterAll(() => program.close());

const signIn = (key: CastKey, more: { code?: string; cookie?: string } = {}): Promise<Answered> =>
  program.request('POST', '/api/v1/sign-in', {
    body: { email: emailOf(key), password, ...(more.code ? { code: more.code } : {}) },
    headers: more.cookie ? { cookie: more.cookie } : {},
  });
const cookieOf = (answer: Answered) => (answer.headers.get('set-cookie') ?? '').split(';')[0]!;
const headersOf = (answer: Answered) => ({
  cookie: cookieOf(answer),
  'x-csrf-token': (answer.body as { csrfToken: string }).csrfToken,
});
const whoIs = (headers: Record<string, string>) => program.request('GET', '/api/v1/session', { headers });
const because = ({ body }: Answered) => (body as { because?: string }).because;
const fresh = async (roles: string[] = ['team-member']) =>
  sessionOf(program, await joinCommunity(program, 'Fresh', roles));
const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: program.clock.now().getTime() });

/** Every door that changes something and needs somebody signed in, with a request that would work. */
const changes = () =>
  Object.entries(validRequests(program, stage))
    .filter(([door, { as }]) => as !== null && !door.startsWith('GET'))
    .map(([door, request]) => ({ door, method: door.split(' ')[0]!, ...request, by: stage.sessions[request.as!] }));

/** The doors that any of these headers opened, and the tables that changed meanwhile. */
async function openedWith(headersFor: (by: HeldSession) => Record<string, string>): Promise<string[]> {
  const before = await checksums(program.databases.owner);
  const opened: string[] = [];
  for (const { door, method, path, body, by } of changes()) {
    const { status } = await program.request(method, path, { body, headers: headersFor(by) });
    if (status !== 401 && status !== 404) opened.push(`${door}: ${status}`);
  }
  return [...opened, ...changed(before, await checksums(program.databases.owner))];
}

describe('N-01 sessions follow the standard', () => {
  it('makes a new session at each sign-in and never takes one that was brought along', async () => {
    const brought = sessionCookie(
      { id: Buffer.alloc(32, 7), lockKey: Buffer.alloc(32, 8) },
      program.ground.publicUrl,
    ).split(';')[0]!;

    const first = await signIn('member', { cookie: brought });
    const second = await signIn('member', { cookie: cookieOf(first) });

    expect([cookieOf(first) === brought, cookieOf(second) === cookieOf(first)]).toEqual([false, false]);
    expect((await whoIs({ cookie: brought })).status).toBe(401);
    expect((await whoIs({ cookie: cookieOf(second) })).status).toBe(200);
  });

  it('keeps the cookie to this host, to https, out of scripts and out of other sites’ requests', async () => {
    const set = (await signIn('member')).headers.get('set-cookie')!;
    const [pair, ...flags] = set.split('; ');

    expect(pair).toMatch(/^__Host-session=[\w-]{86}$/);
    expect(flags.toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
  });

  it('never stores what the cookie holds', async () => {
    const value = Buffer.from(cookieOf(await signIn('member')).split('=')[1]!, 'base64url');
    const { rows } = await program.databases.owner.query<{ row: string }>('select t::text as row from sessions t');

    expect(rows.length).toBeGreaterThan(0);
    expect(
      rows.filter(
        ({ row }) =>
          row.includes(value.subarray(0, 32).toString('hex')) || row.includes(value.subarray(32).toString('hex')),
      ),
    ).toEqual([]);
  });

  it('refuses a session after sign-out, and clears what the browser kept', async () => {
    const { headers, call } = await fresh();

    const left = await call('POST', '/api/v1/sign-out');

    expect({ status: left.status, clear: left.headers.get('clear-site-data') }).toEqual({
      status: 204,
      clear: '"cache", "storage"',
    });
    expect(left.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await whoIs(headers)).status).toBe(401);
  });

  it('ends a session that is idle for 15 minutes, and not before', async () => {
    const { headers } = await fresh();
    const statuses: number[] = [];

    for (const wait of [14.9, 14.9, 15.1]) {
      program.clock.advance(wait * minutes);
      statuses.push((await whoIs(headers)).status);
    }

    expect(statuses).toEqual([200, 200, 401]);
  });

  it('ends a session after 12 hours, however busy', async () => {
    const { headers } = await fresh();
    const statuses: number[] = [];

    for (let passed = 10; passed <= 12 * 60 + 10; passed += 10) {
      program.clock.advance(10 * minutes);
      statuses.push((await whoIs(headers)).status);
    }

    expect(statuses.slice(0, 71)).toEqual(Array(71).fill(200));
    expect(statuses.slice(71)).toEqual([401, 401]);
  });

  it('takes no change without the token of this very session', async () => {
    stage = { ...stage, sessions: await again() };
    const other = await fresh();

    expect(await openedWith(({ headers }) => ({ cookie: headers.cookie }))).toEqual([]);
    expect(
      await openedWith(({ headers }) => ({ cookie: headers.cookie, 'x-csrf-token': other.headers['x-csrf-token'] })),
    ).toEqual([]);
    expect(await openedWith(({ headers }) => ({ cookie: headers.cookie, 'x-csrf-token': '' }))).toEqual([]);
  });

  it('takes no change that a browser says comes from elsewhere, token or not', async () => {
    for (const site of ['cross-site', 'same-site', 'anything else']) {
      expect(await openedWith(({ headers }) => ({ ...headers, 'sec-fetch-site': site })), site).toEqual([]);
    }
    const publicly = await program.request('POST', '/api/v1/reports', {
      body: { dangerNow: false, what: 'Sent from elsewhere.', language: 'en' },
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    const signingIn = await program.request('POST', '/api/v1/sign-in', {
      body: { email: emailOf('duty'), password },
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    const ours = await stage.sessions.duty.call('POST', '/api/v1/staff-reports', {
      dangerNow: false,
      what: 'Ours.',
      language: 'en',
      channel: 'phone',
    });

    expect([publicly.status, signingIn.status, signingIn.headers.get('set-cookie'), ours.status]).toEqual([
      404,
      404,
      null,
      201,
    ]);
  });

  it('lets whoever has shown a password alone do nothing but add a second factor or leave', async () => {
    const answer = await signIn('second');
    const headers = headersOf(answer);
    const statuses: Record<string, string> = {};
    for (const [door, { as, path, body }] of Object.entries(validRequests(program, stage))) {
      if (as === null || door.endsWith('sign-out')) continue;
      const said = await program.request(door.split(' ')[0]!, path, { body, headers });
      statuses[door] = because(said) === 'second-factor-needed' && said.status === 401 ? 'second factor' : 'open';
    }

    const open = Object.entries(statuses)
      .filter(([, said]) => said === 'open')
      .map(([door]) => door);
    expect(open.toSorted()).toEqual(
      program.routes
        .filter(({ permission }) => permission.name === 'manage-own-sign-in')
        .map(doorOf)
        .filter((door) => !door.endsWith('sign-out'))
        .toSorted(),
    );
  });

  it('asks for the authenticator’s code from the moment it is confirmed, and raises only the session that confirmed it', async () => {
    const mine = headersOf(await signIn('duty'));
    const elsewhere = headersOf(await signIn('duty'));
    const call = (path: string, body?: object) => program.request('POST', path, { body, headers: mine });
    const { secret } = await must<{ secret: string }>(call('/api/v1/totp'));

    const slip = await call('/api/v1/totp/confirmation', { code: '000000' });
    await must(call('/api/v1/totp/confirmation', { code: codeOf(secret) }));
    const triage = (headers: Record<string, string>) => program.request('GET', '/api/v1/triage', { headers });
    const [withoutCode, wrongCode, rightCode] = [
      await signIn('duty'),
      await signIn('duty', { code: '000000' }),
      await signIn('duty', { code: codeOf(secret) }),
    ];
    const late = codeOf(secret);
    program.clock.advance(2 * minutes);

    expect(slip.status).toBe(400);
    expect([(await triage(mine)).status, (await triage(elsewhere)).status]).toEqual([200, 401]);
    expect([because(withoutCode), because(wrongCode)]).toEqual(['code-needed', 'wrong']);
    expect((rightCode.body as { factor: string }).factor).toBe('totp');
    expect((await signIn('duty', { code: late })).status).toBe(401);
  });

  it('takes a recovery code once, and from nobody else', async () => {
    const mine = headersOf(await signIn('member'));
    const call = (path: string, body?: object) => program.request('POST', path, { body, headers: mine });
    const { codes } = await must<{ codes: string[] }>(call('/api/v1/recovery-codes'));
    const { secret } = await must<{ secret: string }>(call('/api/v1/totp'));
    await must(call('/api/v1/totp/confirmation', { code: codeOf(secret) }));

    const once = await signIn('member', { code: codes[0]! });
    const twice = await signIn('member', { code: codes[0]! });
    const stolen = await signIn('duty', { code: codes[1]! });

    expect([once.status, (once.body as { factor: string }).factor]).toEqual([200, 'recovery-code']);
    expect([twice.status, stolen.status]).toEqual([401, 401]);
  });

  it('lets a thief of the password of somebody with a passkey add no factor of their own', async () => {
    const { personId } = program.actors.custodian;
    const { codes } = await must<{ codes: string[] }>(stage.sessions.custodian.call('POST', '/api/v1/recovery-codes'));
    await program.databases.owner.query(
      "insert into passkeys (id, person_id, public_key, counter, name, created_at) values ('a passkey', $1, '', 0, 'Key', now())",
      [personId],
    );

    const thief = await signIn('custodian');
    const owner = await signIn('custodian', { code: codes[0]! });

    expect([thief.status, because(thief)]).toEqual([401, 'code-needed']);
    expect(owner.status).toBe(200);
  });

  it('says the same of a wrong password as of an address that nobody has', async () => {
    const ask = (email: string) =>
      program.request('POST', '/api/v1/sign-in', { body: { email, password: 'not the pass phrase' } });
    const [wrong, unknown] = [await ask(emailOf('overseer')), await ask('nobody@test-town.example')];

    expect([wrong.status, wrong.text]).toEqual([unknown.status, unknown.text]);
    expect(wrong.status).toBe(401);
  });

  it('feels other roles at the next request', async () => {
    const officer = await fresh(['duty-officer']);
    const before = await officer.call('GET', '/api/v1/triage');

    await must(
      stage.sessions.coordinator.call('POST', `/api/v1/people/${officer.person.personId}/roles`, {
        roles: ['site-manager'],
        discipline: 'school',
      }),
    );

    expect([before.status, (await officer.call('GET', '/api/v1/triage')).status]).toEqual([200, 404]);
  });

  it('refuses a suspended person at the next request, in every session, and cuts their stream within five seconds', async () => {
    const officer = await fresh(['duty-officer']);
    const elsewhere = await sessionOf(program, officer.person);
    const { url, close } = await program.listen();
    const stream = await fetch(`${url}/api/v1/events`, { headers: { cookie: officer.headers.cookie } });
    const reader = stream.body!.getReader();
    const first = new TextDecoder().decode((await reader.read()).value);

    await must(
      stage.sessions.coordinator.call('POST', `/api/v1/people/${officer.person.personId}/suspension`, {
        reason: 'For the test.',
      }),
    );
    const start = performance.now();
    while (!(await reader.read()).done);

    expect(first).toContain('listening');
    expect(performance.now() - start).toBeLessThan(5_000);
    expect([(await whoIs(officer.headers)).status, (await whoIs(elsewhere.headers)).status]).toEqual([401, 401]);
    await close();
  });

  it('would notice a cookie that any site may send, a token that nobody checks and a session that never ends', async () => {
    const lax = sessionCookie({ id: Buffer.alloc(32), lockKey: Buffer.alloc(32) }, 'http://localhost:8080');
    const unchecked = await openedWith(({ headers }) => headers);
    await program.databases.owner.query("update sessions set expires_at = '2100-01-01', last_seen_at = '2100-01-01'");
    program.clock.advance(30 * 60 * minutes);

    expect(lax.includes('__Host-') || lax.includes('Secure')).toBe(false);
    expect(unchecked.length).toBeGreaterThan(20);
    expect((await whoIs(stage.sessions.overseer.headers)).status).toBe(401);
    expect((await whoIs(stage.sessions.second.headers)).status).toBe(200);
  });
});

/** The cast signed in anew, since the clock has gone on. */
async function again(): Promise<Stage['sessions']> {
  const entries = Object.entries(program.actors) as [CastKey, (typeof program.actors)[CastKey]][];
  return Object.fromEntries(
    await Promise.all(entries.map(async ([key, actor]) => [key, await sessionOf(program, actor)])),
  ) as Stage['sessions'];
}
