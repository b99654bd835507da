import type { Dice } from './dice.ts';
import { hostileWords, mark } from './hostile-values.ts';

export type Sent = { headers: Record<string, string>; body: Buffer | null };

const asJson = (text: string | Buffer): Sent => ({
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(text),
});

/** A value or a form as it goes over the wire, every third time broken on its way. */
export function brokenBody(dice: Dice, value: unknown): Sent {
  if (value instanceof FormData) return brokenForm(dice, value);
  const text = JSON.stringify(value) ?? '';
  if (dice.inHundred(70)) return asJson(text);
  return dice.oneOf(breaks)(dice, text);
}

const types = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  `multipart/form-data; boundary="${'b'.repeat(500)}"`,
  'application/xml',
  'application/json; charset=utf-16',
  'application/json;'.repeat(30),
  '\xff/\xfe',
  '',
];

const breaks: readonly ((dice: Dice, text: string) => Sent)[] = [
  (dice, text) => asJson(text.slice(0, dice.below(text.length + 1))),
  (_, text) => asJson(`${text}${text}`),
  (_, text) => asJson(`\ufeff${text}`),
  (_, text) => asJson(text.replace('{', `{"${mark}":1,"__proto__":{"roles":["coordinator"]},"${mark}":2,`)),
  (_, text) => asJson(text.replace(/"([^"]+)":/, `"$1":"${mark}","$1":`)),
  (_, text) => asJson(text.replaceAll('"', "'")),
  (_, text) =>
    asJson(
      Buffer.concat([Buffer.from(text.slice(0, -2)), Buffer.from([0xff, 0xc0, 0x80]), Buffer.from(text.slice(-2))]),
    ),
  (dice) => asJson('['.repeat(dice.oneOf([100, 100_000]))),
  (dice) => asJson(`${`{"a":`.repeat(dice.oneOf([100, 40_000]))}1${'}'.repeat(100)}`),
  (dice) => asJson(`"${mark.repeat(dice.oneOf([10, 40_000]))}"`),
  (dice) => asJson(dice.oneOf(['null', 'true', '0', '-', '""', '[]', '\0', '\n', '1e999', '{"a":1}]'])),
  (dice, text) => ({ headers: { 'content-type': dice.oneOf(types) }, body: Buffer.from(text) }),
  (dice, text) => ({
    headers: { 'content-type': 'application/json', 'content-encoding': dice.oneOf(['gzip', 'br', mark]) },
    body: Buffer.from(text),
  }),
  (_, text) => asJson(Buffer.from(text, 'utf16le')),
];

const boundary = '----forestallfuzz';

function brokenForm(dice: Dice, form: FormData): Sent {
  const whole = multipart(dice, form);
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  if (dice.inHundred(65)) return { headers, body: whole };
  return dice.oneOf(formBreaks)(dice, whole, form);
}

const formBreaks: readonly ((dice: Dice, whole: Buffer, form: FormData) => Sent)[] = [
  (dice, whole) => ({
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: whole.subarray(0, dice.below(whole.length + 1)),
  }),
  (_, whole) => ({ headers: { 'content-type': 'multipart/form-data; boundary=another' }, body: whole }),
  (_, whole) => ({
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.from(whole.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'),
  }),
  (_, whole) => ({
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.from(whole.toString('latin1').replaceAll('name=', 'eman='), 'latin1'),
  }),
  (dice, whole) => ({ headers: { 'content-type': dice.oneOf(types) }, body: whole }),
  (_, __, form) => ({
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(urlEncoded(form)),
  }),
  (dice, __, form) => ({
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(`${urlEncoded(form)}&${'%'.repeat(dice.below(9))}&&==&${mark}`),
  }),
  (_, __, form) => asJson(JSON.stringify(Object.fromEntries([...form.entries()].map(([name]) => [name, mark])))),
];

const urlEncoded = (form: FormData) =>
  [...form]
    .map(
      ([name, value]) =>
        `${encodeURIComponent(name.toWellFormed())}=${typeof value === 'string' ? encodeURIComponent(value.toWellFormed()) : mark}`,
    )
    .join('&');

/** A form as a browser sends it; names and file names go as they are, whatever stands in them. */
function multipart(dice: Dice, form: FormData): Buffer {
  const parts = [...form].map(([name, value]) => {
    const file = typeof value === 'string' ? '' : `; filename="${value.name}"`;
    const type = typeof value === 'string' ? '' : `\r\nContent-Type: ${value.type}`;
    const words =
      typeof value === 'string'
        ? value
        : `${dice.oneOf(['GIF89a', '\x89PNG\r\n', 'RIFF', '%PDF'])}${hostileWords(dice)}`;
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}${type}\r\n\r\n${words}\r\n`;
  });
  return Buffer.from(`${parts.join('')}--${boundary}--\r\n`);
}
