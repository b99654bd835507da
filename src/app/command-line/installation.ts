import { systemChance } from '../../platform/chance.ts';
import { systemClock } from '../../platform/clock.ts';
import { OperatorFault } from '../../platform/operator-fault.ts';
import { backUp, placesBefore } from '../archives.ts';
import { type Config, keyFolderOf, makeHome, migrationsFolder } from '../config.ts';
import { examine } from '../doctor.ts';
import { type InstallationDatabase, migrateInstallation, openInstallationDatabase } from '../installation-database.ts';

/** Does one piece of work on the installation's database, beside a running server or alone, and leaves no process behind. */
export async function withInstallation<T>(
  config: Config,
  work: (database: InstallationDatabase) => Promise<T>,
): Promise<T> {
  makeHome(config);
  const database = await openInstallationDatabase(config, systemChance, { joinRunning: true });
  return work(database).finally(() => database.stop());
}

/** Brings the database to this program's shape; says what it did. */
export async function bringUpToDate(config: Config, database: InstallationDatabase): Promise<string[]> {
  return migrateInstallation(config, database, systemChance, async () => {
    const { places, sealTo } = await placesBefore(config, systemClock);
    await backUp(config, database.ownerUrl, places, sealTo, systemClock);
  });
}

/** Refuses to serve what would betray a promise, in one line. */
export async function refuseBroken(config: Config, database: InstallationDatabase): Promise<void> {
  const findings = await examine(database, { keyFolder: keyFolderOf(config), migrationsFolder });
  const broken = findings.filter(({ stopsServing, faults }) => stopsServing && faults.length > 0);
  const lines = broken.map(({ name, faults }) => `${name}: broken (${faults.join(', ')})`);
  if (lines.length > 0) throw new OperatorFault(`Forestall does not serve like this. ${lines.join('. ')}.`);
}
