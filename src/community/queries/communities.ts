import type { Selectable } from 'kysely';
import type { Communities } from '../../../db/types.ts';
import type { Sql, Tx } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';

export type Clocks = { immediate: number; urgent: number; unsorted: number; routine: number };

/** Minutes to human eyes, by urgency; each community may change them. */
export const defaultClocks: Clocks = { immediate: 5, urgent: 60, unsorted: 60, routine: 1_440 };

export type Community = Omit<Selectable<Communities>, 'emergencyNumbers' | 'crisisLines' | 'clocks'> & {
  emergencyNumbers: { number: string; for: 'everything' | 'police' | 'text' }[];
  crisisLines: { number: string; name: string; hours: string }[];
  clocks: Clocks;
};

/** A community as its address and its door name it. */
export type NamedCommunity = {
  id: string;
  slug: string;
  name: string;
  emergencyNumbers: Community['emergencyNumbers'];
};

/** Every community of this installation, the oldest first. */
export async function allCommunities(sql: Sql): Promise<NamedCommunity[]> {
  const rows = await sql
    .selectFrom('communities')
    .select(['id', 'slug', 'name', 'emergencyNumbers'])
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  return rows as unknown as NamedCommunity[];
}

/** The id of the community that an address names; of the only one there is where it names none, else null. */
export async function findCommunityId(sql: Sql, slug: string | null): Promise<string | null> {
  const all = sql.selectFrom('communities').select('id').limit(2);
  const rows = await (slug === null ? all : all.where('slug', '=', slug)).execute();
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}

const rememberedMilliseconds = 1_000;
const remembered = new WeakMap<Ground, Map<string, { id: string; at: number }>>();

/** The id of the community that an address names, looked up once a second at most: on a bad day every report asks for it. */
export async function publicCommunityId(ground: Ground, slug: string | null): Promise<string | null> {
  const now = ground.clock.now().getTime();
  const known = remembered.get(ground)?.get(slug ?? '');
  if (known && Math.abs(now - known.at) < rememberedMilliseconds) return known.id;
  const id = await ground.database.lookUp((sql) => findCommunityId(sql, slug));
  if (id === null) return null;
  const ids = remembered.get(ground) ?? new Map();
  remembered.set(ground, ids.set(slug ?? '', { id, at: now }));
  return id;
}

/** Forgets which communities there were: one more has been founded. */
export const forgetCommunityIds = (ground: Ground): boolean => remembered.delete(ground);

/** The community that was founded first, or null before its set-up. */
export async function findFirstCommunity(sql: Sql): Promise<Community | null> {
  const row = await sql.selectFrom('communities').selectAll().orderBy('createdAt').limit(1).executeTakeFirst();
  return (row as unknown as Community | undefined) ?? null;
}

/** The community that this transaction sees. */
export async function communityOf(tx: Tx): Promise<Community> {
  const row = await tx.sql
    .selectFrom('communities')
    .selectAll()
    .where('id', '=', tx.actor.communityId)
    .executeTakeFirstOrThrow(notFound);
  return row as unknown as Community;
}

/** True in the community that was founded first: it looks after the installation. */
export const isFirstCommunity = async (tx: Tx): Promise<boolean> =>
  (await findFirstCommunity(tx.sql))?.id === tx.actor.communityId;
