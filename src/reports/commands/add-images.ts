import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { CleanImage } from '../../platform/files/clean-images.ts';
import { storeImages } from '../../platform/files/store-images.ts';
import type { Ground } from '../../platform/ground.ts';
import { reportKey } from '../queries/open-report.ts';
import { keepImages } from './attach-images.ts';
import { lockReport } from './transitions.ts';

/** Adds images to a report that this person can open, such as what somebody handed in at the desk. */
export async function addImages(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  images: readonly CleanImage[],
): Promise<void> {
  const key = await reportKey(tx, ground, id);
  await lockReport(tx, id);
  const facts = { images: images.length };
  await recordAct(tx, ground, { act: 'images-added', recordKind: 'report', recordId: id, facts });
  await keepImages(tx, ground, id, null, key, await storeImages(ground, images));
}
