import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newSessionKeys } from '../../src/identities/screens/browser-box.ts';
import { type LaunchedPostgres, launchPostgres } from '../../src/platform/postgres/launch.ts';
import { must } from '../program/must.ts';
import { type Program, startProgram } from '../program/program.ts';
import type { HeldSession } from '../program/sessions.ts';
import { confirmBothSides } from '../program/sides.ts';
import { days, decide, reportConcern, type Stage, setTheStage, type Versioned } from '../program/stage.ts';
import { makeTemplate } from '../setup/postgres.ts';
import { plantAroundCases } from './k-01-around-cases.ts';

/** Chosen from a list, a key, or an address that is found and not kept. */
const noFreeText = ['receipt', 'basis', 'ageKey', 'ageKeys', 'slug', 'email'];
const tooth = 'TOOTH-IN-THE-CLEAR';

let home: string;
let postgres: LaunchedPostgres;
let program: Program;
let stage: Stage;
const databaseLog: string[] = [];
const planted = new Set<string>();
/** What must open nothing to a thief: receipts, codes, secrets, tokens. */
const secrets: Record<string, string> = {};

/** A word that stands nowhere else, to be looked for in every byte on disk. */
function canary(field: string): string {
  planted.add(field);
  return `canary ${wordOf(field)} flew`;
}
const wordOf = (field: string) => `K01${field.toUpperCase()}QX`;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'fs-rest-'));
  postgres = await launchPostgres({
    dataDirectory: join(home, 'postgres'),
    ownerPassword: 'for-tests-only',
    log: (line) => databaseLog.push(line),
    durable: false,
  });
  await makeTemplate(postgres.ownerUrl);
  const shared = process.env.TEST_POSTGRES_URL;
  process.env.TEST_POSTGRES_URL = postgres.ownerUrl;
  program = await startProgram();
  process.env.TEST_POSTGRES_URL = shared;
  stage = await setTheStage(program);
  await plantInReports();
  await plantInForm();
  await plantInIdentity();
  await plantFromPartner();
  await plantInCases();
  await plantAroundCases(program, stage, canary);
  await plantSecrets();
}, 120_000);
afterAll(async () => {
  await program.close().catch(() => {});
  await postgres.stop();
  await rm(program.folder, { recursive: true, force: true });
  await rm(home, { recursive: true, force: true });
});

async function plantInReports(): Promise<void> {
  const { duty } = stage.sessions;
  const words = ['what', 'when', 'where', 'aboutWhom', 'whoElseKnows', 'earlierReport'];
  const told = Object.fromEntries(words.map((field) => [field, canary(field)]));
  const { id, receipt } = await reportConcern(program, {
    ...told,
    about: 'somebody-else',
    staffName: canary('staffName'),
  });
  secrets.receipt = receipt;
  await must(program.request('POST', '/api/v1/receipts/messages', { body: { receipt, words: canary('words') } }));
  await must(duty.call('POST', `/api/v1/reports/${id}/reading-reasons`, { words: canary('words') }));
  await must(duty.call('POST', `/api/v1/reports/${id}/answers`, { words: canary('words') }));
  const { version } = await must<Versioned>(duty.call('GET', `/api/v1/reports/${id}`));
  await must(
    duty.call('POST', `/api/v1/reports/${id}/urgency`, { version, urgency: 'urgent', reason: canary('reason') }),
  );
  await decide(duty, id, { outcome: 'referred-elsewhere', recipient: canary('recipient'), reason: canary('reason') });
  const opened = await must<Versioned & { handovers: { id: string }[] }>(duty.call('GET', `/api/v1/reports/${id}`));
  await must(
    duty.call('POST', `/api/v1/handovers/${opened.handovers[0]!.id}/acceptance`, {
      acceptedName: canary('acceptedName'),
    }),
  );
  await must(
    duty.call('POST', `/api/v1/reports/${id}/reopening`, { version: opened.version, reason: canary('reason') }),
  );
  await must(
    duty.call('POST', '/api/v1/staff-reports', {
      dangerNow: false,
      what: canary('what'),
      language: 'en',
      channel: 'phone',
    }),
  );
}

/** The public form, with a token that makes it repeatable and an image that carries words of its own. */
async function plantInForm(): Promise<void> {
  const image = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#884422' } })
    .jpeg()
    .withExif({ IFD0: { Artist: wordOf('artist') } })
    .toBuffer();
  planted.add('artist').add('fileName').add('token');
  const form = new FormData();
  const token = wordOf('token').padEnd(40, '0');
  for (const [name, value] of Object.entries({ token, dangerNow: 'no', what: canary('what'), wants: 'send' }))
    form.set(name, value);
  form.set('images', new File([new Uint8Array(image)], `${wordOf('fileName')}.jpg`, { type: 'image/jpeg' }));
  const page = await program.request('POST', '/en/report', { body: form });
  if (page.status !== 201) throw new Error(`the form was refused: ${page.status}`);
  await must(
    program.request('POST', '/api/v1/reports', {
      body: { dangerNow: false, what: canary('what'), language: 'en' },
      headers: { 'idempotency-key': wordOf('token').padEnd(40, '1') },
    }),
  );
}

/** Who reported, sealed to two sides, what was said to have it opened, and an identifier taken out of the words. */
async function plantInIdentity(): Promise<void> {
  const { duty } = stage.sessions;
  await confirmBothSides(program);
  const { id } = await reportConcern(program, { contact: canary('contact') });
  planted.add('sessionKey');
  await must(
    duty.call('POST', `/api/v1/reports/${id}/identity-requests`, {
      reason: canary('reason'),
      legalBasis: canary('legalBasis'),
      plan: canary('plan'),
      delayReason: canary('delayReason'),
      tellAfterDays: 1,
      hours: 1,
      isEmergency: false,
      sessionKey: (await newSessionKeys()).publicKey,
    }),
  );
  await must(duty.call('POST', `/api/v1/reports/${id}/identifiers`, { field: 'account', value: canary('value') }));
}

async function plantFromPartner(): Promise<void> {
  const { token } = await must<{ token: string }>(
    stage.sessions.coordinator.call('POST', '/api/v1/partners', { name: 'A school' }),
  );
  secrets['partner token'] = token;
  await must(
    program.request('POST', '/api/v1/partner/reports', {
      body: { dangerNow: false, what: canary('what'), language: 'en', reference: canary('reference') },
      headers: { authorization: `Bearer ${token}` },
    }),
  );
}

async function plantInCases(): Promise<void> {
  const { duty, member } = stage.sessions;
  const { id } = stage.quietCase;
  const change = (name: string, body: object, by = duty) =>
    must<Versioned & { actions: Versioned[]; inquiries: Versioned[] }>(
      by.call('POST', `/api/v1/cases/${id}/${name}`, body),
    );
  await change('members', { personId: program.actors.member.personId, part: 'member' });
  await change('description', { version: 1, title: canary('title'), summary: canary('summary') });
  await change('statements', {
    kind: 'seen',
    words: canary('words'),
    source: canary('source'),
    happened: canary('happened'),
    where: canary('where'),
  });
  const { actions } = await change('actions', {
    category: 'subject',
    kind: 'counselling',
    words: canary('words'),
    service: canary('service'),
    fallback: canary('fallback'),
    assigneeId: program.actors.member.personId,
    dueAt: days(program, 2),
  });
  const moved = await change(
    `actions/${actions[0]!.id}/moves`,
    { to: 'done', version: 1, result: canary('result') },
    member,
  );
  const assessed = await plantInAssessment(moved.version, change);
  const offered = await change('offers', {
    version: assessed,
    toIds: [program.actors.coordinator.personId],
    deputyAfterId: program.actors.second.personId,
    expiresAt: days(program, 1),
    note: canary('note'),
  });
  const closed = await change('closing', {
    version: offered.version,
    reason: 'resolved',
    words: canary('words'),
    inPlace: canary('inPlace'),
    told: [{ who: canary('who'), how: canary('how') }],
    reopenTriggers: canary('reopenTriggers'),
    acceptedBy: canary('acceptedBy'),
  });
  await change('reopening', { version: closed.version, words: canary('words'), nextReviewAt: days(program, 4) });
}

type Change = (name: string, body: object, by?: HeldSession) => Promise<Versioned & { inquiries: Versioned[] }>;

/** What a team writes down between opening and closing; gives the version that the case then has. */
async function plantInAssessment(version: number, change: Change): Promise<number> {
  const { second } = stage.sessions;
  await change('stage/answers', { version: 1, question: 'known', answer: canary('answer') });
  await change('concern/triggers', { kind: 'hearing', at: days(program, 9), note: canary('note') });
  await change('recusals', { personId: stage.spare.personId, reason: canary('reason') });
  const { inquiries } = await change('inquiries', {
    kind: 'interview',
    guide: 'witness',
    who: canary('who'),
    purpose: canary('purpose'),
    askerId: program.actors.member.personId,
    dueAt: days(program, 2),
    isMinor: true,
    guardianNotice: 'delayed',
    guardianReason: canary('guardianReason'),
    companion: canary('companion'),
    interpreter: canary('interpreter'),
    liaison: canary('liaison'),
  });
  await change(`inquiries/${inquiries[0]!.id}/end`, { version: 1, to: 'done', outcome: canary('outcome') });
  const rating = {
    level: 'low',
    confidence: 'fair',
    reasonsFor: canary('reasonsFor'),
    reasonsAgainst: canary('reasonsAgainst'),
    unknowns: canary('unknowns'),
  };
  await change('concern/ratings', rating);
  await change('concern/ratings', rating, second);
  const agreed = await change('concern/agreement', {
    version,
    level: 'low',
    confidence: 'fair',
    words: canary('words'),
  });
  const reviewed = await change('reviews', { version: agreed.version, words: canary('words') });
  const left = await change('stage/exit', { version: reviewed.version, to: 'screening', reason: canary('reason') });
  return left.version;
}

async function plantSecrets(): Promise<void> {
  const { coordinator, duty } = stage.sessions;
  const { codes } = await must<{ codes: string[] }>(duty.call('POST', '/api/v1/recovery-codes'));
  const { secret } = await must<{ secret: string }>(duty.call('POST', '/api/v1/totp'));
  const { link } = await must<{ link: string }>(
    coordinator.call('POST', '/api/v1/invitations', {
      name: 'In Vited',
      email: 'in@test.example',
      roles: ['leader'],
      discipline: 'school',
    }),
  );
  Object.assign(secrets, {
    'recovery code': codes[0]!.replaceAll('-', ''),
    'authenticator secret': secret,
    'invitation secret': link.split('#')[1]!,
    'session cookie': duty.headers.cookie.split('=')[1]!,
    'request token': duty.headers['x-csrf-token'],
    'private key': program.actors.duty.keyPair.privateKey.toString('latin1'),
  });
}

/** The files below these folders in which one of the words stands, plain, in hexadecimal or in base64. */
function filesWith(words: Record<string, string>, folders: readonly string[]): string[] {
  const needles = Object.entries(words).flatMap(([name, word]) => {
    const bytes = Buffer.from(word, 'latin1');
    return [bytes, Buffer.from(bytes.toString('hex')), Buffer.from(bytes.toString('base64').replace(/=+$/, ''))].map(
      (needle) => ({ name, needle }),
    );
  });
  const found = new Set<string>();
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const bytes = readFileSync(path);
      for (const { name, needle } of needles)
        if (bytes.includes(needle))
          found.add(`${name} in ${path.slice(folder.length).replaceAll(/[0-9A-F]{24}|\d+/g, 'N')}`);
    }
  }
  return [...found];
}

/** The names of all fields of free text in an input. */
function textFields(schema: unknown, name = ''): string[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, value]) => textFields(value, key));
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => textFields(option, name));
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return textFields(schema.unwrap(), name);
  if (schema instanceof z.ZodArray) return textFields(schema.element, name);
  return schema instanceof z.ZodString ? [name] : [];
}

describe('K-01 no plaintext at rest', () => {
  it('plants a word in every field of free text that reports and cases take', () => {
    const taken = program.routes
      .filter(({ path }) => /reports|receipts|handovers|cases|offers/.test(path))
      .flatMap(({ input }) => textFields(input.body));

    expect(new Set(taken).size).toBeGreaterThan(15);
    expect([...new Set(taken)].filter((field) => !planted.has(field) && !noFreeText.includes(field))).toEqual([]);
  });

  it('keeps every word out of the logs and out of the mail', async () => {
    const { body } = await stage.sessions.duty.call('GET', '/api/v1/captured-mail');
    const told = [...program.logged, ...databaseLog, JSON.stringify(body)].join('\n');

    expect((body as { mails: unknown[] }).mails.length).toBeGreaterThan(5);
    expect([...planted].filter((field) => told.includes(wordOf(field)))).toEqual([]);
    expect(
      Object.entries(secrets)
        .filter(([, secret]) => told.includes(secret))
        .map(([name]) => name),
    ).toEqual([]);
  });

  it('keeps every word and every secret out of tables, write-ahead log, file store and key store, and would find one', async () => {
    await program.databases.owner.query('update report_messages set words = $1 where report_id = $2', [
      Buffer.from(tooth),
      stage.waiting.id,
    ]);
    for (const pool of [program.databases.owner, program.databases.app]) pool.on('error', () => {});
    await postgres.stop();

    const words = Object.fromEntries([...planted].map((field) => [field, wordOf(field)]));
    const folders = [home, program.folder];
    expect(readdirSync(join(program.folder, 'files')).length).toBeGreaterThan(0);
    expect(filesWith({ ...words, ...secrets }, folders)).toEqual([]);
    expect(filesWith({ tooth }, folders).toSorted()).toEqual([
      'tooth in /postgres/base/N/N',
      'tooth in /postgres/pg_wal/N',
    ]);
  });
});
