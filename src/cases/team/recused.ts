import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';

/** Who may have no part in this case. */
export async function recusedFrom(tx: Tx, caseId: string): Promise<Set<string>> {
  const rows = await tx.sql.selectFrom('recusals').select('personId').where('caseId', '=', caseId).execute();
  return new Set(rows.map((row) => row.personId));
}

/** Refuses, beside its field, somebody who is recused from the case; the database does too. */
export async function refuseRecused(tx: Tx, caseId: string, field: string, people: readonly string[]): Promise<void> {
  const recused = await recusedFrom(tx, caseId);
  if (people.some((person) => recused.has(person))) throw invalid({ [field]: 'recused' });
}
