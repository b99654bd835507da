import { frontMatter } from '../contract.ts';
import type { Article } from './article.ts';
import type { Fault } from './faults.ts';
import { checkPart, readYaml } from './read-yaml.ts';
import { type Scan, scanMarkdown } from './scan-markdown.ts';

/** A text longer than this (characters) is not read: the longest of ours has a tenth of it. */
const longest = 200_000;
const parts = /^---\n([\s\S]*?)\n---\n/;

export interface ArticleFile {
  language: string;
  phase: string;
  slug: string;
  file: string;
  isOwn: boolean;
  text: string;
}

export type ReadArticle = { article: Article | null; faults: Fault[] };

/** Reads one article, or says with file and line what keeps it from being served. Faults beside an article only warn. */
export const readArticle = ({ text: given, ...place }: ArticleFile): ReadArticle => {
  const { file, phase, slug } = place;
  const refuse = (line: number, because: string) => ({ article: null, faults: [{ file, line, because }] });
  if (given.length > longest) return refuse(1, `longer than ${longest} characters`);
  const text = given.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const [whole = '', head] = parts.exec(text) ?? [];
  if (head === undefined) return refuse(1, 'must start with front matter between two lines of ---');
  const yaml = readYaml(file, head, 2);
  if (yaml.faults.length > 0) return { article: null, faults: yaml.faults };
  const read = checkPart(file, yaml, [], yaml.value, frontMatter);
  if ('faults' in read) return { article: null, faults: read.faults };
  if (read.part.id !== `${phase}.${slug}` || read.part.phase !== phase)
    return refuse(yaml.lineOf(['id']), `id and phase: must be ${phase}.${slug} and ${phase}, as the file is named`);
  const body = text.slice(whole.length);
  const firstLine = whole.split('\n').length;
  const scan = scanMarkdown(body, firstLine);
  const article = { ...read.part, ...place, phase: read.part.phase, body, firstLine, scan };
  return {
    article: { ...article, sections: sectionsOf(body, firstLine, scan) },
    faults: [...headingFaults(file, scan), ...shapeFaults(file, scan)],
  };
};

const sectionsOf = (body: string, firstLine: number, { headings }: Scan): Article['sections'] => {
  const lines = body.split('\n');
  const tops = headings.filter(({ depth }) => depth === 2);
  return tops.map(({ title, line }, nth) => {
    const next = (tops[nth + 1]?.line ?? firstLine + lines.length) - firstLine;
    return {
      title,
      line,
      markdown: lines
        .slice(line - firstLine + 1, next)
        .join('\n')
        .trim(),
    };
  });
};

/** The title is the page's only first-level heading, and no level may be jumped over on the way down. */
const headingFaults = (file: string, { headings }: Scan): Fault[] =>
  headings.flatMap(({ depth, line }, nth) => {
    const above = headings[nth - 1]?.depth ?? 1;
    const isInOrder = depth > 1 && depth <= above + 1;
    return isInOrder ? [] : [{ file, line, because: `heading of level ${depth} out of order` }];
  });

const shapeFaults = (file: string, { html, images }: Scan): Fault[] => [
  ...html.map((line) => ({ file, line, because: 'raw HTML is left out' })),
  ...images.map((line) => ({ file, line, because: 'an image is left out: texts have none' })),
];
