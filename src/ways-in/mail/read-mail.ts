import PostalMime, { type Email } from 'postal-mime';
import { wordsLimit } from '../../reports/contract.ts';

/** A mail as far as a report is made of it. */
export type ReadMail = {
  /** Its own id and its words: what tells it from any other mail. */
  identity: string;
  words: string;
  /** Name and address of whoever sent it, for the sealed identity only. */
  contact: string;
  files: File[];
  /** True where the mail holds more than the report will: words beyond the limit, or nothing that could be read. */
  isCut: boolean;
  /** Sent by a program, or marked as spam on its way: it is taken, and stands behind. */
  isAutomatic: boolean;
  /** To whom an answer may go, or null. */
  answerTo: string | null;
};

const unreadable: Omit<ReadMail, 'identity'> = {
  words: '',
  contact: '',
  files: [],
  isCut: true,
  isAutomatic: false,
  answerTo: null,
};

/** Reads the source of a mail, whatever is in it; one that cannot be read is still a mail that somebody sent. */
export async function readMail(source: Buffer): Promise<ReadMail> {
  const limits = { maxNestingDepth: 20, maxHeadersSize: 1_000_000 };
  const mail = await PostalMime.parse(source, limits).catch(() => null);
  if (mail === null) return { ...unreadable, identity: source.toString('latin1') };
  const told = [mail.subject?.trim(), wordsOf(mail)].filter(Boolean).join('\n\n');
  const isAutomatic = isFromAProgram(mail);
  const address = mail.from?.address ?? '';
  return {
    identity: `${mail.messageId ?? ''}\n${told}`,
    words: told.slice(0, wordsLimit),
    contact: [mail.from?.name, address && `<${address}>`].filter(Boolean).join(' ').slice(0, 1_000),
    files: mail.attachments.map(
      ({ filename, mimeType, content }) => new File([content as BlobPart], filename ?? '', { type: mimeType }),
    ),
    isCut: told === '' || told.length > wordsLimit,
    isAutomatic,
    answerTo: isAutomatic || !/^[^\s@<>,]+@[^\s@<>,]+$/.test(address) ? null : address,
  };
}

const wordsOf = ({ text, html }: Email): string => (text?.trim() ? text.trim() : html ? plainWords(html) : '');

const headerOf = ({ headers }: Email, name: string) =>
  headers
    .find(({ key }) => key === name)
    ?.value.trim()
    .toLowerCase() ?? '';

function isFromAProgram(mail: Email): boolean {
  const submitted = headerOf(mail, 'auto-submitted');
  return (
    (submitted !== '' && submitted !== 'no') ||
    /^(bulk|list|junk)$/.test(headerOf(mail, 'precedence')) ||
    headerOf(mail, 'return-path') === '<>' ||
    headerOf(mail, 'list-id') !== '' ||
    headerOf(mail, 'x-spam-flag').startsWith('yes')
  );
}

const longestHtml = 400_000;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const letterOf = (code: number) => (code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : ' ');

/** The words of a page, line by line; nothing of it is ever drawn as a page. */
const plainWords = (html: string): string =>
  html
    .slice(0, longestHtml)
    .replaceAll(/<(script|style|head)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, ' ')
    .replaceAll(/<(?:br|\/p|\/div|\/tr|\/li|\/h[1-6])\b[^>]*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#(\d{1,7});/g, (_, digits: string) => letterOf(Number(digits)))
    .replaceAll(/&#x([0-9a-f]{1,6});/gi, (_, digits: string) => letterOf(Number.parseInt(digits, 16)))
    .replaceAll(/&([a-z]{2,6});/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/ ?\n\s*/g, '\n')
    .trim();
