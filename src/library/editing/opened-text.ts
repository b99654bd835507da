import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import { isLanguage, languages, ownNames } from '../../platform/i18n/index.ts';
import type { OpenedText, OpenedVersion, standings, TextList, TextRow } from '../contract.ts';
import type { Article } from '../reading/article.ts';
import { addressOf, articleOf, articlesIn, type Library } from '../reading/library.ts';
import { languagesIn, standingTexts } from './edits.ts';
import { lineChanges } from './line-changes.ts';
import { membersIn, namedIn, presentVersion, publicationsOf, type VersionRow, versionsOf } from './versions.ts';
import { fieldsOf, fieldsOfMarkdown, markdownOf, partsOf, type TextPlace } from './written-text.ts';

type Standing = (typeof standings)[number];

const standingOf = (below: Article | undefined): Standing => (below ? (below.isOwn ? 'folder' : 'program') : 'none');

/** The languages that texts can be written in here: the four, those of the folder, those added in the console. */
export async function languagesOf(tx: Tx, below: Library): Promise<TextList['languages']> {
  const added = new Map(
    [...below.added, ...(await languagesIn(tx))].map(({ code, name, direction, fallsBackTo }) => [
      code,
      { code, name, direction, fallsBackTo },
    ]),
  );
  const own = languages.map((code) => ({ code, name: ownNames[code], direction: 'ltr' as const, fallsBackTo: null }));
  return [...own, ...added.values()];
}

async function requireLanguage(tx: Tx, below: Library, { language }: TextPlace): Promise<void> {
  if (isLanguage(language)) return;
  if (!(await languagesOf(tx, below)).some(({ code }) => code === language)) throw notFound();
}

type Found = { below: Article | undefined; standing: Standing; markdown: string | null; article: Article | undefined };

/** The text that stands now: the console's where it published one, else what lies below. */
const found = (below: Library, place: TextPlace, version: VersionRow | undefined): Found => {
  const article = articleOf(below, place.language, place.id);
  if (version) return { below: article, article, standing: 'console', markdown: version.markdown };
  const markdown = article ? markdownOf(place, fieldsOf(article), article.updated) : null;
  return { below: article, article, standing: standingOf(article), markdown };
};

/** One text with what stands, the reader's own draft, every version and everything that was ever made public. */
export async function openText(tx: Tx<PersonActor>, below: Library, place: TextPlace): Promise<OpenedText> {
  await requireLanguage(tx, below, place);
  const [versions, publications] = [await versionsOf(tx, place), await publicationsOf(tx, place)];
  const members = await membersIn(tx, versions, publications);
  const [last] = publications;
  const { standing, markdown, article } = found(
    below,
    place,
    versions.find(({ number }) => number === last?.version),
  );
  const draft = versions.find(({ authorId, state }) => state === 'draft' && authorId === tx.actor.personId);
  const { phase, slug } = partsOf(place);
  return {
    ...place,
    address: addressOf({ language: place.language, phase: phase as Article['phase'], slug }),
    standing,
    below: standingOf(article),
    position: last?.position ?? 0,
    version: last?.version ?? null,
    fields: markdown === null ? null : fieldsOfMarkdown(markdown),
    draft: draft ? { number: draft.number, fields: fieldsOfMarkdown(draft.markdown) } : null,
    versions: versions.map((row) => presentVersion(row, members)),
    publications: publications.map(({ position, version, byId, at }) => ({
      position,
      version,
      by: namedIn(members)(byId),
      at: at.toISOString(),
    })),
    sources: [...below.sources.values()].map(({ id, title }) => ({ id, title })),
  };
}

/** One version with what it changes: against what stands now while it is open, else against what stood before it. */
export async function openVersion(tx: Tx, below: Library, place: TextPlace, number: number): Promise<OpenedVersion> {
  const versions = await versionsOf(tx, place);
  const version = versions.find((each) => each.number === number);
  if (!version) throw notFound();
  const publications = await publicationsOf(tx, place);
  const first = publications.findLast((each) => each.version === number);
  const before = first ? publications.find(({ position }) => position < first.position) : publications[0];
  const stood = versions.find((each) => each.number === before?.version);
  const { markdown } = found(below, place, stood);
  return {
    version: presentVersion(version, await membersIn(tx, [version], [])),
    fields: fieldsOfMarkdown(version.markdown),
    changes: lineChanges(markdown ?? '', version.markdown),
  };
}

/** Every text in every language, also those that are not written yet, with what stands and what waits. */
export async function listTexts(tx: Tx, below: Library): Promise<TextList> {
  const offered = await languagesOf(tx, below);
  const last = await standingTexts(tx);
  const open = await openCounts(tx);
  const ids = new Set([
    ...languages.flatMap((language) => articlesIn(below, language).map(({ id }) => id)),
    ...below.added.flatMap(({ articles }) => articles.map(({ id }) => id)),
    ...open.map(({ textId }) => textId),
    ...last.map(({ id }) => id),
  ]);
  const rowOf = (language: string, id: string): TextRow => {
    const article = articleOf(below, language, id);
    const ours = last.find((each) => each.language === language && each.id === id);
    const fields = ours ? fieldsOfMarkdown(ours.markdown) : article;
    const counted = open.filter((each) => each.language === language && each.textId === id);
    const count = (state: string) => Number(counted.find((each) => each.state === state)?.count ?? 0);
    return {
      language,
      id,
      title: fields?.title ?? articleOf(below, 'en', id)?.title ?? id,
      status: (fields?.status as TextRow['status'] | undefined) ?? null,
      standing: ours ? 'console' : standingOf(article),
      below: standingOf(article),
      drafts: count('draft'),
      waiting: count('waiting'),
    };
  };
  return { languages: offered, rows: offered.flatMap(({ code }) => [...ids].map((id) => rowOf(code, id))) };
}

const openCounts = (tx: Tx) =>
  tx.sql
    .selectFrom('libraryVersions')
    .select((is) => ['language', 'textId', 'state', is.fn.countAll().as('count')])
    .where('state', 'in', ['draft', 'waiting'])
    .groupBy(['language', 'textId', 'state'])
    .execute();
