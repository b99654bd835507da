// Run as a process of its own: reads what a book holds from standard input and writes the book.
import type { Bound } from './book.ts';
import { makeBookPdf } from './book-pdf.ts';
import { makeEpub } from './epub.ts';

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { kind, bound, sources } = JSON.parse(Buffer.concat(chunks).toString());
const whole: Bound = { ...bound, library: { ...bound.library, sources: new Map(sources) } };
const bytes = kind === 'pdf' ? await makeBookPdf(whole) : await makeEpub(whole);
process.stdout.write(bytes);
