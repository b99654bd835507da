import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { Cases } from '../../../db/types.ts';
import { membersById } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { caseKey, lockCase } from '../commands/case-row.ts';
import { named } from '../present.ts';
import { openAt, sealAt, validationSpot } from '../sealing.ts';
import { askedFrom, ceilingDays, validUntil } from './ceiling.ts';
import type { caseValidity, validateCaseInput } from './contract.ts';

/** Says by name, with a reason, that a case, open or closed, is still needed; its ceiling runs anew from now. */
export async function validateCase(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  input: z.infer<typeof validateCaseInput>,
): Promise<void> {
  const key = await caseKey(tx, ground, caseId);
  const row = await lockCase(tx, caseId);
  if (row.version !== input.version) throw conflict('changed-since-you-opened-it');
  const { communityId } = row;
  const id = newId(ground.clock, ground.chance);
  const validatedAt = ground.clock.now();
  const content = sealAt(key, validationSpot(communityId, caseId, id), input.words);
  await tx.sql
    .insertInto('caseValidations')
    .values({ communityId, id, caseId, validatedAt, validatedBy: tx.actor.personId, content })
    .execute();
  await tx.sql
    .updateTable('cases')
    .set({ validatedAt, validityClimbs: 0, version: row.version + 1 })
    .where('id', '=', caseId)
    .execute();
  await recordAct(tx, ground, { act: 'case-validated', recordKind: 'case', recordId: caseId });
}

type Validated = Pick<Selectable<Cases>, 'communityId' | 'id' | 'openedAt' | 'validatedAt' | 'closedAt'>;

/** How long the case may be kept, and who validated it before, opened with its key. */
export async function validityOf(
  tx: Tx,
  ground: Ground,
  row: Validated,
  key: Buffer,
): Promise<z.infer<typeof caseValidity>> {
  const until = validUntil(row, await ceilingDays(tx));
  const rows = await tx.sql
    .selectFrom('caseValidations')
    .selectAll()
    .where('caseId', '=', row.id)
    .orderBy('validatedAt', 'desc')
    .execute();
  const names = await membersById(
    tx,
    rows.map((each) => each.validatedBy),
  );
  return {
    until: until.toISOString(),
    isAsked: askedFrom(until) <= ground.clock.now(),
    past: rows.map((each) => ({
      id: each.id,
      at: each.validatedAt.toISOString(),
      by: named(each.validatedBy, names),
      words: openAt<string>(key, validationSpot(row.communityId, row.id, each.id), each.content),
    })),
  };
}
