import { readdirSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import type { SystemActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { OpenWith, SealTo } from '../../platform/backup/index.ts';
import type { Ground } from '../../platform/ground.ts';
import { type Arrived, type Progress, readCommunity, writeCommunity } from '../../platform/moving/index.ts';
import { migrationsFolder } from '../config.ts';
import { installationSealed } from './installation-sealed.ts';

export type MoveGround = Pick<Ground, 'database' | 'keyStore' | 'files' | 'clock' | 'chance'>;
type Watched = { progress?: Progress; signal?: AbortSignal };

const release = () =>
  readdirSync(migrationsFolder)
    .filter((name) => name.endsWith('.sql'))
    .sort();

const mover = (communityId: string): SystemActor => ({ kind: 'system', communityId, job: 'moving' });

/** Writes everything that a community owns as one sealed archive; the log must say so before, which is the caller's work. */
export const exportCommunity = (
  ground: MoveGround,
  communityId: string,
  how: Watched & { sealTo: SealTo; to: Writable },
): Promise<Record<string, number>> =>
  ground.database.withSnapshot(mover(communityId), (tx) =>
    writeCommunity(tx, ground, { ...how, release: release(), sealed: installationSealed }),
  );

/** Says in the community's log that all of it was written out. */
export const recordExport = (ground: MoveGround, communityId: string): Promise<void> =>
  ground.database.withActor(mover(communityId), (tx) =>
    recordAct(tx, ground, { act: 'community-exported', recordKind: 'community', recordId: communityId }),
  );

/** Reads a community's archive into this installation, all of it or nothing, and says so in its log. */
export async function importCommunity(
  ground: MoveGround,
  ownerUrl: string,
  how: Watched & { openWith: OpenWith; from: Readable; slug?: string; dryRun?: boolean },
): Promise<Arrived> {
  const { keyStore, files } = ground;
  const arrived = await readCommunity({
    ...how,
    ownerUrl,
    keyStore,
    files,
    release: release(),
    sealed: installationSealed,
  });
  if (how.dryRun) return arrived;
  const { id, keyStore: from } = arrived.community;
  const facts = { from, files: arrived.files };
  await ground.database.withActor(mover(id), (tx) =>
    recordAct(tx, ground, { act: 'community-imported', recordKind: 'community', recordId: id, facts }),
  );
  return arrived;
}
