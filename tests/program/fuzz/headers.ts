import type { Dice } from './dice.ts';
import { mark } from './hostile-values.ts';

/** Characters that a client can put into a header at all. */
const shown = (text: string) =>
  Buffer.from(text, 'latin1')
    .toString('latin1')
    .replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '');

const values: readonly ((dice: Dice) => string)[] = [
  () => '',
  () => mark,
  () => `${mark}, ${mark}; q=9`,
  () => '"'.repeat(40),
  () => '\xe9\xff\x80',
  () => '-1',
  () => '0-,1-2,9999999999-',
  () => ';'.repeat(300),
  (dice) => 'x'.repeat(dice.oneOf([500, 6_000])),
];
const names = [
  'accept',
  'accept-language',
  'accept-encoding',
  'authorization',
  'cookie',
  'x-csrf-token',
  'idempotency-key',
  'if-match',
  'if-none-match',
  'if-modified-since',
  'range',
  'origin',
  'referer',
  'sec-fetch-site',
  'user-agent',
  'forwarded',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-http-method-override',
  'x-original-url',
  'last-event-id',
  'host',
  'te',
  'upgrade-insecure-requests',
  'content-language',
];

/** Every eighth request carries a header or two that nobody sends. */
export function brokenHeaders(dice: Dice): Record<string, string> {
  if (!dice.inHundred(12)) return {};
  const count = dice.oneOf([1, 1, 2, 40]);
  const made = Array.from({ length: count }, (_, at) => [
    count > 2 ? `x-${mark}-${at}` : dice.oneOf(names),
    shown(dice.oneOf(values)(dice)),
  ]);
  return Object.fromEntries(made) as Record<string, string>;
}
