import { frontMatter, type TextFault, type WrittenText } from '../contract.ts';
import type { Article } from '../reading/article.ts';
import { checkAmong } from '../reading/check-library.ts';
import type { Fault } from '../reading/faults.ts';
import type { Library } from '../reading/library.ts';
import { type ReadArticle, readArticle } from '../reading/read-article.ts';

/** Which text of the library is meant: `prevent.warning-signs` in one language. */
export interface TextPlace {
  language: string;
  id: string;
}

export const partsOf = ({ id }: Pick<TextPlace, 'id'>): { phase: string; slug: string } => {
  const [phase = '', slug = ''] = id.split('.');
  return { phase, slug };
};

/** Double-quoted JSON is a YAML scalar, so that nothing that somebody types can end it. */
const quoted = (text: string): string => JSON.stringify(text.normalize('NFC').trim());
const listed = (words: readonly string[]): string => `[${words.map(quoted).join(', ')}]`;

/** The text as its file would hold it; a number that is none stays as it was typed, for the check to say so. */
export const markdownOf = (place: TextPlace, fields: WrittenText, updated: string): string => {
  const { phase } = partsOf(place);
  const age = /^\d+$/.test(fields.readingAge.trim()) ? fields.readingAge.trim() : quoted(fields.readingAge);
  const head = [
    `id: ${place.id}`,
    `title: ${quoted(fields.title)}`,
    `summary: ${quoted(fields.summary)}`,
    `phase: ${phase}`,
    `step: ${quoted(fields.step)}`,
    `roles: ${listed(fields.roles)}`,
    `sources: ${listed(fields.sources)}`,
    `readingAge: ${age}`,
    `updated: ${updated}`,
    `status: ${quoted(fields.status)}`,
    ...(fields.reviewedBy.trim() ? [`reviewedBy: ${quoted(fields.reviewedBy)}`] : []),
  ];
  const body = fields.body.replaceAll('\r\n', '\n').trimEnd();
  return `---\n${head.join('\n')}\n---\n\n${body}\n`;
};

export const readWritten = (place: TextPlace, markdown: string): ReadArticle => {
  const { phase, slug } = partsOf(place);
  const file = `${place.language}/${phase}/${slug}.md`;
  return readArticle({ language: place.language, phase, slug, file, isOwn: true, text: markdown });
};

/** The fields of an article, as a form shows them. */
export const fieldsOf = (article: Article): WrittenText => ({
  title: article.title,
  summary: article.summary,
  step: article.step,
  roles: [...article.roles],
  sources: [...article.sources],
  readingAge: String(article.readingAge),
  status: article.status,
  reviewedBy: article.reviewedBy ?? '',
  body: article.body.trim(),
});

const empty: WrittenText = {
  title: '',
  summary: '',
  step: '',
  roles: [],
  sources: [],
  readingAge: '',
  status: '',
  reviewedBy: '',
  body: '',
};

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The fields of a kept text, also of a draft that is not sound yet; what was typed comes back as it was typed. */
export const fieldsOfMarkdown = (markdown: string): WrittenText => {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(markdown) ?? [];
  const found: Record<string, unknown> = {};
  for (const line of head.split('\n')) {
    const [, name = '', value = ''] = /^(\w+): (.*)$/.exec(line) ?? [];
    found[name] = /^["[\d]/.test(value) && !/^\d{4}-/.test(value) ? JSON.parse(value) : value;
  }
  return {
    ...empty,
    title: String(found.title ?? ''),
    summary: String(found.summary ?? ''),
    step: String(found.step ?? ''),
    roles: strings(found.roles),
    sources: strings(found.sources),
    readingAge: String(found.readingAge ?? ''),
    status: String(found.status ?? ''),
    reviewedBy: String(found.reviewedBy ?? ''),
    body: body.replace(/^\n/, '').trimEnd(),
  };
};

const names = new Set(Object.keys(frontMatter.shape));

/** The same fault, told of the form: which field, and which line of the body. */
const toldOfForm =
  (bodyStarts: number) =>
  ({ line, because }: Fault): TextFault => {
    const [, name = '', rest = because] = /^([a-zA-Z]+)(?:\.\d+)?: ([\s\S]*)$/.exec(because) ?? [];
    if (line < bodyStarts) return { field: names.has(name) ? name : 'body', line: null, because: rest };
    return { field: 'body', line: line - bodyStarts + 1, because };
  };

export type CheckedText = { article: Article | null; faults: TextFault[] };

/** Reads a written text by the very checks that read a file: what it becomes, and what is wrong with it and where. */
export const checkWritten = (library: Library, place: TextPlace, markdown: string): CheckedText => {
  const { article, faults } = readWritten(place, markdown);
  const bodyStarts = markdown.slice(0, markdown.indexOf('\n---\n') + 5).split('\n').length + 1;
  const all = [...faults, ...(article ? checkAmong(article, library) : [])];
  return { article, faults: all.map(toldOfForm(bodyStarts)) };
};
