import { setTimeout as pause } from 'node:timers/promises';
import type { CastKey } from '../program.ts';
import type { HeldSession } from '../sessions.ts';
import { type Aim, type Attempt, attemptOf } from './attempts.ts';
import { mark, rawMarkup } from './hostile-values.ts';
import { type Came, openSender } from './send.ts';

const atOnce = 12;
const secondsAtMost = 30;

export type Finding = { attempt: number; what: string; door: string };
export type Fuzzed = { answered: number; byStatus: Record<string, number>; findings: Finding[] };

/** Sends requests `from` up to `to` of the aim's seed and tells what came back that never may. */
export async function fuzz(
  url: string,
  aim: Aim,
  sessions: Record<CastKey, HeldSession>,
  range: { from: number; to: number },
): Promise<Fuzzed> {
  const sender = openSender(url, atOnce, secondsAtMost);
  const told: Fuzzed = { answered: 0, byStatus: {}, findings: [] };
  let next = range.from;
  const client = async () => {
    while (next < range.to) {
      const attempt = next++;
      const sent = attemptOf(aim, attempt);
      const cookies = sent.as ? sessions[sent.as].headers : {};
      const came = await sender.send(sent.method, sent.path, { ...cookies, ...sent.headers }, sent.body);
      const status = typeof came === 'string' ? came : String(came.status);
      told.byStatus[status] = (told.byStatus[status] ?? 0) + 1;
      if (typeof came !== 'string') told.answered += 1;
      for (const what of wrongIn(came, sent))
        told.findings.push({ attempt, what, door: `${sent.method} ${sent.path.slice(0, 120)}` });
      if (attempt % 500 === 0) await pause(1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, client));
  sender.close();
  return told;
}

/** What may never come back: a fault, nothing at all, or what was sent where it could harm or be kept. */
export function wrongIn(came: Came | string, sent: Pick<Attempt, 'path'>): string[] {
  if (came === 'hang') return ['no answer in time'];
  if (typeof came === 'string') return [];
  const { status, headers, text } = came;
  const type = String(headers['content-type'] ?? '');
  const location = String(headers.location ?? '/');
  const { location: _, ...others } = headers;
  return [
    ...(status >= 500 ? [`status ${status}`] : []),
    ...(type.includes('problem+json') && text.includes(mark) ? ['a problem that repeats what was sent'] : []),
    ...(type.includes('html') && rawMarkup.some((markup) => text.includes(markup))
      ? ['a page that holds it as it was sent']
      : []),
    ...(JSON.stringify(others).includes(mark) ? ['a header that repeats what was sent'] : []),
    ...(!/^\/(?![/\\])/.test(location) ? [`a way to another place from ${sent.path.slice(0, 60)}`] : []),
    ...(headers['x-content-type-options'] !== 'nosniff' && status < 400 ? ['no header of ours'] : []),
  ];
}
