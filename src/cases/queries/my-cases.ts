import { type RawBuilder, sql as raw } from 'kysely';
import { hasRole, type PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';

/**
 * In a query: true of cases, by the column of their id, that one leads, follows or is a member of; for a coordinator of all. A
 * consultant has no case. Each part has an index of its own, and their ids are gathered first, so that the cost grows with what one
 * carries and not with the table: one condition for all three, or a join in the table's order, would read it whole.
 */
export function isMyCase(tx: Tx<PersonActor>, state: 'open' | 'closed', column: string): RawBuilder<boolean> {
  const me = tx.actor.personId;
  const all = tx.sql.selectFrom('cases').select('cases.id').where('cases.state', '=', state);
  if (hasRole(tx.actor, 'coordinator')) return raw<boolean>`${raw.ref(column)} in (${all})`;
  const teams = tx.sql
    .selectFrom('caseMembers')
    .select('caseId')
    .where('personId', '=', me)
    .where('part', '=', 'member')
    .where('leftAt', 'is', null);
  const mine = all
    .where('cases.leadId', '=', me)
    .union(all.where('cases.deputyId', '=', me))
    .union(all.where('cases.id', 'in', teams));
  return raw<boolean>`${raw.ref(column)} = any(array(${mine}))`;
}
