import { ImapFlow } from 'imapflow';
import type { OpenedMailbox } from './mailbox.ts';

/** Why a look into the mailbox failed; nothing of what a server says is kept. */
export class MailboxTrouble extends Error {
  override name = 'MailboxTrouble';
  readonly because: 'unreachable' | 'certificate' | 'refused' | 'no-such-folder';
  constructor(because: MailboxTrouble['because']) {
    super(because);
    this.because = because;
  }
}

/** A folder that is open: what lies in it and was not taken, each mail's source, and what becomes of it then. */
export type OpenFolder = {
  untaken(): Promise<number[]>;
  sourceOf(mail: number): Promise<Buffer | null>;
  markTaken(mail: number): Promise<void>;
  remove(mail: number): Promise<void>;
};

/** Set on the server where it can be; what is taken is known by our own marks, so that one which forgets it does no harm. */
const takenFlag = '$Forestall';
const mostBytes = 30 * 1024 * 1024;
const waitMilliseconds = 15_000;
const nearby = ['127.0.0.1', '::1', 'localhost'];

/** Where the server shows a certificate that is not for its name, has run out, or comes from nobody whom we trust. */
const isAboutCertificate = (code: string | undefined) =>
  /^ERR_TLS_CERT|^CERT_|SELF_SIGNED|^UNABLE_TO_(GET|VERIFY)/.test(code ?? '');

const clientFor = ({ host, port, isTlsFromStart, user, secret, authority }: OpenedMailbox) =>
  new ImapFlow({
    host,
    port,
    secure: isTlsFromStart,
    // Nothing goes over a network in the clear: a server without TLS is refused, unless it is this very machine.
    ...(isTlsFromStart || nearby.includes(host) ? {} : { doSTARTTLS: true }),
    ...(authority === '' ? {} : { tls: { ca: authority } }),
    auth: { user, pass: secret },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: waitMilliseconds,
    greetingTimeout: waitMilliseconds,
    socketTimeout: waitMilliseconds * 4,
  });

/** Opens the folder, hands it to `work` and leaves, whatever happened; a server that cannot be used is a `MailboxTrouble`. */
export async function lookInto<T>(
  mailbox: OpenedMailbox,
  since: Date,
  work: (folder: OpenFolder) => Promise<T>,
): Promise<T> {
  const client = clientFor(mailbox);
  // A connection that breaks is told by whatever waited for it; without a listener it would end the program.
  client.on('error', () => {});
  try {
    await client.connect().catch((error: { authenticationFailed?: boolean; code?: string }) => {
      if (isAboutCertificate(error.code)) throw new MailboxTrouble('certificate');
      throw new MailboxTrouble(error.authenticationFailed ? 'refused' : 'unreachable');
    });
    await client.mailboxOpen(mailbox.folder).catch(() => {
      throw new MailboxTrouble('no-such-folder');
    });
    return await work(folderOf(client, since));
  } catch (error) {
    throw client.usable || error instanceof MailboxTrouble ? error : new MailboxTrouble('unreachable');
  } finally {
    await client.logout().catch(() => client.close());
  }
}

/** A client whose connection broke answers as if there were nothing: that is never taken for an answer. */
async function heard<T>(client: ImapFlow, asking: Promise<T>): Promise<T> {
  const answer = await asking;
  if (!client.usable) throw new MailboxTrouble('unreachable');
  return answer;
}

const folderOf = (client: ImapFlow, since: Date): OpenFolder => ({
  async untaken() {
    const query = { unKeyword: takenFlag, deleted: false, since };
    return (await heard(client, client.search(query, { uid: true }))) || [];
  },
  async sourceOf(mail) {
    const query = { source: { maxLength: mostBytes } };
    const found = await heard(client, client.fetchOne(String(mail), query, { uid: true }));
    return found ? (found.source ?? null) : null;
  },
  async markTaken(mail) {
    await heard(client, client.messageFlagsAdd(String(mail), ['\\Seen', takenFlag], { uid: true }));
  },
  async remove(mail) {
    await heard(client, client.messageDelete(String(mail), { uid: true }));
  },
});
