import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { ahead, caseKey, lockCase } from '../commands/case-row.ts';
import { recordWholeCase } from '../sharing/share.ts';
import type { ExportCaseInput } from './contract.ts';
import { makeArchive } from './make-archive.ts';
import { packed, sha256 } from './pack.ts';

/**
 * Gives the whole case as an archive for these age keys, and writes down to whom, why, on which ground and with which hash in the
 * same transaction. Whoever goes away before it is ready was given nothing, and nothing is written.
 */
export async function exportCase(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  input: ExportCaseInput,
  signal: AbortSignal,
): Promise<{ name: string; file: Buffer }> {
  const key = await caseKey(tx, ground, caseId);
  const { number } = await lockCase(tx, caseId);
  ahead(ground, 'endsAt', input.endsAt);
  const archive = await makeArchive(tx, ground, { caseId, key });
  const file = await packed(archive, input.ageKeys);
  await recordWholeCase(tx, ground, { caseId, number, key, archive: sha256(file).toString('hex') }, input);
  if (signal.aborted) throw conflict('cancelled');
  return { name: `${number}.case.age`, file };
}
