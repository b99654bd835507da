import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { must } from '../../../tests/program/must.ts';
import { type Program, startProgram } from '../../../tests/program/program.ts';
import { type HeldSession, sessionOf } from '../../../tests/program/sessions.ts';
import { confirmBothSides } from '../../../tests/program/sides.ts';
import { certificatesFor } from '../testing/certificates.ts';
import { type ImapServer, startImapServer } from '../testing/imap-server.ts';
import { fetchMail } from './fetch-mail.ts';

let program: Program;
let server: ImapServer;
let coordinator: HeldSession;
let duty: HeldSession;
let sent: { to: string; subject: string; text: string }[];

beforeAll(async () => {
  program = await startProgram();
  coordinator = await sessionOf(program, program.actors.coordinator);
  duty = await sessionOf(program, program.actors.duty);
  await confirmBothSides(program);
});
afterAll(() => program.close());
beforeEach(async () => {
  server = await startImapServer('tips@test.example', 'a password');
  sent = [];
});
afterEach(() => server.close());

const look = () => {
  program.clock.advance(1_000);
  return fetchMail(program.ground, async (mail) => void sent.push(mail));
};
type Shown = { version: number; trouble: string | null; taken: number; hasSecret: boolean };
const shown = () => must<Shown>(coordinator.call('GET', '/api/v1/mailbox'));
async function name(more: object = {}) {
  const { version } = await shown();
  const given = {
    version,
    host: '127.0.0.1',
    port: server.port,
    isTlsFromStart: false,
    user: 'tips@test.example',
    secret: 'a password',
    folder: 'INBOX',
    afterwards: 'keep',
    answers: false,
    ...more,
  };
  return await coordinator.call('POST', '/api/v1/mailbox', given);
}
type Row = { id: string; number: string; channel: string; lane: string };
const onTheDesk = async () =>
  (await must<{ rows: Row[] }>(duty.call('GET', '/api/v1/triage?limit=100'))).rows.filter(
    ({ channel }) => channel === 'email',
  );
type Opened = { concern: { what: string; whoElseKnows: string }; attachments: { id: string }[] };
const open = (id: string) => must<Opened>(duty.call('GET', `/api/v1/reports/${id}`));
const newest = async () => {
  const { rows } = await program.databases.owner.query<{ id: string }>(
    'select id from reports order by id desc limit 1',
  );
  return await open(rows[0]!.id);
};
const count = async () => Number((await program.databases.owner.query('select count(*) from reports')).rows[0].count);
const mail = (id: string, words: string, headers = '') =>
  `From: Ann Weaver <ann.weaver@mail.example>\nTo: tips@test.example\nSubject: Rooms\nMessage-ID: <${id}@mail.example>\n${headers}Content-Type: text/plain; charset=utf-8\n\n${words}\n`;

const withParts = (id: string, parts: [string, string, Buffer][]) =>
  [
    `From: Ann Weaver <ann.weaver@mail.example>\nSubject: Pictures\nMessage-ID: <${id}@mail.example>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="xx"\n\n--xx\nContent-Type: text/plain\n\nLook at these.\n`,
    ...parts.map(
      ([type, file, bytes]) =>
        `--xx\nContent-Type: ${type}\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename="${file}"\n\n${bytes.toString('base64')}\n`,
    ),
    '--xx--\n',
  ].join('');

describe('mail to a mailbox', () => {
  it('becomes a report on the desk, sealed, with its sender in the sealed identity and nowhere else', async () => {
    await name();
    server.deliver(mail('one', 'He wrote down rooms and a zeppelin.'));

    await look();

    const [row] = await onTheDesk();
    const page = await open(row!.id);
    expect(page.concern.what).toBe('Rooms\n\nHe wrote down rooms and a zeppelin.');
    expect(JSON.stringify(page)).not.toContain('weaver');
    expect(await must(duty.call('GET', `/api/v1/reports/${row!.id}/identity`))).toMatchObject({ isGiven: true });
    expect(server.flags()).toEqual([['$Forestall', '\\Seen']]);
    expect(sent).toEqual([]);
    const tables = [
      'reports',
      'report_messages',
      'sealed_identities',
      'taken_mails',
      'mailboxes',
      'audit_entries',
      'mail_messages',
    ];
    for (const table of tables) {
      const { rows } = await program.databases.owner.query<{ text: string }>(`select t::text as text from ${table} t`);
      const hex = Buffer.from('weaver').toString('hex');
      expect(
        rows.filter(({ text }) => /weaver|zeppelin|a password/i.test(text) || text.includes(hex)),
        table,
      ).toEqual([]);
    }
    expect(program.logged.join()).not.toMatch(/weaver|zeppelin|password/i);
  });

  it('makes one report of a mail however often it is seen, and two of two with the same id', async () => {
    await name();
    const before = await count();
    server.deliver(mail('twice', 'The same words.'));
    server.deliver(mail('twice', 'The same words.'));
    server.deliver(mail('twice', 'Other words under the same id.'));

    await look();
    await look();

    expect((await count()) - before).toBe(2);
  });

  it('loses none when the connection breaks between the commit and the mark', async () => {
    await name();
    const before = await count();
    server.breakAtMarks(true);
    server.deliver(mail('breaks-1', 'First of two.'));
    server.deliver(mail('breaks-2', 'Second of two.'));

    await look();
    const afterBreak = [(await count()) - before, (await shown()).trouble];
    server.breakAtMarks(false);
    await look();

    expect(afterBreak).toEqual([1, 'unreachable']);
    expect([(await count()) - before, (await shown()).trouble]).toEqual([2, null]);
    expect(server.flags()).toEqual([
      ['$Forestall', '\\Seen'],
      ['$Forestall', '\\Seen'],
    ]);
  });

  it('marks nothing whose report was not committed', async () => {
    await name();
    const before = await count();
    server.deliver(mail('no-commit', 'Words for later.'));
    await program.databases.owner.query('revoke insert on reports from forestall_app');

    await look();
    const flags = server.flags();
    await program.databases.owner.query('grant insert on reports to forestall_app');
    await look();

    expect(flags).toEqual([[]]);
    expect((await count()) - before).toBe(1);
  });

  it('makes pictures anew, leaves a hostile one alone, and keeps the mail that holds more than the report', async () => {
    await name({ afterwards: 'remove' });
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    const hostile = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    server.deliver(
      withParts('pictures', [
        ['image/png', 'a.png', picture],
        ['image/svg+xml', 'b.svg', hostile],
        ['image/png', 'c.png', Buffer.from('not a picture')],
        ['application/x-sh', 'd.sh', Buffer.from('rm')],
      ]),
    );
    server.deliver(mail('removed', 'Nothing of this is left out.'));

    await look();

    const { rows } = await program.databases.owner.query<{ id: string }>(
      'select report_id as id from report_attachments',
    );
    const page = await open(rows.at(-1)!.id);
    expect(page.attachments).toHaveLength(1);
    expect(page.concern.whoElseKnows).toBe(
      '3 attachments are not a picture that could be taken; the mail is still in the mailbox.',
    );
    expect(server.flags()).toEqual([['$Forestall', '\\Seen']]);
  });

  it('takes a mail of nothing but a page, one that cannot be read, and one longer than a report', async () => {
    await name();
    server.deliver(
      'Subject: Page\nMessage-ID: <p@x>\nContent-Type: text/html\n\n<p>First &amp; <b>second</b></p><script>alert(1)</script><div>third</div>',
    );
    await look();
    expect((await newest()).concern.what).toBe('Page\n\nFirst & second\nthird');

    server.deliver(Buffer.from([0, 255, 254, 13, 10, 13, 10]));
    await look();
    expect((await newest()).concern.what).toBeTruthy();

    server.deliver(mail('long', 'x'.repeat(30_000)));
    await look();
    const long = await newest();
    expect(long.concern.what).toHaveLength(20_000);
    expect(long.concern.whoElseKnows).toContain('the rest is in the mailbox');
  });

  it('takes a mailbox full of spam, behind what people write, and refuses none', async () => {
    await name();
    const before = await count();
    for (let each = 0; each < 80; each += 1)
      server.deliver(
        mail(`spam-${each}`, `Cheap offer number ${each} ${'abcdefgh'[each % 8]!.repeat(20)}`, 'X-Spam-Flag: YES\n'),
      );

    await look();

    const { rows } = await program.databases.owner.query<{ lane: string; count: string }>(
      "select lane, count(*) from reports where channel = 'email' and id in (select id from reports order by id desc limit 80) group by lane",
    );
    expect((await count()) - before).toBe(80);
    expect(rows.map(({ lane }) => lane)).toEqual(['behind']);
  }, 60_000);

  it('answers only where the community wants it, without a word of what was written, and never a program', async () => {
    await name({ answers: true });
    server.deliver(mail('answered', 'A word about a zeppelin.'));
    server.deliver(mail('automatic', 'I am on leave.', 'Auto-Submitted: auto-replied\n'));

    await look();
    await look();

    expect(sent.map(({ to }) => to)).toEqual(['ann.weaver@mail.example']);
    expect(sent[0]!.text).toContain('112');
    expect(sent[0]!.text).toContain('https://forestall.test/en/report');
    expect(sent[0]!.text).not.toMatch(/zeppelin|Rooms|\d{4} \d{4}/);
  });

  it('says to whoever keeps it that the server refuses, is gone or has no such folder', async () => {
    const troubles: (string | null)[] = [];
    for (const wrong of [{ secret: 'wrong' }, { folder: 'Elsewhere', secret: 'a password' }, { port: 1 }]) {
      await name(wrong);
      await look();
      troubles.push((await shown()).trouble);
    }

    expect(troubles).toEqual(['refused', 'no-such-folder', 'unreachable']);
  });

  it('says that the certificate is not trusted until its authority is named, and takes no other text for one', async () => {
    const { authority, ...own } = certificatesFor('localhost');
    const secured = await startImapServer('tips@test.example', 'a password', { from: 'start', ...own });
    const given = { host: 'localhost', port: secured.port, isTlsFromStart: true };

    const nonsense = await name({ ...given, authority: 'BEGIN nothing' });
    const leaf = await name({ ...given, authority: own.certificate });
    await name(given);
    await look();
    const untrusted = (await shown()).trouble;
    await name({ ...given, authority, secret: '' });
    await look();
    const trusted = (await shown()).trouble;
    await secured.close();

    const refusal = { status: 400, body: { fields: { authority: 'no-certificate' } } };
    expect([nonsense, leaf]).toMatchObject([refusal, refusal]);
    expect([untrusted, trusted]).toEqual(['certificate', null]);
  });

  it('shows nobody the password, asks for it anew for another server, and overwrites no newer version', async () => {
    await name();
    const { version } = await shown();

    const other = await name({ host: 'mail.elsewhere.example', secret: '' });
    const outrun = await name({ version: version - 1 });

    expect([other.status, outrun.status]).toEqual([400, 409]);
    expect(JSON.stringify(await shown())).not.toContain('a password');
    expect((await shown()).hasSecret).toBe(true);
  });
});
