import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextSetUp } from '../../src/community/index.ts';
import { emailOf, type Program, password, startProgram } from './program.ts';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.close());

const at = (slug: string, path: string) => `/api/v1/communities/${slug}${path}`;
const concern = (what: string) => ({ dangerNow: false, what, language: 'en' });

const communityNamed = (slug: string) => ({
  name: `The community of ${slug}`,
  slug,
  country: 'ES',
  timeZone: 'Europe/Madrid',
  defaultLanguage: 'ca' as const,
  emergencyNumbers: [{ number: '112', for: 'everything' as const }],
  crisisLines: [],
});

async function found(secret: string, slug: string, officer: object) {
  return await program.request('POST', '/api/v1/set-up', {
    body: { secret, community: communityNamed(slug), officer: { name: 'Dina Utyman', language: 'en', ...officer } },
  });
}

const byDuty = { email: emailOf('duty'), password };

describe('several communities on one installation', () => {
  it('keeps the short addresses for the only community, and takes its own name too', async () => {
    const short = await program.request('GET', '/en/report');
    const named = await program.request('GET', '/test-town/en/report');
    const unknown = await program.request('GET', '/no-town/en/report');
    const unknownFirst = await program.request('GET', '/no-town');

    expect([short.status, named.status, unknown.status, unknownFirst.status]).toEqual([200, 200, 404, 404]);
    expect(short.text).toContain('action="/en/report"');
    expect(named.text).toContain('action="/test-town/en/report"');
    expect(named.text).not.toMatch(/(href|action)="\/(en|ca|es|fr)["/?#]/);
  });

  it('founds a second community once, by somebody who has an account here, with the same key pair', async () => {
    program.clock.advance(60_000);
    const { call } = await program.signIn('coordinator');
    const { body } = await call('POST', '/api/v1/communities');
    const secret = (body as { link: string }).link.split('#')[1]!;
    const wrong = await found(secret, 'riverside', { ...byDuty, password: 'not her pass phrase' });
    const taken = await found(secret, 'console', byDuty);

    const first = await found(secret, 'riverside', byDuty);
    const again = await found(secret, 'hillside', byDuty);
    const invented = await found('zzzzzzzz.invented', 'hillside', byDuty);

    expect([wrong.status, taken.status, first.status, again.status, invented.status]).toEqual([
      401, 400, 201, 409, 404,
    ]);
    expect(first.body).toMatchObject({ recoveryCodes: [] });
    const { rows } = await program.databases.owner.query(
      'select count(*)::int as people from people where email = $1',
      [emailOf('duty')],
    );
    expect(rows).toEqual([{ people: 1 }]);
  });

  it('lets a link for a further community run out', async () => {
    const { secret } = await nextSetUp(program.ground);
    program.clock.advance(8 * 86_400_000);

    const late = await found(secret, 'hillside', byDuty);

    expect(late.status).toBe(404);
  });

  it('lists the communities where an address names none, the number to call first', async () => {
    const pages = await Promise.all(['/', '/en', '/en/report'].map((path) => program.request('GET', path)));
    const list = await program.request('GET', '/api/v1/communities');

    for (const { status, text } of pages) {
      expect(status).toBe(200);
      expect(text.indexOf('href="tel:112"')).toBeGreaterThan(0);
      expect(text.indexOf('href="tel:112"')).toBeLessThan(text.indexOf('href="/riverside/en"'));
      expect(text).toContain('href="/test-town/en"');
    }
    expect(list.body).toEqual({
      communities: [
        { slug: 'test-town', name: 'Test Town' },
        { slug: 'riverside', name: 'The community of riverside' },
      ],
    });
  });

  it('takes each report in the community of its address, and none where it is not said which', async () => {
    const nowhere = await program.request('POST', '/api/v1/reports', { body: concern('Where?') });
    const sent = await program.request('POST', at('riverside', '/reports'), { body: concern('By the river.') });
    const { call } = await program.signIn('duty');
    const there = await call('GET', at('riverside', '/triage'));
    const here = await call('GET', at('test-town', '/triage'));
    const { receipt } = sent.body as { receipt: string };
    const opened = await program.request('POST', at('riverside', '/receipts/open'), { body: { receipt } });
    const elsewhere = await program.request('POST', at('test-town', '/receipts/open'), { body: { receipt } });

    expect([nowhere.status, sent.status]).toEqual([404, 201]);
    expect([there.body, here.body]).toMatchObject([{ rows: [{}] }, { rows: [] }]);
    expect([opened.status, elsewhere.status]).toEqual([200, 404]);
  });

  it('takes a form without a name in the first community, for which it was drawn while there was one', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({
      dangerNow: 'false',
      what: 'From a form that was open.',
      step: 'send',
    }))
      form.set(name, value);

    const sent = await program.request('POST', '/en/report', { body: form });

    expect(sent.status).toBe(201);
    const { rows } = await program.databases.owner.query(
      "select c.slug from reports r join communities c on c.id = r.community_id where r.channel = 'web'",
    );
    expect(rows).toEqual([{ slug: 'test-town' }]);
  });

  it('opens one session to every community of the person and to no other', async () => {
    const duty = await program.signIn('duty');
    const second = await program.signIn('second');
    const session = await duty.call('GET', at('riverside', '/session'));
    const stranger = await second.call('GET', at('riverside', '/session'));
    const unknown = await second.call('GET', at('nowhere', '/session'));
    const report = (
      await program.databases.owner.query<{ id: string }>(
        "select r.id from reports r join communities c on c.id = r.community_id where c.slug = 'riverside'",
      )
    ).rows[0]!.id;
    const read = await duty.call('GET', at('riverside', `/reports/${report}`));
    const misread = await duty.call('GET', at('test-town', `/reports/${report}`));

    expect(session.body).toMatchObject({
      community: { slug: 'riverside' },
      communities: [{ slug: 'test-town' }, { slug: 'riverside' }],
      runsInstallation: false,
    });
    expect([stranger.status, unknown.status]).toEqual([404, 404]);
    expect(stranger.text).toBe(unknown.text);
    expect([read.status, misread.status]).toEqual([200, 404]);
    expect(read.body).toMatchObject({ concern: { what: 'By the river.' } });
  });

  it('lets only administrators of the first community make room for another', async () => {
    const duty = await program.signIn('duty');

    const there = await duty.call('POST', at('riverside', '/communities'));
    const { roles } = (await duty.call('GET', at('riverside', '/session'))).body as { roles: string[] };

    expect(roles).toContain('administrator');
    expect(there.status).toBe(404);
  });

  it('invites an account of another community, which joins with the password it has', async () => {
    const duty = await program.signIn('duty');
    const invitee = { name: 'Sec Ondo', email: emailOf('second'), roles: ['duty-officer'], discipline: 'police' };
    const { link } = (await duty.call('POST', at('riverside', '/invitations'), invitee)).body as { link: string };
    const secret = link.split('#')[1]!;
    const open = await program.request('POST', at('riverside', '/invitations/open'), { body: { secret } });
    const join = (body: object) => program.request('POST', at('riverside', '/invitations/joining'), { body });

    const wrong = await join({ secret, password: 'somebody else’s' });
    const joined = await join({ secret, password });
    const again = await join({ secret, password });

    expect(link).toContain('/console/at/riverside/invitation#');
    expect(open.body).toMatchObject({ hasAccount: true });
    expect([wrong.status, joined.status, again.status]).toEqual([401, 201, 404]);
    const second = await program.signIn('second');
    expect((await second.call('GET', at('riverside', '/triage'))).status).toBe(200);
  });

  it('opens sealed reports of both communities to who serves both, once a holder of the key has been there', async () => {
    await program.signIn('duty');
    const second = await program.signIn('second');
    const { rows } = (await second.call('GET', at('riverside', '/triage'))).body as { rows: { id: string }[] };

    const report = at('riverside', `/reports/${rows[0]!.id}`);
    await second.call('POST', `${report}/reading-reasons`, { words: 'To help by the river.' });
    const read = await second.call('GET', report);

    expect(read.body).toMatchObject({ concern: { what: 'By the river.' } });
  });

  it('feels the end of one membership at the next request and leaves the other', async () => {
    const second = await program.signIn('second');
    await program.databases.owner.query(
      `update memberships m set state = 'suspended' from communities c, people p
       where c.id = m.community_id and c.slug = 'riverside' and p.id = m.person_id and p.email = $1`,
      [emailOf('second')],
    );

    const there = await second.call('GET', at('riverside', '/triage'));
    const here = await second.call('GET', at('test-town', '/triage'));

    expect([there.status, here.status]).toEqual([404, 200]);
  });
});
