import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { pendingMigrations } from '../platform/db/migrate.ts';
import { databaseInvariants, type Installation, type Invariant } from './invariants.ts';

export type Finding = { name: string; faults: string[]; stopsServing: boolean };

const installationInvariants: Invariant[] = [
  {
    name: 'The database has exactly the shape of this program',
    stopsServing: true,
    faults: async ({ owner, migrationsFolder }) => pendingMigrations(owner, migrationsFolder),
  },
  {
    name: 'Keys are readable by nobody else',
    stopsServing: true,
    faults: async ({ keyFolder }) => filesUnder(keyFolder).filter(isOpenToOthers),
  },
];

/** Every invariant of the ground; a slice's own can be added where it is examined. */
export const groundInvariants: Invariant[] = [...databaseInvariants, ...installationInvariants];

/** Checks each invariant against the installation, in their order. */
export async function examine(
  urls: { ownerUrl: string; appUrl: string },
  folders: { keyFolder: string; migrationsFolder: string },
  invariants: Invariant[] = groundInvariants,
): Promise<Finding[]> {
  const owner = new Client({ connectionString: urls.ownerUrl });
  const app = new Client({ connectionString: urls.appUrl });
  try {
    await owner.connect();
    await app.connect();
    return await findings({ owner, app, ...folders }, invariants);
  } finally {
    await Promise.allSettled([owner.end(), app.end()]);
  }
}

/** One line a finding, as `doctor` prints it. */
export function asLine({ name, faults }: Finding): string {
  return faults.length === 0 ? `ok      ${name}` : `broken  ${name}: ${faults.join(', ')}`;
}

async function findings(installation: Installation, invariants: Invariant[]): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const { name, stopsServing, faults } of invariants) {
    found.push({ name, stopsServing, faults: await faults(installation).catch((error: Error) => [error.message]) });
  }
  return found;
}

function filesUnder(folder: string): string[] {
  const inside = readdirSync(folder, { recursive: true, withFileTypes: true });
  return [folder, ...inside.map((entry) => join(entry.parentPath, entry.name))];
}

function isOpenToOthers(path: string): boolean {
  return process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;
}
