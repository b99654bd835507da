import { createServer, type Server, type Socket } from 'node:net';
import { createSecureContext, createServer as createTlsServer, TLSSocket } from 'node:tls';

type Kept = { uid: number; source: Buffer; flags: Set<string>; arrived: Date };

/** Where the server speaks TLS: from the start, or once the client asks for it. */
export type Tls = { from: 'start' | 'asking'; key: string; certificate: string };

/** A mail server that speaks as much IMAP as a client needs which fetches, marks and removes; on loopback. */
export type ImapServer = {
  port: number;
  deliver(source: string | Buffer): void;
  /** What lies in the mailbox: each mail's flags. */
  flags(): string[][];
  /** From now on the connection breaks when a client is about to mark a mail. */
  breakAtMarks(isBroken: boolean): void;
  close(): Promise<void>;
};

export async function startImapServer(user: string, password: string, tls: Tls | null = null): Promise<ImapServer> {
  const box: Kept[] = [];
  const state = { isBroken: false, next: 1 };
  const sockets = new Set<Socket>();
  const server = listenerFor(tls, (socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    say(socket, '* OK ready\r\n');
    converse(socket, box, { user, password, state, tls: tls?.from === 'asking' ? tls : null });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as { port: number }).port,
    deliver(source) {
      const text = Buffer.from(typeof source === 'string' ? source.replaceAll(/\r?\n/g, '\r\n') : source);
      box.push({ uid: state.next++, source: text, flags: new Set(), arrived: new Date() });
    },
    flags: () => box.map(({ flags }) => [...flags].toSorted()),
    breakAtMarks: (isBroken) => {
      state.isBroken = isBroken;
    },
    close: () =>
      new Promise((closed) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => closed());
      }),
  };
}

const say = (socket: Socket, line: string | Buffer) => socket.write(line);

const listenerFor = (tls: Tls | null, serve: (socket: Socket) => void): Server =>
  tls?.from === 'start'
    ? createTlsServer({ key: tls.key, cert: tls.certificate }, serve).on('tlsClientError', () => {})
    : createServer(serve);

type Rules = { user: string; password: string; state: { isBroken: boolean }; tls: Tls | null };

function converse(socket: Socket, box: Kept[], rules: Rules): void {
  let rest = '';
  socket.on('data', (bytes) => {
    rest += bytes.toString('latin1');
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (rules.tls && / STARTTLS$/i.test(line)) return goOnInTls(socket, line, box, rules, rules.tls);
      answer(line, socket, box, rules, (told) => say(socket, told));
    }
  });
}

/** From here on the same conversation is held in TLS, and nothing that was said before counts. */
function goOnInTls(socket: Socket, line: string, box: Kept[], rules: Rules, tls: Tls): void {
  say(socket, `${line.split(' ')[0]} OK go on\r\n`);
  socket.removeAllListeners('data');
  const secureContext = createSecureContext({ key: tls.key, cert: tls.certificate });
  const secured = new TLSSocket(socket, { isServer: true, secureContext });
  secured.on('error', () => {});
  converse(secured, box, { ...rules, tls: null });
}

function answer(
  line: string,
  socket: Socket,
  box: Kept[],
  rules: Rules,
  say: (line: string | Buffer) => void,
): unknown {
  const [, tag = '*', command = '', words = ''] = /^(\S+) (UID \S+|\S+) ?(.*)$/i.exec(line) ?? [];
  const done = (what = 'OK done') => say(`${tag} ${what}\r\n`);
  switch (command.toUpperCase()) {
    case 'CAPABILITY':
      say(`* CAPABILITY IMAP4rev1 UIDPLUS${rules.tls ? ' STARTTLS LOGINDISABLED' : ''}\r\n`);
      return done();
    case 'LOGIN':
      if (rules.tls) return done('NO not in the clear');
      return words === `"${rules.user}" "${rules.password}"` || words === `${rules.user} ${rules.password}`
        ? done()
        : done('NO [AUTHENTICATIONFAILED] no');
    case 'LIST':
      if (/INBOX/i.test(words)) say('* LIST (\\HasNoChildren) "/" "INBOX"\r\n');
      return done();
    case 'SELECT':
      if (!/INBOX/i.test(words)) return done('NO [NONEXISTENT] no such folder');
      say(`* ${box.length} EXISTS\r\n* OK [UIDVALIDITY 1]\r\n* OK [PERMANENTFLAGS (\\Seen \\Deleted \\*)]\r\n`);
      return done('OK [READ-WRITE] open');
    case 'UID SEARCH':
      say(
        `* SEARCH${box
          .filter(({ flags }) => !flags.has('$Forestall'))
          .map(({ uid }) => ` ${uid}`)
          .join('')}\r\n`,
      );
      return done();
    case 'UID FETCH':
      for (const [at, mail] of box.entries())
        if (words.startsWith(`${mail.uid} `)) tellSource(at + 1, mail, words, say);
      return done();
    case 'UID STORE':
      if (rules.state.isBroken) return socket.destroy();
      for (const mail of box.filter(({ uid }) => words.startsWith(`${uid} `)))
        for (const flag of words.match(/[\\$]\w+/g) ?? []) mail.flags.add(flag);
      return done();
    case 'UID EXPUNGE':
      box.splice(0, box.length, ...box.filter(({ flags }) => !flags.has('\\Deleted')));
      return done();
    case 'LOGOUT':
      say('* BYE\r\n');
      done();
      return socket.end();
    default:
      return done();
  }
}

function tellSource(at: number, { uid, source }: Kept, words: string, say: (line: string | Buffer) => void): void {
  const [, most] = /<0\.(\d+)>/.exec(words) ?? [];
  const told = most ? source.subarray(0, Number(most)) : source;
  say(`* ${at} FETCH (UID ${uid} BODY[]${most ? '<0>' : ''} {${told.length}}\r\n`);
  say(told);
  say(')\r\n');
}
