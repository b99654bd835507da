import { sql as raw } from 'kysely';
import { communityOf } from '../../community/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import type { ActionKind } from '../words/vocabulary.ts';

const ofJustice: readonly ActionKind[] = ['police-contact'];

/** Counts one more planned action in the month, by whether it is criminal justice; of which case is written nowhere. */
export async function tallyAction(tx: Tx, ground: Ground, kind: ActionKind | null): Promise<void> {
  const column = kind === null ? 'own_words' : ofJustice.includes(kind) ? 'justice' : 'outside_justice';
  const { timeZone } = await communityOf(tx);
  await raw`
    insert into action_tallies (community_id, month, ${raw.ref(column)})
    values (${tx.actor.communityId}, date_trunc('month', ${ground.clock.now()}::timestamptz at time zone ${timeZone}), 1)
    on conflict (community_id, month) do update set ${raw.ref(column)} = action_tallies.${raw.ref(column)} + 1`.execute(
    tx.sql,
  );
}
