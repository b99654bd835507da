import type { Selectable } from 'kysely';
import type { LibraryVersions } from '../../../db/types.ts';
import { type Member, membersById } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { TextVersion, versionStates } from '../contract.ts';
import type { TextPlace } from './written-text.ts';

export type VersionRow = Omit<Selectable<LibraryVersions>, 'state'> & { state: (typeof versionStates)[number] };

/** All versions of a text, the newest first. */
export async function versionsOf(tx: Tx, { language, id }: TextPlace): Promise<VersionRow[]> {
  const rows = await tx.sql
    .selectFrom('libraryVersions')
    .selectAll()
    .where('language', '=', language)
    .where('textId', '=', id)
    .orderBy('number', 'desc')
    .execute();
  return rows as VersionRow[];
}

/** Everything that stood in place of a text, the newest first. */
export const publicationsOf = (tx: Tx, { language, id }: TextPlace) =>
  tx.sql
    .selectFrom('libraryPublications')
    .select(['position', 'version', 'byId', 'at'])
    .where('language', '=', language)
    .where('textId', '=', id)
    .orderBy('position', 'desc')
    .execute();

export type PublicationRow = Awaited<ReturnType<typeof publicationsOf>>[number];

/** Lets nobody else change this text until the transaction ends. */
export async function lockText(tx: Tx, { language, id }: TextPlace): Promise<void> {
  await tx.sql
    .selectFrom('libraryVersions')
    .select('number')
    .where('language', '=', language)
    .where('textId', '=', id)
    .forUpdate()
    .execute();
}

/** What stands from now on in place of a text: an approved version, or null for what stood below it. */
export async function publish(
  tx: Tx<PersonActor>,
  at: Date,
  { language, id }: TextPlace,
  position: number,
  version: number | null,
): Promise<void> {
  const { communityId, personId: byId } = tx.actor;
  await tx.sql
    .insertInto('libraryPublications')
    .values({ communityId, language, textId: id, position, version, byId, at })
    .execute();
}

export const namedIn = (members: ReadonlyMap<string, Member>) => (id: string) => ({
  id,
  name: members.get(id)?.name ?? '',
});

export const membersIn = (tx: Tx, versions: readonly VersionRow[], publications: readonly PublicationRow[]) => {
  const ids = [
    ...versions.flatMap(({ authorId, deciderId }) => (deciderId ? [authorId, deciderId] : [authorId])),
    ...publications.map(({ byId }) => byId),
  ];
  return membersById(tx, [...new Set(ids)]);
};

export const presentVersion = (row: VersionRow, members: ReadonlyMap<string, Member>): TextVersion => ({
  number: row.number,
  state: row.state,
  author: namedIn(members)(row.authorId),
  writtenAt: row.writtenAt.toISOString(),
  decider: row.deciderId ? namedIn(members)(row.deciderId) : null,
  decidedAt: row.decidedAt?.toISOString() ?? null,
  words: row.words,
});
