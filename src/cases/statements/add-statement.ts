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

/** Other statements are spoken of only within their own case. */
async function mustBeOfCase(tx: Tx, caseId: string, content: StatementContent): Promise<void> {
  const meant = [...new Set([...content.contradicts, ...(content.sameSourceAs ? [content.sameSourceAs] : [])])];
  if (meant.length === 0) return;
  const rows = await tx.sql
    .selectFrom('statements')
    .select('id')
    .where('caseId', '=', caseId)
    .where('id', 'in', meant)
    .execute();
  const known = new Set(rows.map((row) => row.id));
  if (content.contradicts.some((id) => !known.has(id))) throw invalid({ contradicts: 'not-of-this-case' });
  if (content.sameSourceAs && !known.has(content.sameSourceAs)) throw invalid({ sameSourceAs: 'not-of-this-case' });
}
