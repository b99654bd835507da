import type { Tx } from '../../platform/db/database.ts';
import type { Recipient } from '../../platform/keys/index.ts';

export type Member = {
  id: string;
  name: string;
  email: string;
  language: string;
  roles: string[];
  discipline: string;
  agency: string;
  state: string;
  publicKey: Buffer;
  /** Until when a partner community lends this person; null for everybody else. */
  lentUntil: Date | null;
};
const asMember = [
  'p.id',
  'p.name',
  'p.email',
  'p.language',
  'p.publicKey',
  'm.roles',
  'm.discipline',
  'm.agency',
  'm.state',
  'm.lentUntil',
] as const;

/** All members of the community, also suspended ones, by name. */
export async function membersOf(tx: Tx): Promise<Member[]> {
  return await tx.sql
    .selectFrom('memberships as m')
    .innerJoin('people as p', 'p.id', 'm.personId')
    .select(asMember)
    .orderBy('p.name')
    .execute();
}

/** These members by id, in any state. */
export async function membersById(tx: Tx, ids: readonly string[]): Promise<Map<string, Member>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('memberships as m')
    .innerJoin('people as p', 'p.id', 'm.personId')
    .select(asMember)
    .where('p.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** These people as receivers of a record key; only active members receive one. */
export async function recipientsFor(tx: Tx, ids: readonly string[]): Promise<Recipient[]> {
  const members = await membersById(tx, ids);
  return [...members.values()]
    .filter((member) => member.state === 'active')
    .map((member) => ({ id: member.id, kind: 'person' as const, publicKey: member.publicKey }));
}

/** Active members who hold any of these roles. */
export async function activeWithRoles(tx: Tx, roles: readonly string[]): Promise<Member[]> {
  return (await membersOf(tx)).filter(
    (member) => member.state === 'active' && member.roles.some((role) => roles.includes(role)),
  );
}

/** Locks the membership rows of these people until the transaction ends, so that a suspension cannot slip between. */
export async function lockMembers(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.sql
    .selectFrom('memberships')
    .select(['personId', 'state'])
    .where('personId', 'in', [...new Set(ids)])
    .orderBy('personId')
    .forShare()
    .execute();
  return new Set(rows.filter((row) => row.state === 'active').map((row) => row.personId));
}
