import type { z } from 'zod';
import { recipientsFor } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { shareRecordKey } from '../../platform/keys/index.ts';
import { postMail } from '../../platform/mail/index.ts';
import { newRecordKey } from '../../platform/vault/index.ts';
import { caseKey, lockOpenCase, nextPosition } from '../commands/case-row.ts';
import { givenStatements } from '../statements/given-statements.ts';
import type { giveExtractInput } from './contract.ts';
import { sealExtract, sealTeamKey } from './sealing.ts';

/** Gives a consultant a question and the chosen statements, under a key that opens nothing else of the case; gives its id. */
export async function giveExtract(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  input: z.output<typeof giveExtractInput>,
): Promise<string> {
  const key = await caseKey(tx, ground, caseId);
  const { number } = await lockOpenCase(tx, caseId);
  const [reader] = await consultant(tx, caseId, input.readerId);
  if (!reader) throw invalid({ readerId: 'not-a-consultant-here' });
  const statements = await givenStatements(tx, { caseId, key }, input.statementIds);
  const { communityId, personId } = tx.actor;
  const row = { communityId, caseId, id: newId(ground.clock, ground.chance) };
  const own = newRecordKey();
  await tx.sql
    .insertInto('extracts')
    .values({
      ...row,
      position: await nextPosition(tx, caseId),
      readerId: reader.id,
      givenBy: personId,
      givenAt: ground.clock.now(),
      teamKey: sealTeamKey(key, row, own),
      content: sealExtract(own, row, { question: input.question, statements }),
    })
    .execute();
  await shareRecordKey(tx, ground, row.id, own, [reader]);
  const facts = { extract: row.id, person: reader.id, statements: statements.length };
  await recordAct(tx, ground, { act: 'extract-given', recordKind: 'case', recordId: caseId, facts });
  await postMail(tx, ground, reader.id, 'advice-asked', { number });
  return row.id;
}

/** Who can be given something: a consultant of the case now. */
async function consultant(tx: Tx, caseId: string, personId: string) {
  const row = await tx.sql
    .selectFrom('caseMembers')
    .select('personId')
    .where('caseId', '=', caseId)
    .where('personId', '=', personId)
    .where('part', '=', 'consultant')
    .where('leftAt', 'is', null)
    .executeTakeFirst();
  return row ? await recipientsFor(tx, [row.personId]) : [];
}

/** Takes an extract back: from the next request on its reader opens nothing of it, and the key is gone. */
export async function takeBackExtract(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  extractId: string,
): Promise<void> {
  await lockOpenCase(tx, caseId);
  const ended = await tx.sql
    .updateTable('extracts')
    .set({ endedAt: ground.clock.now(), endedBy: tx.actor.personId })
    .where('id', '=', extractId)
    .where('caseId', '=', caseId)
    .where('endedAt', 'is', null)
    .returning('readerId')
    .executeTakeFirst();
  if (!ended) throw notFound();
  const facts = { extract: extractId, person: ended.readerId };
  await recordAct(tx, ground, { act: 'extract-taken-back', recordKind: 'case', recordId: caseId, facts });
}
