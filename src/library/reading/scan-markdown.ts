/** A place in a text where something is named. */
export interface Mention {
  target: string;
  line: number;
}

/** What a first look over the lines of a Markdown text finds, without building its tree. */
export interface Scan {
  headings: { depth: number; title: string; line: number }[];
  links: Mention[];
  citations: Mention[];
  images: number[];
  html: number[];
  /** All that it says, without marks. */
  text: string;
}

/** A mark that stands for a source: `[^nij-fein-1995]`. */
export const citation = /\[\^([a-z0-9-]+)\]/g;
const link = /(?<!!)\[(?:[^[\]]|\[[^\]]*\])*\]\(\s*<?([^()\s>]*(?:\([^()\s]*\)[^()\s>]*)*)>?[^)]*\)/g;
const definition = /^ {0,3}\[(?!\^)[^\]]+\]:\s*<?(\S+?)>?(?:\s|$)/;
const html = /<(?:[a-zA-Z][\w-]*(?=[\s/>])|\/[a-zA-Z]|!--|!\[CDATA|\?)/;
const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*$/;
const fence = /^ {0,3}(```|~~~)/;

/** Words without the marks of Markdown. */
export const plain = (markdown: string): string =>
  markdown
    .replaceAll(citation, '')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^\s*(?:[-*+]|\d+\.)\s+(?:\[[ x]\]\s+)?/gm, '')
    .replaceAll(/^\|?[\s:|-]+\|[\s:|-]*$/gm, '')
    .replaceAll(/^#+\s+|^>\s?/gm, '')
    .replaceAll(/[*_`|]+/g, ' ')
    .replaceAll(/\s+([.,;:!?])/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();

const mentions = (text: string, pattern: RegExp, line: number): Mention[] =>
  [...text.matchAll(pattern)].map(([, target]) => ({ target: target ?? '', line }));

/** Looks over a text whose first line is line `first` of its file. What stands in code is no link and no HTML. */
export const scanMarkdown = (body: string, first: number): Scan => {
  const found: Scan = { headings: [], links: [], citations: [], images: [], html: [], text: plain(body) };
  let isCode = false;
  for (const [index, whole] of body.split('\n').entries()) {
    const line = first + index;
    if (fence.test(whole)) isCode = !isCode;
    if (isCode) continue;
    const text = whole.replaceAll(/`[^`]*`/g, '');
    const [, marks = '', title = ''] = heading.exec(text) ?? [];
    if (marks) found.headings.push({ depth: marks.length, title: plain(title), line });
    found.links.push(...mentions(text, link, line));
    const [, defined] = definition.exec(text) ?? [];
    if (defined) found.links.push({ target: defined, line });
    found.citations.push(...mentions(text, citation, line));
    if (/!\[[^\]]*\][([]/.test(text)) found.images.push(line);
    if (html.test(text)) found.html.push(line);
  }
  return found;
};
