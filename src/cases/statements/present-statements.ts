import { membersById } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { OpenedCase } from '../contract.ts';
import { named } from '../present.ts';
import { openAt, type StatementContent, statementSpot } from '../sealing.ts';

type Shown = OpenedCase['statements'][number];
type PersonRef = OpenedCase['people'][number];

/** What statements say nothing of that were written before they could. */
const noMore = {
  where: '',
  how: null,
  signs: [],
  protective: [],
  sameSourceAs: null,
  contradicts: [],
  names: [],
  saidBy: null,
};

/**
 * The statements of a case in its own order, opened with its key, each with the pictures on it and the people whom it names, by
 * the pseudonyms that they have now; whoever was taken out of the case is named no more.
 */
export async function statementsOf(
  tx: Tx<PersonActor>,
  caseId: string,
  key: Buffer,
  known: readonly PersonRef[],
): Promise<Shown[]> {
  const rows = await tx.sql
    .selectFrom('statements')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('position')
    .execute();
  const files = await filesOfStatements(tx, caseId);
  const names = await membersById(
    tx,
    rows.map((row) => row.recordedBy),
  );
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    kind: row.kind as Shown['kind'],
    ...namedIn(known, {
      ...noMore,
      ...openAt<StatementContent>(key, statementSpot(row.communityId, caseId, row.id), row.content),
    }),
    recordedBy: named(row.recordedBy, names),
    recordedAt: row.recordedAt.toISOString(),
    files: files.get(row.id) ?? [],
  }));
}

const namedIn = (known: readonly PersonRef[], { names, saidBy, ...content }: StatementContent) => ({
  ...content,
  names: known.filter(({ id }) => names.includes(id)),
  saidBy: known.find(({ id }) => id === saidBy) ?? null,
});

/** The pictures on each statement of a case, by its id, in the order in which they came. */
export async function filesOfStatements(tx: Tx, caseId: string): Promise<Map<string, Shown['files']>> {
  const rows = await tx.sql
    .selectFrom('statementFiles')
    .select(['id', 'statementId', 'bytes', 'addedBy', 'addedAt'])
    .where('caseId', '=', caseId)
    .orderBy('position')
    .execute();
  const names = await membersById(
    tx,
    rows.map((row) => row.addedBy),
  );
  const files = Map.groupBy(rows, ({ statementId }) => statementId);
  return new Map(
    [...files].map(([statementId, some]) => [
      statementId,
      some.map(({ id, bytes, addedBy, addedAt }) => ({
        id,
        bytes,
        addedBy: named(addedBy, names),
        addedAt: addedAt.toISOString(),
      })),
    ]),
  );
}
