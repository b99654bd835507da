import { readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededChance } from '../../src/platform/chance.ts';
import { newReceipt } from '../../src/platform/vault/index.ts';
import type { OpenedReport } from '../../src/reports/contract.ts';
import { inventedWords, keepManyReports } from '../program/many-reports.ts';
import { must } from '../program/must.ts';
import { type Answered, emailOf, type Program, password, startProgram } from '../program/program.ts';
import { type HeldSession, sessionOf } from '../program/sessions.ts';
import { reportConcern, sayWhy } from '../program/stage.ts';

const isFull = process.env.FORESTALL_PROMISES === 'full';
const attempts = 500;
/** Four are tried at once and fifty wait; whoever comes to a full line is told so and costs nothing. */
const triedAtMost = 54;
const ofEachKind = isFull ? 20 : 4;
const narratives = isFull ? 5_000 : 100;
const pixels = isFull ? 4_000 : 500;
const p99MillisecondsAtMost = 300;

let program: Program;
let duty: HeldSession;
let receipt: string;
let picture: string;
let bytes: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  program = await startProgram();
  duty = await sessionOf(program, program.actors.duty);
  await keepManyReports(program, narratives, (at) => inventedWords(`${at}`, 1_000));
  const report = await reportConcern(program);
  receipt = report.receipt;
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  const image = sharp({
    create: { width: pixels, height: pixels, channels: 3, background: '#000', noise },
  });
  bytes = new Uint8Array(await image.jpeg().toBuffer());
  await sayWhy(duty, report.id);
  await must(post(`/api/v1/reports/${report.id}/attachments`, {}, duty.headers));
  const { attachments } = await must<OpenedReport>(duty.call('GET', `/api/v1/reports/${report.id}`));
  picture = `/api/v1/reports/${report.id}/attachments/${attachments[0]!.id}`;
}, 120_000);
afterAll(() => program.close());

/** Sends a form with the picture. */
function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answered> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.append('images', new File([bytes], 'door.jpg', { type: 'image/jpeg' }));
  return program.request('POST', path, { body, headers });
}

const open = (digits: string) => program.request('POST', '/api/v1/receipts/open', { body: { receipt: digits } });
const guess = (at: number) => open(newReceipt(seededChance(`attempt ${at}`)));
const signIn = (given: string) =>
  program.request('POST', '/api/v1/sign-in', { body: { email: emailOf('second'), password: given } });
const tell = (at: number) => post('/en/report', { dangerNow: 'no', what: `Seen at door ${at}.`, wants: 'send' });
const search = (at: number) => duty.call('POST', '/api/v1/find', { words: inventedWords(`search ${at}`, 30) });
const burst = () => Promise.all(Array.from({ length: attempts }, (_, at) => guess(at).then(({ status }) => status)));
/** Books of the library take seconds each: they belong to the full target. */
const books = () =>
  Promise.all(
    ['en', 'ca', 'es', 'fr'].map((language) => program.request('GET', `/${language}/library/take-away/library.epub`)),
  );
const desk = () => duty.call('GET', '/api/v1/triage');

/** How many processes that make pictures anew run at this moment. */
function converters(): number {
  const threads = readdirSync('/proc/self/task');
  const children = threads.flatMap((thread) => readFileSync(`/proc/self/task/${thread}/children`, 'utf8').split(' '));
  const isConverter = (id: string) => {
    try {
      return readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('convert-image');
    } catch {
      return false;
    }
  };
  return children.filter((id) => id !== '' && isConverter(id)).length;
}

/** Asks for the desk again and again until the work is done; how long each took, and how many converters ran after it. */
async function desksDuring(work: Promise<unknown>): Promise<{ milliseconds: number; converting: number }[]> {
  let isDone = false;
  const end = work.finally(() => {
    isDone = true;
  });
  const seen = [];
  while (!isDone) {
    const begun = performance.now();
    const { status } = await desk();
    expect(status).toBe(200);
    seen.push({ milliseconds: performance.now() - begun, converting: converters() });
    await new Promise((next) => setImmediate(next));
  }
  await end;
  return seen;
}

describe('V-02 costly work cannot starve the rest', () => {
  it(`tries ${triedAtMost} of ${attempts} receipts that come at once, and has answered the desk, a picture and a sign-in by then`, async () => {
    const answered: string[] = [];
    const noted = (what: string, answering: Promise<Answered>) =>
      answering.then(({ status }) => answered.push(`${what} ${status}`));

    const burst = Array.from({ length: attempts }, (_, at) => noted('attempt', guess(at)));
    const staff = [
      noted('desk', desk()),
      noted('picture', duty.call('GET', picture)),
      noted('sign-in', signIn(password)),
    ];
    await Promise.all([...burst, ...staff]);
    const reporter = await open(receipt);

    const tried = answered.filter((each) => each === 'attempt 404').length;
    expect(tried).toBeGreaterThan(4);
    expect(tried).toBeLessThanOrEqual(triedAtMost);
    expect(answered.filter((each) => each === 'attempt 429')).toHaveLength(attempts - tried);
    expect(answered.filter((each) => !each.startsWith('attempt')).toSorted()).toEqual([
      'desk 200',
      'picture 200',
      'sign-in 200',
    ]);
    expect(reporter.status).toBe(200);
  });

  it('tells whoever has to wait before it looks at anything for them', async () => {
    const answered: number[] = [];

    await Promise.all(
      Array.from({ length: attempts }, (_, at) => guess(at).then(({ status }) => answered.push(status))),
    );

    const tenthTried = answered.map((status, at) => (status === 404 ? at : -1)).filter((at) => at >= 0)[9]!;
    expect(answered.slice(0, tenthTried).filter((status) => status === 429).length).toBeGreaterThan(attempts * 0.8);
  });

  it('makes one picture anew at a time, whoever sends pictures, searches and signs in, and the desk is answered in between', async () => {
    const each = (work: (at: number) => Promise<Answered>) =>
      Promise.all(Array.from({ length: ofEachKind }, (_, at) => work(at).then(({ status }) => status)));
    const begun = performance.now();

    const costly = Promise.all([
      each(tell),
      each(search),
      each(() => signIn('a guess')),
      ...(isFull ? [burst(), books()] : []),
    ]);
    const desks = await desksDuring(costly);
    const [told, searched, signedIn] = await costly;

    const seconds = (performance.now() - begun) / 1_000;
    const sorted = desks.map(({ milliseconds }) => milliseconds).toSorted((one, other) => one - other);
    const p99 = sorted[Math.ceil(sorted.length * 0.99) - 1]!;
    console.log(
      `V-02: ${desks.length} desk pages in ${seconds.toFixed(1)} s beside ${ofEachKind} of each kind; median ${sorted[Math.floor(sorted.length / 2)]!.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`,
    );
    expect(told).toEqual(Array(ofEachKind).fill(201));
    expect(searched).toEqual(Array(ofEachKind).fill(200));
    expect(signedIn).toEqual(Array(ofEachKind).fill(401));
    expect(Math.max(...desks.map(({ converting }) => converting))).toBe(1);
    expect(desks.length).toBeGreaterThan(ofEachKind * 3);
    if (isFull) expect(p99).toBeLessThanOrEqual(p99MillisecondsAtMost);
  }, 300_000);
});
