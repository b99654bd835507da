import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LaunchedPostgres, launchPostgres } from './launch.ts';

/** Starts a PostgreSQL for tests: nothing is flushed, its owner may make databases, and `stop` deletes it all. */
export async function launchTemporaryPostgres(chosenBinaries?: string): Promise<LaunchedPostgres> {
  const home = mkdtempSync(join(tmpdir(), 'forestall-test-'));
  const launched = await launchPostgres({
    dataDirectory: join(home, 'postgres'),
    ownerPassword: 'for-tests-only',
    log: () => {},
    chosenBinaries,
    durable: false,
  });
  const remove = () => rmSync(home, { recursive: true, force: true });
  return { ...launched, stop: () => launched.stop().finally(remove) };
}
