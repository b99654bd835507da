import type { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { caseKey, lockOpenCase, nextPosition } from '../commands/case-row.ts';
import { type StatementContent, sealAt, statementSpot } from '../sealing.ts';
import { addStatementInput } from './contract.ts';

/** Records what was seen, told or assessed, sealed, in the case's own order; nothing is ever written over. */
export async function addStatement(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  input: z.input<typeof addStatementInput>,
): Promise<void> {
  const key = await caseKey(tx, ground, caseId);
  await lockOpenCase(tx, caseId);
  const content = addStatementInput.parse(input);
  await mustBeOfCase(tx, caseId, content);
  await writeStatement(tx, ground, { caseId, key, recordedBy: tx.actor.personId }, content);
}

/** Writes a statement into an open case whose row the caller has locked; gives its id. */
export async function writeStatement(
  tx: Tx<PersonActor>,
  ground: Ground,
  { caseId, key, recordedBy }: { caseId: string; key: Buffer; recordedBy: string },
  said: z.input<typeof addStatementInput>,
): Promise<string> {
  const { kind, ...content } = addStatementInput.parse(said);
  const id = newId(ground.clock, ground.chance);
  const { communityId } = tx.actor;
  await tx.sql
    .insertInto('statements')
    .values({
      communityId,
      id,
      caseId,
      position: await nextPosition(tx, caseId),
      kind,
      recordedBy,
      recordedAt: ground.clock.now(),
      content: sealAt(key, statementSpot(communityId, caseId, id), content satisfies StatementContent),
    })
    .execute();
  await recordAct(tx, ground, { act: 'statement-added', recordKind: 'case', recordId: caseId, facts: { kind } });
  return id;
}

/** Other statements, and people, are spoken of only within their own case. */
async function mustBeOfCase(tx: Tx, caseId: string, content: Omit<StatementContent, 'words'>): Promise<void> {
  const { contradicts, sameSourceAs, names, saidBy } = content;
  const statements = await idsOf(tx, 'statements', caseId, [...contradicts, ...(sameSourceAs ? [sameSourceAs] : [])]);
  if (contradicts.some((id) => !statements.has(id))) throw invalid({ contradicts: 'not-of-this-case' });
  if (sameSourceAs && !statements.has(sameSourceAs)) throw invalid({ sameSourceAs: 'not-of-this-case' });
  const people = await idsOf(tx, 'casePeople', caseId, [...names, ...(saidBy ? [saidBy] : [])]);
  if (names.some((id) => !people.has(id))) throw invalid({ names: 'not-of-this-case' });
  if (saidBy && !people.has(saidBy)) throw invalid({ saidBy: 'not-of-this-case' });
}

/** Which of these there are in the case. */
async function idsOf(
  tx: Tx,
  table: 'statements' | 'casePeople',
  caseId: string,
  meant: readonly string[],
): Promise<Set<string>> {
  if (meant.length === 0) return new Set();
  const rows = await tx.sql
    .selectFrom(table)
    .select('id')
    .where('caseId', '=', caseId)
    .where('id', 'in', [...new Set(meant)])
    .execute();
  return new Set(rows.map(({ id }) => id));
}
