import { existsSync, readdirSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { isLanguage, languages } from '../../platform/i18n/index.ts';
import { programFolder } from '../../platform/program-folder.ts';
import {
  type AddedLanguage,
  addedLanguage,
  country,
  course,
  evidence,
  finding,
  phases,
  type Resource,
  resource,
  source,
} from '../contract.ts';
import { type CheckedLinks, readCheckedLinks } from '../links/checked-links.ts';
import { readAddedWords } from './added-words.ts';
import type { Article } from './article.ts';
import { checkTogether } from './check-library.ts';
import type { Fault } from './faults.ts';
import { inChainOrder, type Library } from './library.ts';
import { type ArticleFile, readArticle } from './read-article.ts';
import { checkPart, readList, readYaml, type YamlText } from './read-yaml.ts';

/** The texts and data that come with the program. */
export const ownContent = join(programFolder, 'content');

/** A file larger than this (bytes) is not opened. */
const largestFile = 1_000_000;
const filesAtATime = 12;

interface Found {
  file: string;
  isOwn: boolean;
  text: string | null;
}

type Folder = { path: string; isOwn: boolean };

const open = async ({ path, isOwn }: Folder, file: string): Promise<Found | null> => {
  const full = join(path, file);
  const there = await stat(full).catch(() => null);
  if (!there?.isFile()) return null;
  return { file, isOwn, text: there.size > largestFile ? null : await readFile(full, 'utf8') };
};

const tooLarge = (file: string): Fault => ({ file, line: 1, because: `larger than ${largestFile} bytes` });

const textsIn = ({ path }: Folder): { language: string; phase: string; slug: string }[] =>
  [...languages, ...codesIn(path)].flatMap((language) =>
    phases.flatMap((phase) => {
      const folder = join(path, language, phase);
      const names = existsSync(folder) ? readdirSync(folder) : [];
      const slugs = names.filter((name) => /^[a-z0-9-]+\.md$/.test(name)).map((name) => name.slice(0, -3));
      return slugs.sort().map((slug) => ({ language, phase, slug }));
    }),
  );

/** Reads the articles of one folder, a few at a time so that others get their turn meanwhile. */
const readTexts = async (folder: Folder): Promise<{ articles: Article[]; faults: Fault[] }> => {
  const articles: Article[] = [];
  const faults: Fault[] = [];
  const texts = textsIn(folder);
  for (let at = 0; at < texts.length; at += filesAtATime) {
    const some = texts.slice(at, at + filesAtATime);
    const opened = await Promise.all(
      some.map(async (text) => ({
        ...text,
        found: await open(folder, `${text.language}/${text.phase}/${text.slug}.md`),
      })),
    );
    for (const { found, ...text } of opened) {
      if (!found) continue;
      const { article, faults: own } =
        found.text === null
          ? { article: null, faults: [tooLarge(found.file)] }
          : readArticle({ ...text, ...found, text: found.text } as ArticleFile);
      if (article) articles.push(article);
      faults.push(...own);
    }
  }
  return { articles, faults };
};

/** Folders of languages beside the four: each has a `language.yaml` that says what it is. */
const codesIn = (path: string): string[] => {
  const names = existsSync(path) ? readdirSync(path).sort() : [];
  return names.filter((name) => !isLanguage(name) && existsSync(join(path, name, 'language.yaml')));
};

type ReadLanguage = AddedLanguage & { words: Record<string, string> | null };

const readAdded = async (folder: Folder): Promise<{ entries: ReadLanguage[]; faults: Fault[] }> => {
  const read = await Promise.all(codesIn(folder.path).map((code) => readAddedLanguage(folder, code)));
  return { entries: read.flatMap(({ entries }) => entries), faults: read.flatMap(({ faults }) => faults) };
};

const readAddedLanguage = async (
  folder: Folder,
  code: string,
): Promise<{ entries: ReadLanguage[]; faults: Fault[] }> => {
  const file = `${code}/language.yaml`;
  const { yaml } = await readOne(folder, file);
  const value = yaml.value && typeof yaml.value === 'object' ? { ...yaml.value, code } : yaml.value;
  const read = yaml.faults.length > 0 ? { faults: yaml.faults } : checkPart(file, yaml, [], value, addedLanguage);
  if ('faults' in read) return { entries: [], faults: read.faults };
  const spoken = await readOne(folder, `${code}/words.yaml`);
  const { words, faults } = spoken.isThere
    ? readAddedWords(`${code}/words.yaml`, spoken.yaml)
    : { words: null, faults: [] };
  return { entries: [{ ...read.part, words }], faults };
};

const noYaml: YamlText = { value: null, faults: [], lineOf: () => 1 };

/** One data file of one folder; a missing one is empty. */
const readOne = async (folder: Folder, file: string): Promise<{ yaml: YamlText; isThere: boolean }> => {
  const found = await open(folder, file);
  if (!found) return { yaml: noYaml, isThere: false };
  if (found.text === null) return { yaml: { ...noYaml, faults: [tooLarge(file)] }, isThere: true };
  return { yaml: readYaml(file, found.text), isThere: true };
};

/** The entries of a data file, the operator's in place of ours where both have an id. */
const readEntries = async <Kind extends z.ZodType<{ id: string }>>(
  folders: readonly Folder[],
  file: string,
  kind: Kind,
  key?: string,
): Promise<{ entries: z.output<Kind>[]; faults: Fault[] }> => {
  const byId = new Map<string, z.output<Kind>>();
  const faults: Fault[] = [];
  for (const folder of folders) {
    const { yaml, isThere } = await readOne(folder, file);
    if (!isThere) continue;
    const list = key ? (yaml.value as Record<string, unknown> | null)?.[key] : yaml.value;
    const read = readList(file, yaml, kind, list, key ? [key] : []);
    for (const entry of read.entries) byId.set(entry.id, entry);
    faults.push(...read.faults);
  }
  return { entries: [...byId.values()], faults };
};

const readFinding = async (folder: Folder) => {
  const file = 'country-advice.yaml';
  const { yaml } = await readOne(folder, file);
  const given = (yaml.value as { toolkitFinding?: unknown } | null)?.toolkitFinding;
  const read = checkPart(file, yaml, ['toolkitFinding'], given, finding);
  return 'part' in read ? { entry: read.part, faults: [] } : { entry: null, faults: read.faults };
};

/** Each course is a file of its own. */
const readCourses = async (folders: readonly Folder[]) => {
  const byId = new Map<string, z.output<typeof course>>();
  const faults: Fault[] = [];
  for (const folder of folders) {
    const place = join(folder.path, 'courses');
    const names = existsSync(place) ? readdirSync(place).filter((name) => name.endsWith('.yaml')) : [];
    for (const name of names.sort()) {
      const file = `courses/${name}`;
      const { yaml } = await readOne(folder, file);
      const read = yaml.faults.length > 0 ? { faults: yaml.faults } : checkPart(file, yaml, [], yaml.value, course);
      if ('part' in read) byId.set(read.part.id, read.part);
      else faults.push(...read.faults);
    }
  }
  return { entries: [...byId.values()], faults };
};

/** The order in which the articles of each link are best read, as ids. */
const readOrder = async (folder: Folder): Promise<string[]> => {
  const { yaml } = await readOne(folder, 'order.yaml');
  return Array.isArray(yaml.value) ? yaml.value.filter((id): id is string => typeof id === 'string') : [];
};

/** Each resource with the day on which this installation last reached it. */
const withDays = (resources: readonly Resource[], days: CheckedLinks): Resource[] =>
  resources.map((resource) => ({ ...resource, checked: days[resource.url] ?? resource.checked }));

const together = (own: readonly Article[], operators: readonly Article[]): Article[] => {
  const byKey = new Map([...own, ...operators].map((article) => [`${article.language} ${article.id}`, article]));
  return [...byKey.values()];
};

/**
 * Reads every text and data file of the library, checks them alone and together, and puts the operator's own folder over
 * ours. Never throws for what stands in a file: a faulty entry is left out (ours stays in place of the operator's), the
 * rest is there, and `faults` says why, with file and line.
 */
export const openLibrary = async (operatorsFolder?: string, content = ownContent): Promise<Library> => {
  const ours = { path: content, isOwn: false };
  const folders = operatorsFolder ? [ours, { path: operatorsFolder, isOwn: true }] : [ours];
  const texts = await Promise.all(folders.map(readTexts));
  const articles = together(texts[0]?.articles ?? [], texts[1]?.articles ?? []);
  const order = await readOrder(ours);
  const sources = await readEntries(folders, 'sources.yaml', source);
  const resources = await readEntries(folders, 'resources.yaml', resource);
  const countries = await readEntries(folders, 'country-advice.yaml', country, 'countries');
  const figures = await readEntries(folders, 'evidence.yaml', evidence);
  const courses = await readCourses(folders);
  const found = await readFinding(ours);
  const added = operatorsFolder ? await readAdded({ path: operatorsFolder, isOwn: true }) : { entries: [], faults: [] };
  const inLanguage = (language: string) =>
    inChainOrder(
      articles.filter((article) => article.language === language),
      order,
    );
  const library: Library = {
    articles: { en: inLanguage('en'), ca: inLanguage('ca'), es: inLanguage('es'), fr: inLanguage('fr') },
    added: added.entries.map((language) => ({ ...language, articles: inLanguage(language.code) })),
    order,
    sources: new Map(sources.entries.map((each) => [each.id, each])),
    resources: withDays(resources.entries, operatorsFolder ? await readCheckedLinks(operatorsFolder) : {}),
    countries: countries.entries,
    finding: found.entry,
    evidence: figures.entries,
    courses: courses.entries,
    faults: [],
  };
  const alone = [texts, [sources, resources, countries, figures, courses, found, added]]
    .flat()
    .flatMap(({ faults }) => faults);
  return { ...library, faults: [...alone, ...checkTogether(library)] };
};
