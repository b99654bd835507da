import { throwDice } from './dice.ts';
import { mark } from './hostile-values.ts';

const head = 'Host: 127.0.0.1\r\n';
const json = 'Content-Type: application/json\r\n';

/** Requests that no client sends: two lengths, lengths that lie, broken chunks, lines that end wrongly, other protocols. */
const kinds: readonly ((count: number) => string)[] = [
  () => `GET / HTTP/1.1\r\n\r\n`,
  () => `GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n`,
  () => `GET ${'/'.repeat(30_000)} HTTP/1.1\r\n${head}\r\n`,
  (count) => `GET / HTTP/1.1\r\n${head}${`X-${mark}: y\r\n`.repeat(count * 40)}\r\n`,
  () => `GET / HTTP/1.1\r\n${head}X: ${mark.repeat(9_000)}\r\n\r\n`,
  () => `GET / HTTP/1.1\r\n${head} folded: ${mark}\r\n\r\n`,
  () => `GET / HTTP/1.1\n${head}\n\n`,
  () => `GET / HTTP/9.9\r\n${head}\r\n`,
  () => `GET http://127.0.0.1:1/${mark} HTTP/1.1\r\n${head}\r\n`,
  () => `GET //elsewhere.example/ HTTP/1.1\r\n${head}\r\n`,
  () => `GET /\\elsewhere.example/ HTTP/1.1\r\n${head}\r\n`,
  () => `GET * HTTP/1.1\r\n${head}\r\n`,
  () => `OPTIONS * HTTP/1.1\r\n${head}\r\n`,
  () => `CONNECT elsewhere.example:443 HTTP/1.1\r\n${head}\r\n`,
  () => `TRACE / HTTP/1.1\r\n${head}X-${mark}: ${mark}\r\n\r\n`,
  () => `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n`,
  () => `\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03${mark}`,
  (count) => '\0'.repeat(count * 100),
  () => `POST /api/v1/reports HTTP/1.1\r\n${head}${json}Content-Length: 5\r\nContent-Length: 6\r\n\r\n{"a":`,
  () =>
    `POST /api/v1/reports HTTP/1.1\r\n${head}${json}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /${mark} HTTP/1.1\r\n\r\n`,
  () => `POST /api/v1/reports HTTP/1.1\r\n${head}${json}Transfer-Encoding: chunked, ${mark}\r\n\r\n0\r\n\r\n`,
  () => `POST /api/v1/reports HTTP/1.1\r\n${head}${json}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`,
  () => `POST /api/v1/reports HTTP/1.1\r\n${head}${json}Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n${mark}`,
  () =>
    `POST /api/v1/reports HTTP/1.1\r\n${head}${json}Transfer-Encoding: chunked\r\n\r\n5;${mark}=${mark}\r\n{"a":\r\nzz\r\n`,
  () => `POST /api/v1/reports HTTP/1.1\r\n${head}${json}Content-Length: -1\r\n\r\n{}`,
  () => `POST /api/v1/reports HTTP/1.1\r\n${head}${json}Content-Length: 99999999999999999999\r\n\r\n{}`,
  () => `POST /api/v1/reports HTTP/1.1\r\n${head}${json}Content-Length: 400\r\n\r\n{"what":"${mark}"`,
  () =>
    `POST /en/report HTTP/1.1\r\n${head}Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 900\r\n\r\n--b\r\nContent-Disposition: form-data; name="what"\r\n\r\n${mark}`,
  () => `POST /en/report HTTP/1.1\r\n${head}Expect: 100-continue\r\nContent-Length: 9\r\n\r\n`,
  () =>
    `GET /api/v1/session HTTP/1.1\r\n${head}Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${mark}\r\n\r\n`,
  () =>
    `GET /api/v1/session HTTP/1.1\r\n${head}Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n`,
  () => `GET / HTTP/1.1\r\n${head}Cookie: ${'a=b; '.repeat(2_000)}\r\n\r\n`,
];

/** The nth of them: one as it stands, or cut somewhere, or with a byte of it changed, or two on one connection. */
export function malformed(seed: number, attempt: number): string {
  const dice = throwDice(seed, attempt);
  const one = kinds[attempt % kinds.length]!(dice.oneOf([1, 30, 60]));
  const at = dice.below(one.length + 1);
  if (attempt < kinds.length) return one;
  if (dice.inHundred(30)) return one.slice(0, at);
  if (dice.inHundred(60)) return one.slice(0, at) + String.fromCharCode(dice.below(256)) + one.slice(at + 1);
  return one + dice.oneOf(kinds)(1);
}
