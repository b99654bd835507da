import type { Dice } from './dice.ts';

/** Stands in much of what is sent, so that it can be looked for in what comes back. */
export const mark = 'fuzzmark7';

/** What a page may never hold as it was sent. */
export const rawMarkup = [`<svg/onload=${mark}>`, `<script>${mark}`, `"onfocus=${mark}`];

const words: readonly ((dice: Dice) => string)[] = [
  () => '',
  () => mark,
  () => `${mark}\0${mark}`,
  () => `${mark}\u2028\u2029\r\n${mark}: 1`,
  () => `"><svg/onload=${mark}>`,
  () => `'<script>${mark}</script>`,
  () => `"onfocus=${mark} autofocus="`,
  () => `${mark}' or '1'='1`,
  () => `${mark}"; select pg_sleep(30); --`,
  () => `1) union select ${mark} from people --`,
  () => '%',
  () => '_',
  () => '\\',
  () => '%00%2e%2e%2f',
  () => '../../../../etc/passwd',
  () => 'javascript:alert(1)',
  () => 'http://169.254.169.254/',
  () => '{{7*7}}$'.concat('{7*7}#{7*7}'),
  () => '$(id)`id`|id',
  () => '=1+1',
  () => '\u202e\u200b\ufeff\u00ad',
  () => '\ud800',
  () => '\udfff\ud800',
  () => `e${'\u0301'.repeat(300)}`,
  () => '👩‍👩‍👧‍👦'.repeat(40),
  () => '\ufdfa'.repeat(50),
  () => 'İıſK',
  () => '١٢٣٤',
  () => '__proto__',
  () => 'constructor',
  () => 'NaN',
  () => '-0',
  () => '1e400',
  () => '0x10',
  () => '9'.repeat(400),
  () => '9999-12-31T23:59:60Z',
  () => '+275760-09-13T00:00:00.000Z',
  () => '+275760-09-13T00:00:00.001Z',
  () => '0000-00-00T00:00:00Z',
  () => '2026-02-30T10:00:00Z',
  () => '-000001-01-01T00:00:00.000Z',
  () => '00000000-0000-0000-0000-000000000000',
  () => 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  () => '((((((((((((a*)*)*)*)*)*)*)*)*)*)*)*b',
  (dice) => 'a'.repeat(dice.oneOf([63, 255, 256, 1_000, 4_001, 20_001, 60_000])),
  (dice) => `${'('.repeat(dice.oneOf([50, 5_000]))}`,
  (dice) => `${'\n'.repeat(dice.oneOf([50, 5_000]))}${mark}`,
  (dice) => String.fromCharCode(...Array.from({ length: 12 }, () => dice.below(65_536))),
  (dice) => String.fromCodePoint(...Array.from({ length: 12 }, () => dice.below(0x11_0000))),
];

export const hostileWords = (dice: Dice): string => dice.oneOf(words)(dice);

const others: readonly ((dice: Dice) => unknown)[] = [
  () => null,
  () => true,
  () => false,
  () => 0,
  () => -1,
  () => 1.5,
  () => 2 ** 31,
  () => 2 ** 53,
  () => -(2 ** 63),
  () => 1e308,
  () => [],
  () => ({}),
  () => [[]],
  (dice) => [hostileWords(dice), null],
  (dice) => ({ [hostileWords(dice)]: hostileWords(dice) }),
  () => ({ toString: mark, valueOf: null, length: -1 }),
  (dice) => Array.from({ length: dice.oneOf([30, 3_000]) }, () => mark),
  (dice) => deep(dice.oneOf([40, 2_000])),
];

/** Something of a kind that nobody asked for, or the right kind with the wrong thing in it. */
export const hostileValue = (dice: Dice): unknown =>
  dice.inHundred(60) ? hostileWords(dice) : dice.oneOf(others)(dice);

function deep(levels: number): unknown {
  let value: unknown = mark;
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { [mark]: value };
  return value;
}
