import { hasRole, type PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';

/**
 * In a query: the ids of the cases that one leads, follows or is a member of; for a coordinator all. A consultant has no case. Each part has an index
 * of its own, so that the cost grows with what one carries and not with the table: one condition for all three would read it whole.
 */
export function myCases(tx: Tx<PersonActor>, state: 'open' | 'closed') {
  const me = tx.actor.personId;
  const all = tx.sql.selectFrom('cases').select('cases.id').where('cases.state', '=', state);
  if (hasRole(tx.actor, 'coordinator')) return all;
  const teams = tx.sql
    .selectFrom('caseMembers')
    .select('caseId')
    .where('personId', '=', me)
    .where('part', '=', 'member')
    .where('leftAt', 'is', null);
  return all
    .where('cases.leadId', '=', me)
    .union(all.where('cases.deputyId', '=', me))
    .union(all.where('cases.id', 'in', teams));
}
