import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { newRecordKey } from '../../platform/vault/index.ts';
import { caseKey } from '../commands/case-row.ts';
import { type CaseSpot, openAt, sealAt } from '../sealing.ts';
import type { Into } from './bring-parts.ts';
import type { ArchiveLookedAt, CaseArchive } from './contract.ts';
import { originOf } from './look-at.ts';
import { kept, type Unpacked } from './pack.ts';

/** What is sealed beside an archive that was kept: what opens it, the hash of its file, and what its proof showed. */
type Kept = { fileKey: string; sha256: string; proof: ArchiveLookedAt['proof'] };

const spotOf = (community: string, caseId: string): CaseSpot => ({
  community,
  caseId,
  table: 'brought_cases',
  column: 'content',
  row: caseId,
});

/** Keeps the archive as it came, sealed under a key of its own, which the case's key seals; once for each archive. */
export async function keepArchive(
  tx: Tx<PersonActor>,
  ground: Ground,
  { communityId, caseId, key }: Pick<Into, 'communityId' | 'caseId' | 'key'>,
  { archive, compressed, content, file }: Unpacked,
  proof: Kept['proof'],
): Promise<void> {
  const fileName = newId(ground.clock, ground.chance);
  const fileKey = newRecordKey();
  const sealed: Kept = { fileKey: fileKey.toString('base64'), sha256: file.toString('hex'), proof };
  await tx.sql
    .insertInto('broughtCases')
    .values({
      communityId,
      caseId,
      archiveHash: content,
      originHash: originOf(archive),
      broughtBy: tx.actor.personId,
      broughtAt: ground.clock.now(),
      fileName,
      content: sealAt(key, spotOf(communityId, caseId), sealed),
    })
    .execute();
  await ground.files.put(fileName, fileKey, compressed);
}

type Brought = Kept & { archive: CaseArchive; broughtAt: Date; broughtBy: string };

/** The archive that a case came from, for somebody who holds the case's key; not found where it came from none. */
export async function archiveOf(tx: Tx<PersonActor>, ground: Ground, caseId: string): Promise<Brought> {
  const key = await caseKey(tx, ground, caseId);
  const row = await tx.sql
    .selectFrom('broughtCases')
    .innerJoin('people', 'people.id', 'broughtCases.broughtBy')
    .select(['communityId', 'content', 'fileName', 'broughtAt', 'people.name as broughtBy'])
    .where('caseId', '=', caseId)
    .executeTakeFirst();
  if (!row) throw notFound();
  const sealed = openAt<Kept>(key, spotOf(row.communityId, caseId), row.content);
  const compressed = await ground.files.get(row.fileName, Buffer.from(sealed.fileKey, 'base64'));
  return { ...sealed, archive: await kept(compressed), broughtAt: row.broughtAt, broughtBy: row.broughtBy };
}
