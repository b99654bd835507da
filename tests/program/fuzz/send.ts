import { Agent, request } from 'node:http';
import { connect } from 'node:net';

export type Came = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

const bytesRead = 300_000;

/** A client that keeps as many connections as it has senders; an answer that does not end in time is `hang`. */
export function openSender(url: string, atOnce: number, secondsAtMost: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const { hostname, port } = new URL(url);
  const send = (method: string, path: string, headers: Record<string, string>, body: Buffer | null) =>
    new Promise<Came | 'hang' | 'refused by the client' | 'cut'>((resolve) => {
      try {
        const asked = request(
          { hostname, port, agent, method, path, headers: withLength(headers, body), timeout: secondsAtMost * 1_000 },
          (answer) => {
            const pieces: Buffer[] = [];
            let size = 0;
            if (isStream(answer.headers)) {
              resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: '' });
              asked.destroy();
              return;
            }
            answer.on('data', (piece: Buffer) => {
              if (size < bytesRead) pieces.push(piece);
              size += piece.length;
            });
            answer.on('end', () =>
              resolve({
                status: answer.statusCode ?? 0,
                headers: answer.headers,
                text: Buffer.concat(pieces).toString(),
              }),
            );
            answer.on('error', () => resolve('cut'));
          },
        );
        asked.on('timeout', () => {
          resolve('hang');
          asked.destroy();
        });
        asked.on('error', () => resolve('cut'));
        asked.end(body ?? undefined);
      } catch {
        resolve('refused by the client');
      }
    });
  return { send, close: () => agent.destroy() };
}

/** News as it comes: it has no end to wait for. */
const isStream = (headers: Came['headers']) => String(headers['content-type']).startsWith('text/event-stream');

const withLength = (headers: Record<string, string>, body: Buffer | null) =>
  body ? { ...headers, 'content-length': String(body.length) } : headers;

/** Puts bytes on a connection of their own and gives what came back until the other end closed it, or `hang`. */
export function sendBytes(url: string, bytes: string, secondsAtMost: number): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(Number(port), hostname, () => socket.end(Buffer.from(bytes, 'latin1')));
    socket.setEncoding('latin1').on('data', (piece) => {
      if (said.length < bytesRead) said += piece;
    });
    socket.setTimeout(secondsAtMost * 1_000, () => {
      resolve('hang');
      socket.destroy();
    });
    socket.on('error', () => resolve(said));
    socket.on('close', () => resolve(said));
  });
}
