import { sql as raw, type Selectable } from 'kysely';
import type { WrappedCopies } from '../../../db/types.ts';
import { anyOf } from '../db/any-of.ts';
import type { Tx } from '../db/database.ts';
import type { CopyContext, WrappedCopy } from '../vault/index.ts';

/** The columns of a copy that opening it needs. */
export const copyColumns = [
  'communityId',
  'recordId',
  'recipientId',
  'recipientKind',
  'generation',
  'form',
  'wrapped',
] as const;
export type StoredCopy = Pick<Selectable<WrappedCopies>, (typeof copyColumns)[number]>;

/** A copy as the vault opens it. */
export const wrappedIn = ({ generation, form, wrapped }: StoredCopy): WrappedCopy => ({
  generation,
  form: form as WrappedCopy['form'],
  outer: wrapped,
});

/** Whose copy of which record's key it is. */
export const contextOf = ({ communityId, recordId, recipientId }: StoredCopy): CopyContext => ({
  community: communityId,
  record: recordId,
  recipient: recipientId,
});

/** A stored copy, what shall stand in its place, and whose it is from then on. */
export type Replacement = { stored: StoredCopy; fresh: WrappedCopy; recipient?: string };

/** Puts other copies of the same keys in the place of these, all at once; one that was changed meanwhile stays as it is. */
export async function replaceCopies(tx: Tx, replacements: readonly Replacement[]): Promise<void> {
  if (replacements.length === 0) return;
  const column = <T>(value: (replacement: Replacement) => T) => replacements.map(value);
  await raw`
    update wrapped_copies as c set recipient_id = v.owner, generation = v.generation, form = v.form, wrapped = v.fresh
    from unnest(${column(({ stored }) => stored.recordId)}::uuid[], ${column(({ stored }) => stored.recipientId)}::uuid[],
      ${column(({ stored }) => stored.wrapped)}::bytea[],
      ${column(({ stored, recipient }) => recipient ?? stored.recipientId)}::uuid[],
      ${column(({ fresh }) => fresh.generation)}::integer[], ${column(({ fresh }) => fresh.form)}::text[],
      ${column(({ fresh }) => fresh.outer)}::bytea[]) as v (record, recipient, old, owner, generation, form, fresh)
    where c.record_id = v.record and c.recipient_id = v.recipient and c.wrapped = v.old`.execute(tx.sql);
}

/**
 * Puts the faster form in the place of these sealed boxes. Whoever opens several records at once never waits here for somebody
 * who opens them in another order: what another is changing is left to them.
 */
export async function keepFaster(tx: Tx, replacements: readonly Replacement[]): Promise<void> {
  if (replacements.length === 0) return;
  const free = await tx.sql
    .selectFrom('wrappedCopies')
    .select(['recordId', 'recipientId'])
    .where('recordId', '=', anyOf(replacements.map(({ stored }) => stored.recordId)))
    .where('form', '=', 'sealed-box')
    .forUpdate()
    .skipLocked()
    .execute();
  const names = new Set(free.map(({ recordId, recipientId }) => `${recordId} ${recipientId}`));
  await replaceCopies(
    tx,
    replacements.filter(({ stored }) => names.has(`${stored.recordId} ${stored.recipientId}`)),
  );
}
