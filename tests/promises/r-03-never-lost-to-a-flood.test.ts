import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededChance } from '../../src/platform/chance.ts';
import type { TriagePage } from '../../src/reports/contract.ts';
import { doWork } from '../program/do-work.ts';
import { inventedWords } from '../program/many-reports.ts';
import { must } from '../program/must.ts';
import { type Program, startProgram } from '../program/program.ts';
import { sessionOf } from '../program/sessions.ts';

const isFull = process.env.FORESTALL_PROMISES === 'full';
const posts = isFull ? 100_000 : 900;
const genuine = isFull ? 50 : 10;
const networks = isFull ? 2_000 : 150;
const templates = 20;
const clients = 16;
const rowsAtMost = 100;
const p95SecondsAtMost = 3;

let program: Program;
let server: Awaited<ReturnType<Program['listen']>>;
beforeAll(async () => {
  program = await startProgram();
  server = await program.listen();
});
afterAll(async () => {
  await server.close();
  await program.close();
});

const tokenIn = (html: string): string => html.match(/name="token" value="([^"]+)"/)?.[1] ?? '';
const freshToken = async () => tokenIn(await (await fetch(`${server.url}/en/report`)).text());

async function postForm(address: string, fields: Record<string, string>): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ dangerNow: 'false', ...fields })) body.set(name, value);
  return await fetch(`${server.url}/en/report`, { method: 'POST', body, headers: { 'x-forwarded-for': address } });
}

const postToApi = (address: string, what: string): Promise<Response> =>
  fetch(`${server.url}/api/v1/reports`, {
    method: 'POST',
    headers: { 'x-forwarded-for': address, 'content-type': 'application/json' },
    body: JSON.stringify({ dangerNow: false, what, language: 'en' }),
  });

/** A scripted post: copies with changed words, or texts that are all different; by the form, with or without its mark, or by the API. */
async function attack(at: number, tokens: readonly string[]): Promise<number> {
  const chance = seededChance(`attack ${at}`).bytes(16);
  const address = `100.${64 + ((at % networks) >> 8)}.${(at % networks) & 255}.${chance[0]}`;
  const template = inventedWords(`template ${at % templates}`, 300).split(' ');
  for (const byte of chance.subarray(4, 7)) template[byte % template.length] = `w${chance.readUInt16LE(8)}`;
  const words = chance[1]! < 150 ? template.join(' ') : inventedWords(`different ${at}`, 300);
  if (chance[2]! < 85 && chance[1]! >= 150) return (await postToApi(address, words)).status;
  const token = chance[2]! < 170 ? tokens[chance.readUInt16LE(10) % tokens.length]! : '';
  return (await postForm(address, { what: words, token })).status;
}

interface Sent {
  receipt: string;
  number: string;
  seconds: number;
}

/** Somebody who filled in the form, each in words of their own; every second one in a browser with scripts. */
async function tell(at: number, token: string): Promise<Sent> {
  const proof: Record<string, string> = at % 2 ? { proof: doWork(token) } : {};
  const begun = performance.now();
  const answer = await postForm(`203.0.${at}.9`, { what: inventedWords(`genuine ${at}`, 400), token, ...proof });
  const html = await answer.text();
  const seconds = (performance.now() - begun) / 1_000;
  const receipt = (html.match(/class="digits"[^>]*>([\s\S]*?)<\/p>/)?.[1] ?? '').replaceAll(/\D/g, '');
  return { receipt, number: html.match(/[0-9A-Z]{3}-[0-9A-Z]{3}/)?.[0] ?? '', seconds };
}

describe('R-03 a valid report is never lost to a flood', () => {
  it(
    `keeps ${genuine} genuine reports among ${posts} scripted ones, each in the first ${rowsAtMost} rows`,
    async () => {
      const [pool, own] = [
        await Promise.all(Array.from({ length: 40 }, freshToken)),
        await Promise.all(Array.from({ length: genuine }, freshToken)),
      ];
      program.clock.advance(60_000);
      const refused: number[] = [];
      const sent: Promise<Sent>[] = [];
      let next = 0;
      const client = async () => {
        for (let at = next++; at < posts; at = next++) {
          if (at % Math.floor(posts / genuine) === Math.floor(posts / genuine / 2) && sent.length < genuine)
            sent.push(tell(sent.length, own[sent.length]!));
          const status = await attack(at, pool);
          if (status !== 201) refused.push(status);
        }
      };
      await Promise.all(Array.from({ length: clients }, client));
      const told = await Promise.all(sent);

      const duty = await sessionOf(program, program.actors.duty);
      const { rows } = await must<TriagePage>(duty.call('GET', `/api/v1/triage?limit=${rowsAtMost}`));
      const opened = await Promise.all(
        told.map(({ receipt }) =>
          program.request('POST', '/api/v1/receipts/open', { body: { receipt } }).then(({ status }) => status),
        ),
      );
      const first = new Set(rows.map(({ number }) => number));
      const stored = (await program.databases.owner.query('select count(*)::int as count from reports')).rows[0].count;
      const mails = (await program.databases.owner.query('select count(*)::int as count from mail_messages')).rows[0]
        .count;
      const p95 = told.map(({ seconds }) => seconds).toSorted((one, other) => one - other)[
        Math.ceil(genuine * 0.95) - 1
      ]!;
      console.log(`flood: ${posts} posts, ${mails} messages to the desk, genuine p95 ${p95.toFixed(2)} s`);

      expect(told).toHaveLength(genuine);
      expect(refused).toEqual([]);
      expect(stored).toBe(posts + genuine);
      expect(opened).toEqual(Array(genuine).fill(200));
      expect(told.filter(({ number }) => !first.has(number))).toEqual([]);
      expect(mails).toBeLessThanOrEqual(rowsAtMost + 20);
      if (isFull) expect(p95).toBeLessThanOrEqual(p95SecondsAtMost);
    },
    isFull ? 3_600_000 : 120_000,
  );
});
