import { createReadStream, createWriteStream, existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { findCommunityId } from '../../community/index.ts';
import { systemChance } from '../../platform/chance.ts';
import { systemClock } from '../../platform/clock.ts';
import { openDatabase } from '../../platform/db/database.ts';
import { openFileStore } from '../../platform/files/file-store.ts';
import { OperatorFault } from '../../platform/operator-fault.ts';
import { moveOver } from '../../platform/vault/index.ts';
import { type Config, fileFolderOf } from '../config.ts';
import { exportCommunity, importCommunity, type MoveGround, recordExport } from '../moving/move-community.ts';
import { openOwnKeyStore } from '../own-key-store.ts';
import { bringUpToDate, withInstallation } from './installation.ts';
import { opening, sealing } from './safekeeping.ts';

export type ExportOptions = { to: string; recipient?: string[] };
export type ImportOptions = { identity?: string; as?: string; dryRun?: boolean };

/** Writes everything that a community owns as one sealed archive; Ctrl-C leaves no part of it. */
export function exportTo(config: Config, slug: string, options: ExportOptions): Promise<boolean> {
  const file = resolve(options.to);
  if (existsSync(file)) throw new OperatorFault(`There is a file ${file} already.`);
  const sealTo = sealing(options.recipient);
  return onGround(config, async (ground) => {
    const communityId = await ground.database.withoutCommunity((sql) => findCommunityId(sql, slug));
    if (!communityId) throw new OperatorFault(`There is no community ${slug}.`);
    const draft = `${file}.part`;
    try {
      await recordExport(ground, communityId);
      const to = createWriteStream(draft, { mode: 0o600, flush: true });
      const rows = await exportCommunity(ground, communityId, { sealTo, to, ...untilStopped() });
      moveOver(draft, file);
      console.log(
        `${total(rows)} rows of ${slug} are in\n  ${file}\nWhoever opens it also reads what this installation seals by itself.`,
      );
    } finally {
      rmSync(draft, { force: true });
    }
  });
}

/** Reads a community's archive into this installation, or with a dry run only says whether it could. */
export function importFrom(config: Config, file: string, options: ImportOptions): Promise<boolean> {
  const path = resolve(file);
  if (!existsSync(path)) throw new OperatorFault(`There is no file ${path}.`);
  const openWith = opening(options.identity);
  const { as: slug, dryRun } = options;
  return onGround(config, async (ground, ownerUrl) => {
    const from = createReadStream(path);
    const how = { openWith, from, ...(slug && { slug }), ...(dryRun && { dryRun }), ...untilStopped() };
    const { community, rows, files } = await importCommunity(ground, ownerUrl, how);
    const what = `${total(rows)} rows and ${files} files of ${community.name}`;
    if (dryRun) console.log(`${what} could be imported. Nothing was kept.`);
    else console.log(`${what} are here.\n${afterwards}`);
  });
}

const afterwards =
  'People sign in with the same address, password and authenticator; each makes new recovery codes and passkeys. Receipts go on working.';

async function onGround(
  config: Config,
  work: (ground: MoveGround, ownerUrl: string) => Promise<void>,
): Promise<boolean> {
  return withInstallation(config, async (installation) => {
    await bringUpToDate(config, installation);
    const database = openDatabase(installation.appUrl, { connections: 2 });
    try {
      const keyStore = await openOwnKeyStore(database, config, systemClock);
      const files = openFileStore(fileFolderOf(config), systemChance);
      await work({ database, keyStore, files, clock: systemClock, chance: systemChance }, installation.ownerUrl);
      return true;
    } finally {
      await database.close();
    }
  });
}

/** Shows on the terminal how far it is, and stops cleanly when somebody presses Ctrl-C. */
function untilStopped() {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort(new OperatorFault('Stopped. Nothing was kept.')));
  const progress = (part: string, done: number) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${part}: ${done}`);
  };
  return { signal: stop.signal, progress };
}

const total = (rows: Record<string, number>): number => Object.values(rows).reduce((sum, count) => sum + count, 0);
