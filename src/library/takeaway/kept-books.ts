import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ground } from '../../platform/ground.ts';
import { codeOf } from '../pages/page-words.ts';
import { articlesOf, type Bound, reportAddress } from './book.ts';
import { type BookKind, makeBook } from './make-book.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Goes up when a book is drawn in another way from the same texts. */
const edition = 1;

const folders = new WeakMap<Ground, string>();
const opened = new Map<string, Promise<Bytes>>();

/** Names the folder in which made books are kept from one start to the next. */
export const keepBooksIn = (ground: Ground, folder: string): void => void folders.set(ground, folder);

const languageOf = ({ setting }: Bound): string => codeOf(setting);

const nameOf = (bound: Bound, kind: BookKind): string => {
  const { library, setting } = bound;
  const { communityName } = setting;
  const language = languageOf(bound);
  const texts = articlesOf(bound).map(({ scan: _, sections: __, ...article }) => article);
  const all = JSON.stringify([edition, communityName, reportAddress(bound), texts, [...library.sources]]);
  return `library-${language}-${createHash('sha256').update(all).digest('hex').slice(0, 16)}.${kind}`;
};

const isOf = (name: string, language: string, kind: BookKind): boolean =>
  name.startsWith(`library-${language}-`) && name.endsWith(`.${kind}`);

/** Puts the book in place whole, and takes away the one it replaces. */
const keep = async (
  folder: string,
  name: string,
  bytes: Bytes,
  [language, kind]: [string, BookKind],
): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, `${name}.part`), bytes, { mode: 0o600 });
  await rename(join(folder, `${name}.part`), join(folder, name));
  const others = (await readdir(folder)).filter((other) => other !== name && isOf(other, language, kind));
  await Promise.all(others.map((other) => rm(join(folder, other), { force: true })));
};

const open = async (ground: Ground, bound: Bound, kind: BookKind, name: string): Promise<Bytes> => {
  const folder = folders.get(ground);
  const there = folder && (await readFile(join(folder, name)).catch(() => null));
  if (there) return new Uint8Array(there);
  const bytes = await makeBook(bound, kind);
  if (folder)
    await keep(folder, name, bytes, [languageOf(bound), kind]).catch((error: { code?: string }) =>
      ground.log.warn({ code: error.code }, 'library book not kept'),
    );
  return bytes;
};

const names = new WeakMap<object, Map<string, string>>();

const rememberedName = (bound: Bound, kind: BookKind): string => {
  const known = names.get(bound.library) ?? new Map<string, string>();
  names.set(bound.library, known);
  const key = [kind, languageOf(bound), bound.setting.communityName, reportAddress(bound)].join(' ');
  const name = known.get(key) ?? nameOf(bound, kind);
  known.set(key, name);
  return name;
};

/** The whole library as a book: made once for these texts and this community, however many ask at the same time. */
export const bookOf = (ground: Ground, bound: Bound, kind: BookKind): Promise<Bytes> => {
  const name = rememberedName(bound, kind);
  const known = opened.get(name);
  if (known) return known;
  const opening = open(ground, bound, kind, name);
  opened.set(name, opening);
  opening.catch(() => opened.delete(name));
  return opening;
};
