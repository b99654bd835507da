import { membersById } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { OpenedCase } from '../contract.ts';
import { named } from '../present.ts';
import { openAt, type StatementContent, statementSpot } from '../sealing.ts';

type Shown = OpenedCase['statements'][number];

/** What statements say nothing of that were written before they could. */
const noMore = { where: '', how: null, signs: [], protective: [], sameSourceAs: null, contradicts: [] };

/** The statements of a case in its own order, opened with its key, each with the pictures on it. */
export async function statementsOf(tx: Tx<PersonActor>, caseId: string, key: Buffer): Promise<Shown[]> {
  const rows = await tx.sql
    .selectFrom('statements')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('position')
    .execute();
  const files = Map.groupBy(await filesOf(tx, caseId), (file) => file.statementId);
  const people = [...rows.map((row) => row.recordedBy), ...[...files.values()].flat().map((file) => file.addedBy)];
  const names = await membersById(tx, people);
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    kind: row.kind as Shown['kind'],
    ...noMore,
    ...openAt<StatementContent>(key, statementSpot(row.communityId, caseId, row.id), row.content),
    recordedBy: named(row.recordedBy, names),
    recordedAt: row.recordedAt.toISOString(),
    files: (files.get(row.id) ?? []).map(({ id, bytes, addedBy, addedAt }) => ({
      id,
      bytes,
      addedBy: named(addedBy, names),
      addedAt: addedAt.toISOString(),
    })),
  }));
}

const filesOf = (tx: Tx, caseId: string) =>
  tx.sql
    .selectFrom('statementFiles')
    .select(['id', 'statementId', 'bytes', 'addedBy', 'addedAt'])
    .where('caseId', '=', caseId)
    .orderBy('statementId')
    .orderBy('position')
    .execute();
