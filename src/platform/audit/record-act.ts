import type { Chance } from '../chance.ts';
import type { Clock } from '../clock.ts';
import type { Tx } from '../db/database.ts';
import { newRow } from '../db/insert-together.ts';
import { newId } from '../ids.ts';
import { canonicalJson } from './tree/index.ts';

/** One act in the log: ids, states and times only, never content. */
export type Act = {
  act: string;
  recordKind: string;
  recordId: string | null;
  facts?: Record<string, string | number | boolean | null>;
};

/** Writes the act into the log inside the caller's transaction: if this fails, the act fails. */
export async function recordAct(tx: Tx, time: { clock: Clock; chance: Chance }, act: Act): Promise<void> {
  await actsInsert(tx, time, [act]).execute();
}

/** The row of the act, for a path where every question to the database counts. */
export const actRow = (tx: Tx, time: { clock: Clock; chance: Chance }, act: Act) =>
  newRow('auditEntries', entryOf(tx, time, act));

/** The same for several acts at once; at least one. */
export const actsInsert = (tx: Tx, time: { clock: Clock; chance: Chance }, acts: readonly Act[]) =>
  tx.sql.insertInto('auditEntries').values(acts.map((act) => entryOf(tx, time, act)));

function entryOf({ actor }: Tx, time: { clock: Clock; chance: Chance }, act: Act) {
  const id = newId(time.clock, time.chance);
  const at = time.clock.now();
  const actorId = actor.kind === 'person' ? actor.personId : null;
  const body = canonicalJson({
    id,
    community: actor.communityId,
    at: at.toISOString(),
    actor: actor.kind === 'person' ? actor.personId : actor.kind === 'system' ? `system:${actor.job}` : 'public',
    act: act.act,
    record: act.recordKind,
    recordId: act.recordId,
    facts: act.facts ?? {},
  });
  return {
    communityId: actor.communityId,
    id,
    at,
    actorKind: actor.kind,
    actorId,
    act: act.act,
    recordKind: act.recordKind,
    recordId: act.recordId,
    body,
  };
}
