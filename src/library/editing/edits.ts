import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import type { AddedLanguage } from '../contract.ts';
import { inChainOrder, type Library } from '../reading/library.ts';
import { readWritten, type TextPlace } from './written-text.ts';

/** What the console put over the texts of the program and of the folder. */
export interface Edits {
  languages: readonly AddedLanguage[];
  texts: readonly (TextPlace & { markdown: string })[];
}

/** The languages that this community added in its console. */
export const languagesIn = async (tx: Tx): Promise<AddedLanguage[]> =>
  (await tx.sql
    .selectFrom('libraryLanguages')
    .select(['code', 'name', 'direction', 'fallsBackTo'])
    .orderBy('code')
    .execute()) as AddedLanguage[];

/** The approved versions that stand now. */
export const standingTexts = async (tx: Tx): Promise<Edits['texts']> =>
  await tx.sql
    .selectFrom((from) =>
      from
        .selectFrom('libraryPublications')
        .select(['language', 'textId', 'version'])
        .distinctOn(['language', 'textId'])
        .orderBy('language')
        .orderBy('textId')
        .orderBy('position', 'desc')
        .as('last'),
    )
    .innerJoin('libraryVersions as v', (join) =>
      join
        .onRef('v.language', '=', 'last.language')
        .onRef('v.textId', '=', 'last.textId')
        .onRef('v.number', '=', 'last.version'),
    )
    .select(['v.language', 'v.textId as id', 'v.markdown'])
    .orderBy('v.language')
    .orderBy('v.textId')
    .execute();

/** A short text that is another as soon as anything is published or a language changes: publications are only ever added. */
const stateOf = async (tx: Tx, languages: readonly AddedLanguage[]): Promise<string> => {
  const { count } = await tx.sql
    .selectFrom('libraryPublications')
    .select((is) => is.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return JSON.stringify([Number(count), languages]);
};

/** What stands in a community's console and the state that it is in; null where that is still the known one. */
export const editsSince = (
  ground: Ground,
  communityId: string,
  known: string | undefined,
): Promise<(Edits & { state: string }) | null> =>
  ground.database.withActor({ kind: 'public', communityId }, async (tx) => {
    const languages = await languagesIn(tx);
    const state = await stateOf(tx, languages);
    return state === known ? null : { state, languages, texts: await standingTexts(tx) };
  });

/** The library with these edits over it; a text that cannot be read any more leaves what stood below it in place. */
export function layEdits(library: Library, { languages, texts }: Edits): Library {
  if (languages.length === 0 && texts.length === 0) return library;
  const edited = texts.flatMap(({ markdown, ...place }) => readWritten(place, markdown).article ?? []);
  const over = (language: string, articles: Library['articles']['en']) => {
    const byId = new Map([...articles, ...edited.filter((each) => each.language === language)].map((a) => [a.id, a]));
    return inChainOrder([...byId.values()], library.order);
  };
  const { en, ca, es, fr } = library.articles;
  const added = new Map<string, AddedLanguage>([...library.added, ...languages].map((each) => [each.code, each]));
  const below = (code: string) => library.added.find((each) => each.code === code);
  return {
    ...library,
    articles: { en: over('en', en), ca: over('ca', ca), es: over('es', es), fr: over('fr', fr) },
    added: [...added.values()].map((each) => ({
      ...below(each.code),
      ...each,
      articles: over(each.code, below(each.code)?.articles ?? []),
    })),
  };
}
