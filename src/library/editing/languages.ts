import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import type { AddedLanguage } from '../contract.ts';

/** Adds a language to write in, or changes its name, direction and what stands in for it. It is public with its first text. */
export async function addLanguage(tx: Tx<PersonActor>, ground: Ground, language: AddedLanguage): Promise<void> {
  const { communityId, personId } = tx.actor;
  const { code, ...rest } = language;
  await tx.sql
    .insertInto('libraryLanguages')
    .values({ communityId, code, ...rest, addedBy: personId, addedAt: ground.clock.now() })
    .onConflict((on) => on.columns(['communityId', 'code']).doUpdateSet(rest))
    .execute();
  const facts = { language: code };
  await recordAct(tx, ground, { act: 'library-language-added', recordKind: 'library-text', recordId: null, facts });
}
