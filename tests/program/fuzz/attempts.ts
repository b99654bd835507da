import type { ValidRequest } from '../valid-requests/index.ts';
import { brokenBody, type Sent } from './bodies.ts';
import { type Dice, throwDice } from './dice.ts';
import { fromSchema, type Schema, type Stock } from './from-schema.ts';
import { brokenHeaders } from './headers.ts';
import { hostileValue, hostileWords } from './hostile-values.ts';

export type Attempt = Sent & { method: string; path: string; as: ValidRequest['as'] };

/** A door as it is described, with a request that it takes. */
export type Door = {
  method: string;
  path: string;
  valid: ValidRequest;
  body: Schema | null;
  query: Record<string, Schema>;
};

export type Aim = { seed: number; doors: readonly Door[]; pages: readonly string[]; stock: Stock };

/** The nth request of this seed: against a door with what it takes bent out of shape, or against any address. */
export function attemptOf(aim: Aim, attempt: number): Attempt {
  const dice = throwDice(aim.seed, attempt);
  const sent = dice.inHundred(88) ? atDoor(dice, aim) : atPage(dice, aim);
  const headers = { ...sent.headers, 'x-forwarded-for': addressOf(dice), ...brokenHeaders(dice) };
  return { ...sent, headers };
}

function atDoor(dice: Dice, { doors, stock }: Aim): Attempt {
  const door = dice.oneOf(doors);
  const path = `${bentPath(dice, door.valid.path)}${bentQuery(dice, door, stock)}`;
  const method = dice.inHundred(3)
    ? dice.oneOf(['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'])
    : door.method;
  const as = dice.inHundred(90) ? door.valid.as : null;
  return { method, path, as, ...(method === 'GET' || method === 'HEAD' ? nothing : bentBody(dice, door, stock)) };
}

const nothing: Sent = { headers: {}, body: null };

function atPage(dice: Dice, { pages }: Aim): Attempt {
  const path = bentPath(dice, dice.oneOf(pages), 60);
  const query = dice.inHundred(50) ? `?${encoded(hostileWords(dice))}=${encoded(hostileWords(dice))}` : '';
  return { method: dice.oneOf(['GET', 'GET', 'GET', 'HEAD', 'POST']), path: path + query, as: null, ...nothing };
}

/** One step of an address in twenty is something else. */
function bentPath(dice: Dice, path: string, inHundred = 15): string {
  const [address = '', query] = path.split('?');
  if (!dice.inHundred(inHundred)) return path;
  const steps = address.split('/');
  steps[1 + dice.below(steps.length - 1)] = pathStep(dice);
  return `/${steps.slice(1).join('/')}${query === undefined ? '' : `?${query}`}`;
}

const rawSteps = [
  '%',
  '%zz',
  '%c0%af',
  '%00',
  '%2e%2e',
  '..',
  '.',
  '',
  '%2f%2f',
  ';a=b',
  '*',
  '%ff%fe',
  '~',
  '%u0000',
  ':id',
  '{id}',
];
const pathStep = (dice: Dice) =>
  dice.inHundred(40) ? dice.oneOf(rawSteps) : encoded(hostileWords(dice)).slice(0, 6_000);

/** As an address may hold it; half of a pair is sent as what it would be in UTF-8. */
const encoded = (text: string) => encodeURIComponent(text.toWellFormed());

function bentQuery(dice: Dice, { valid, query }: Door, stock: Stock): string {
  const names = Object.keys(query);
  if (names.length === 0 ? !dice.inHundred(5) : dice.inHundred(20)) return '';
  const told = names.filter(() => dice.inHundred(60)).map((name) => [name, fromSchema(dice, query[name]!, stock, 1)]);
  if (dice.inHundred(10)) told.push([hostileWords(dice), hostileWords(dice)]);
  const text = told
    .map(([name, value]) => `${encoded(String(name))}=${encoded(wordsOf(value))}`)
    .join('&')
    .slice(0, 7_000);
  return `${valid.path.includes('?') ? '&' : '?'}${text}`;
}

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** What the door takes with a field or two bent, or drawn anew from its description, or broken as a whole. */
function bentBody(dice: Dice, { valid, body }: Door, stock: Stock): Sent {
  if (valid.body instanceof FormData) return brokenBody(dice, bentForm(dice, valid.body));
  if (valid.body === undefined && !body) return dice.inHundred(90) ? nothing : brokenBody(dice, hostileValue(dice));
  const drawn = body && dice.inHundred(45) ? fromSchema(dice, body, stock) : bentFields(dice, valid.body ?? {});
  return brokenBody(dice, drawn);
}

function bentFields(dice: Dice, body: unknown): unknown {
  if (typeof body === 'string') return hostileValue(dice);
  const bent = structuredClone(body) as Record<string, unknown>;
  const names = Object.keys(bent);
  for (let times = 1 + dice.below(2); times > 0; times -= 1) {
    const name = names.length ? dice.oneOf(names) : hostileWords(dice);
    const way = dice.below(10);
    if (way === 0) delete bent[name];
    else if (way === 1) bent[hostileWords(dice)] = hostileValue(dice);
    else bent[name] = hostileValue(dice);
  }
  return bent;
}

function bentForm(dice: Dice, form: FormData): FormData {
  const bent = new FormData();
  const names = [...form.keys()];
  const target = names.length && dice.inHundred(80) ? dice.oneOf(names) : 'images';
  for (const [name, value] of form) if (name !== target) bent.append(name, value);
  for (let times = dice.oneOf([0, 1, 1, 1, 3, 60]); times > 0; times -= 1)
    bent.append(target, dice.inHundred(80) ? hostileWords(dice) : hostileFile(dice));
  if (dice.inHundred(15)) bent.append(hostileWords(dice), hostileWords(dice));
  return bent;
}

const beginnings = [
  '\x89PNG\r\n\x1a\n',
  'GIF89a',
  '\xff\xd8\xff\xe0',
  'RIFF\0\0\0\0WEBP',
  '%PDF-1.7',
  '<svg xmlns="',
  'PK\x03\x04',
  '',
];
const hostileFile = (dice: Dice) =>
  new File([Buffer.from(dice.oneOf(beginnings), 'latin1'), hostileWords(dice)], hostileWords(dice).slice(0, 300), {
    type: dice.oneOf(['image/png', 'text/html', 'application/pdf', '', 'x/y']),
  });

const addressOf = (dice: Dice): string =>
  dice.inHundred(3)
    ? dice.oneOf(['unknown', '::', '999.1.1.1', ',,,', '127.0.0.1'])
    : `100.${64 + dice.below(60)}.${dice.below(250)}.${dice.below(250)}`;
