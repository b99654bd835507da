import type { z } from 'zod';
import type { frontMatter } from '../contract.ts';
import type { Scan } from './scan-markdown.ts';

/** One article in one language, checked but not yet drawn. */
export interface Article extends z.infer<typeof frontMatter> {
  /** One of the four, or one that the community added. */
  language: string;
  slug: string;
  /** Where it was read, from the content folder on. */
  file: string;
  /** True where the operator's own text stands in place of ours, or beside it. */
  isOwn: boolean;
  /** The text in Markdown, without its front matter. */
  body: string;
  /** The line of the file on which the body starts. */
  firstLine: number;
  /** Its parts: each second-level heading with the Markdown below it. */
  sections: { title: string; markdown: string; line: number }[];
  scan: Scan;
}
