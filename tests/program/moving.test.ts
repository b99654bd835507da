import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAuditLogs } from '../../src/app/audit-log.ts';
import { exportCommunity, importCommunity, recordExport } from '../../src/app/moving/move-community.ts';
import { programFolder } from '../../src/platform/program-folder.ts';
import { emptyHome, type OtherHome } from './moving.ts';
import { must } from './must.ts';
import { foundTestCommunity, type Program, startProgram } from './program.ts';
import { sessionOf } from './sessions.ts';
import { reportConcern, type Stage, setTheStage } from './stage.ts';

let source: Program;
let stage: Stage;
let archive: Buffer;
let identity: string;
beforeAll(async () => {
  source = await startProgram();
  stage = await setTheStage(source);
  const coordinator = await sessionOf(source, source.actors.coordinator);
  const mail = { host: 'mail.example', port: 587, isTlsFromStart: false, user: 'u', from: 'a@mail.example' };
  await coordinator.call('POST', '/api/v1/settings', { subject: 'mail', version: 0, ...mail, secret: 'a mail secret' });
  identity = await generateIdentity();
  archive = await written();
}, 180_000);
afterAll(() => source.close());

async function written(): Promise<Buffer> {
  const to = new PassThrough();
  const sealTo = { recipients: [await identityToRecipient(identity)] };
  await recordExport(source.ground, source.communityId);
  const [bytes] = await Promise.all([buffer(to), exportCommunity(source.ground, source.communityId, { sealTo, to })]);
  return bytes;
}

const into = (home: OtherHome, bytes: Buffer, more: object = {}) =>
  importCommunity(home.ground, home.databases.ownerUrl, {
    openWith: { identity },
    from: Readable.from([bytes]),
    ...more,
  });
const communitiesIn = async (home: OtherHome) =>
  (await home.databases.owner.query('select count(*)::int as n from communities')).rows[0].n;

type Mailbox = { status: string };
const opened = (program: Program, receipt: string) =>
  program.request('POST', '/api/v1/receipts/open', { body: { receipt } });

describe('a community that moves', () => {
  it('opens its reports and cases in the second installation, by the same passwords and receipts', async () => {
    const home = await emptyHome(source);
    const duty = await sessionOf(source, source.actors.duty);
    const there = await must<{ what: string }>(duty.call('GET', `/api/v1/reports/${stage.waiting.id}`));

    const arrived = await into(home, archive);
    const target = await home.start(source);
    const officer = await target.signIn('duty');
    const report = await officer.call('GET', `/api/v1/reports/${stage.waiting.id}`);
    const openCase = await officer.call('GET', `/api/v1/cases/${stage.openCase.id}`);
    const settings = await (await target.signIn('coordinator')).call('GET', '/api/v1/settings');
    const byReceipt = await opened(target, stage.receipt);
    const fresh = await reportConcern(target);
    const byFresh = await opened(target, fresh.receipt);
    await target.sequence();
    const log = await verifyAuditLogs(home.databases.ownerUrl, target.ground.keyStore, { lines: [], witnesses: [] });

    expect(arrived.rows.reports).toBeGreaterThan(3);
    expect([report.status, openCase.status]).toEqual([200, 200]);
    expect((report.body as { what: string }).what).toBe(there.what);
    expect((settings.body as { mail: { value: object } }).mail.value).toMatchObject({
      host: 'mail.example',
      hasSecret: true,
    });
    expect([byReceipt.status, byFresh.status]).toEqual([200, 200]);
    expect((byReceipt.body as Mailbox).status).toEqual(expect.any(String));
    expect(log.map(({ sentence }) => sentence)).toEqual([expect.stringMatching(/whole|checkpoint/)]);
    await target.close();
  }, 120_000);

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, -300)],
    ['changed in one bit', (bytes: Buffer) => flipped(bytes, bytes.length - 4_000)],
    ['no archive at all', () => Buffer.from('not an archive')],
  ])('is refused whole where the archive is %s', async (_, damage) => {
    const home = await emptyHome(source);

    const importing = into(home, damage(archive));

    await expect(importing).rejects.toThrow(/archive/);
    expect(await communitiesIn(home)).toBe(0);
    await home.close();
  });

  it('is refused by another key, a second time, and where its short name or an address is taken', async () => {
    const home = await emptyHome(source);
    const another = { openWith: { identity: await generateIdentity() } };

    await expect(into(home, archive, another)).rejects.toThrow('does not open');
    await into(home, archive);
    await expect(into(home, archive)).rejects.toThrow('in this installation already');
    await home.databases.owner.query(`update communities set id = id, slug = 'test-town'`);
    const other = await startProgram();
    const there = { openWith: { identity }, from: Readable.from([archive]) };
    await expect(importCommunity(other.ground, other.databases.ownerUrl, there)).rejects.toThrow('--as');
    const named = { openWith: { identity }, from: Readable.from([archive]), slug: 'moved-town' };
    await expect(importCommunity(other.ground, other.databases.ownerUrl, named)).rejects.toThrow('with other keys');
    await Promise.all([home.close(), other.close()]);
  }, 120_000);

  it('leaves nothing behind of a dry run or of one that was cancelled', async () => {
    const home = await emptyHome(source);
    const cancelled = new AbortController();
    const progress = (part: string) => part === 'reports' && cancelled.abort();

    const tried = await into(home, archive, { dryRun: true });
    await expect(into(home, archive, { progress, signal: cancelled.signal })).rejects.toThrow(/abort/);

    expect(tried.rows.people).toBeGreaterThan(5);
    expect(await communitiesIn(home)).toBe(0);
    await home.close();
  });

  it('keeps another community of the same installation out of its archive', async () => {
    const source2 = await startProgram();
    await foundTestCommunity(source2.ground, 'other-town');
    const to = new PassThrough();
    const sealTo = { recipients: [await identityToRecipient(identity)] };

    const [bytes, rows] = await Promise.all([
      buffer(to),
      exportCommunity(source2.ground, source2.communityId, { sealTo, to }),
    ]);
    const home = await emptyHome(source);
    await into(home, bytes);
    const { rows: slugs } = await home.databases.owner.query('select slug from communities');
    const { rows: addresses } = await home.databases.owner.query(
      `select 1 from people where email like '%other-town%'`,
    );

    expect([rows.communities, slugs, addresses]).toEqual([1, [{ slug: 'test-town' }], []]);
    await Promise.all([home.close(), source2.close()]);
  }, 120_000);

  it('knows every purpose for which the installation seals something', () => {
    const purposes = [...sourceTexts()].flatMap((text) =>
      [...text.matchAll(/installationSecret\('([^']+)'\)/g)].map(([, purpose]) => purpose!),
    );

    expect(new Set(purposes)).toEqual(new Set([...moved, ...staysOrIsMadeAnew]));
  });
});

/** What `installation-sealed.ts` moves. */
const moved = ['totp', 'settings', 'pager numbers', 'membership changes', 'library mistakes', 'mailboxes'];
/** Secrets that seal no row of a community, or rows that stay behind. */
const staysOrIsMadeAnew = [
  'set-up',
  'passkey prf',
  'witness signing',
  'recovery codes',
  'idempotency',
  'identifiers',
  'taken mails',
  'demo password',
  'form token',
];

function* sourceTexts(): Generator<string> {
  const folder = join(programFolder, 'src');
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (/\.tsx?$/.test(entry) && !/\.test\./.test(entry)) yield readFileSync(join(folder, entry), 'utf8');
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = copy[at]! ^ 1;
  return copy;
}
