import type { PublicSetting } from '../../platform/pages/setting.ts';
import type { Library } from '../reading/library.ts';

/** The drawn pages by what they say of their community: when that changes, all of it are drawn anew. */
type Kept = Map<string, Map<string, Page>>;

/** A page as it goes out: encoding one anew for each reader would cost more than all the rest. */
type Page = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

const shelves = new WeakMap<Library, Kept>();
/** The pages of so many communities are kept at once; more make room for themselves. */
const communitiesAtMost = 20;

const marks = new WeakMap<PublicSetting, string>();

/** The same setting in any language, as a text that changes when the community does. */
const markOf = (setting: PublicSetting): string => {
  const known = marks.get(setting);
  if (known !== undefined) return known;
  const { language: _, ...rest } = setting;
  const mark = JSON.stringify(rest);
  marks.set(setting, mark);
  return mark;
};

/** The page as drawn before, or drawn now and kept, as long as neither the library nor the community changes. */
export const keptPage = (library: Library, setting: PublicSetting, path: string, draw: () => string): Page => {
  const pages = pagesOf(library, markOf(setting));
  const known = pages.get(path);
  if (known !== undefined) return known;
  const drawn = encoder.encode(draw());
  pages.set(path, drawn);
  return drawn;
};

const pagesOf = (library: Library, mark: string): Map<string, Page> => {
  const kept: Kept = shelves.get(library) ?? new Map();
  shelves.set(library, kept);
  const known = kept.get(mark);
  if (known) return known;
  if (kept.size >= communitiesAtMost) kept.clear();
  const pages = new Map<string, Page>();
  kept.set(mark, pages);
  return pages;
};
