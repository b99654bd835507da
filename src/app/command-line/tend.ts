import { existsSync, readFileSync } from 'node:fs';
import { OperatorFault } from '../../platform/operator-fault.ts';
import { openKeyStore } from '../../platform/vault/index.ts';
import { exportAuditLog, verifyAuditLogs } from '../audit-log.ts';
import { type Config, keyFolderOf, migrationsFolder } from '../config.ts';
import { asLine, examine } from '../doctor.ts';
import { staffingNotes } from '../staffing-notes.ts';
import { bringUpToDate, withInstallation } from './installation.ts';

/** Each command prints its lines and answers whether all is well. */
type Outcome = Promise<boolean>;

/** Brings the database to this program's shape without serving. */
export function migrateNow(config: Config): Outcome {
  return withInstallation(config, async (database) => {
    const applied = await bringUpToDate(config, database);
    console.log(applied.length === 0 ? 'Nothing to do.' : applied.map((name) => `Applied ${name}`).join('\n'));
    return true;
  });
}

/** States every invariant and checks it against the database. */
export function doctor(config: Config): Outcome {
  return withInstallation(config, async (database) => {
    const findings = await examine(database, { keyFolder: keyFolderOf(config), migrationsFolder });
    for (const finding of findings) console.log(asLine(finding));
    for (const note of await staffingNotes(database.ownerUrl)) console.log(note);
    return findings.every(({ faults }) => faults.length === 0);
  });
}

export type VerifyOptions = { kept?: string; witness?: string[] };

/** Checks the audit log of each community, also against heads kept elsewhere, and prints the key with which anybody else can. */
export function verifyAudit(config: Config, { kept, witness }: VerifyOptions = {}): Outcome {
  const lines = kept === undefined ? [] : readLines(kept);
  return withInstallation(config, async (database) => {
    const keyStore = openKeyStore(keyFolderOf(config), { mayCreate: false });
    const findings = await verifyAuditLogs(database.ownerUrl, keyStore, { lines, witnesses: witness ?? [] });
    if (findings.length === 0) console.log('There is no community yet, and so no log.');
    for (const { community, sentence, verifierKey } of findings) {
      console.log(`${community}: ${sentence}\n  key for auditors: ${verifierKey}`);
    }
    return findings.every(({ isWhole }) => isWhole);
  });
}

function readLines(file: string): string[] {
  if (!existsSync(file)) throw new OperatorFault(`There is no file ${file}.`);
  return readFileSync(file, 'utf8').split('\n');
}

/** Prints a community's audit log for an auditor; it holds no content. */
export function exportAudit(config: Config, slug: string): Outcome {
  return withInstallation(config, async (database) => {
    const isKnown = await exportAuditLog(database.ownerUrl, slug, (line) => void process.stdout.write(line));
    if (!isKnown) console.error(`There is no community ${slug}.`);
    return isKnown;
  });
}
