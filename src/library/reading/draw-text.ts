import type { Root } from 'hast';
import type { Root as Markdown, Nodes } from 'mdast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeSlug from 'rehype-slug';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { decorate } from './decorate.ts';

/** What a text needs to know of what stands around it. */
export interface Surroundings {
  /** Where a link leads, or null where it leads nowhere and stays plain words. */
  resolve(target: string): string | null;
  /** What a mark becomes: its number in the list of sources, what it is called when read aloud, whether it is the first. */
  cite(source: string): { number: number; label: string; isFirst: boolean } | null;
}

const schema: typeof defaultSchema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => !['img', 'picture', 'source', 'video'].includes(name)),
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto', 'tel'] },
};

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
const toPage = unified().use(remarkRehype).use(rehypeSanitize, schema).use(rehypeSlug, { prefix: 'read-' }).freeze();

/** Puts each link's address in place of its name; a link to nowhere becomes its words. */
const resolveLinks = (node: Nodes, resolve: Surroundings['resolve']): void => {
  if (!('children' in node)) return;
  node.children = node.children.flatMap((child): Nodes[] => {
    resolveLinks(child, resolve);
    if (child.type !== 'link' && child.type !== 'definition') return [child];
    const url = resolve(child.url);
    if (url === null) return child.type === 'link' ? child.children : [];
    return [{ ...child, url }];
  }) as typeof node.children;
};

/**
 * Turns Markdown into the tree of a page: no raw HTML, no images, no script, nothing that was not asked for. Marks become
 * numbers that lead to the sources, `- [ ]` lists become lists that one can tick on paper, wide tables can be scrolled.
 */
export const drawText = (markdown: string, surroundings: Surroundings): Root => {
  const text: Markdown = parser.parse(markdown);
  resolveLinks(text, surroundings.resolve);
  const tree = toPage.runSync(text) as Root;
  return decorate(tree, surroundings);
};
