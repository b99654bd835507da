import type { z } from 'zod';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import { openAt, type StatementContent, statementSpot } from '../sealing.ts';
import type { givenStatement } from './contract.ts';

type GivenStatement = z.infer<typeof givenStatement>;

/** The chosen statements in the case's own order, without who said each; one of another case is refused. */
export async function givenStatements(
  tx: Tx,
  { caseId, key }: { caseId: string; key: Buffer },
  ids: readonly string[],
): Promise<GivenStatement[]> {
  const rows = await tx.sql
    .selectFrom('statements')
    .select(['id', 'communityId', 'kind', 'content'])
    .where('caseId', '=', caseId)
    .where('id', 'in', ids)
    .orderBy('position')
    .execute();
  if (rows.length !== new Set(ids).size) throw invalid({ statementIds: 'not-possible' });
  return rows.map((row) => {
    const content = openAt<StatementContent>(key, statementSpot(row.communityId, caseId, row.id), row.content);
    const { words, happened, where = '', how = null } = content;
    return { kind: row.kind as GivenStatement['kind'], words, happened, where, how };
  });
}
