import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Refused } from '../../platform/errors.ts';
import { isLanguage } from '../../platform/i18n/index.ts';
import { programFolder } from '../../platform/program-folder.ts';
import { receiptGate } from '../../platform/vault/index.ts';
import { codeOf } from '../pages/page-words.ts';
import type { Library } from '../reading/library.ts';
import type { Bound } from './book.ts';

export type BookKind = 'pdf' | 'epub';

const secondsAtMost = 120;
const memoryMegabytes = 768;

/** One book at a time for the whole process, a few in line: it takes seconds of a processor, and reports come first. */
const gate = receiptGate({ atOnce: 1, queue: 20 });

/** Only what a book of this language holds: its articles and the sources. */
const leanLibrary = (library: Library, language: string): Omit<Library, 'sources'> => ({
  ...library,
  articles: {
    en: [],
    ca: [],
    es: [],
    fr: [],
    ...(isLanguage(language) ? { [language]: library.articles[language] } : {}),
  },
  added: library.added.filter(({ code }) => code === language),
  resources: [],
  countries: [],
  evidence: [],
  courses: [],
  faults: [],
});

/**
 * Draws a book in a process of its own, so that this one keeps answering. Refuses with `too-fast` when too many wait; a book
 * that cannot be drawn within two minutes is a bug.
 */
export async function makeBook(bound: Bound, kind: BookKind): Promise<Uint8Array<ArrayBuffer>> {
  const { library, ...place } = bound;
  const language = codeOf(bound.setting);
  const lean = { ...place, library: leanLibrary(library, language) };
  const asked = JSON.stringify({ kind, bound: lean, sources: [...library.sources] });
  const drawn = await gate.run(() => draw(asked));
  if (drawn === 'busy') throw new Refused({ kind: 'too-fast', retryAfterSeconds: 30 });
  return drawn;
}

const draw = (asked: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Promise((resolve, reject) => {
    const script = join(programFolder, 'src', 'library', 'takeaway', 'draw-book.ts');
    const child = spawn(process.execPath, [`--max-old-space-size=${memoryMegabytes}`, script], {
      env: { MALLOC_ARENA_MAX: '2' },
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: secondsAtMost * 1_000,
      killSignal: 'SIGKILL',
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 && chunks.length > 0
        ? resolve(new Uint8Array(Buffer.concat(chunks)))
        : reject(new Error('the book could not be drawn')),
    );
    child.stdin.on('error', () => {});
    child.stdin.end(asked);
  });
