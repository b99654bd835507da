import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MoveGround } from '../../src/app/moving/move-community.ts';
import { systemChance } from '../../src/platform/chance.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import { openFileStore } from '../../src/platform/files/file-store.ts';
import { openKeyStore } from '../../src/platform/vault/index.ts';
import { type WorkerDatabase, workerDatabase } from '../setup/worker-database.ts';
import { type Program, startProgram } from './program.ts';

export type OtherHome = {
  databases: WorkerDatabase;
  ground: MoveGround;
  /** The whole program on what was imported here. */
  start(from: Program): Promise<Program>;
  close(): Promise<void>;
};

/** A second installation with keys, database and files of its own, and no community. */
export async function emptyHome(like: Program): Promise<OtherHome> {
  const databases = await workerDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'forestall-other-'));
  const ground: MoveGround = {
    database: openDatabase(databases.appUrl, { connections: 2 }),
    keyStore: openKeyStore(join(folder, 'keys')),
    files: openFileStore(join(folder, 'files'), systemChance),
    clock: like.clock,
    chance: systemChance,
  };
  return {
    databases,
    ground,
    async start(from) {
      await ground.database.close();
      return await startProgram({ from: { databases, folder, communityId: from.communityId }, slug: from.slug });
    },
    async close() {
      await ground.database.close();
      await databases.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
