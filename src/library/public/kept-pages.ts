import type { PublicSetting } from '../../platform/pages/setting.ts';
import type { Library } from '../reading/library.ts';

interface Kept {
  /** What the pages say of the community: when it changes, all are drawn anew. */
  setting: string;
  pages: Map<string, string>;
}

const shelves = new WeakMap<Library, Kept>();

/** The same setting in any language, as a text that changes when the community does. */
const markOf = ({ language: _, ...setting }: PublicSetting): string => JSON.stringify(setting);

/** The page as drawn before, or drawn now and kept, as long as neither the library nor the community changes. */
export const keptPage = (library: Library, setting: PublicSetting, path: string, draw: () => string): string => {
  const mark = markOf(setting);
  const before = shelves.get(library);
  const kept = before?.setting === mark ? before : { setting: mark, pages: new Map<string, string>() };
  if (kept !== before) shelves.set(library, kept);
  const known = kept.pages.get(path);
  if (known !== undefined) return known;
  const drawn = draw();
  kept.pages.set(path, drawn);
  return drawn;
};
