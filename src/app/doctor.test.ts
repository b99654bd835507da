import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type WorkerDatabase, workerDatabase } from '../../tests/setup/worker-database.ts';
import { migrationsFolder } from './config.ts';
import { asLine, examine } from './doctor.ts';

/** Databases for tests are not flushed to disk: nothing else about them may be broken. */
const brokenForTestsOnly = 'Every commit reaches the disk before it is acknowledged';

describe('doctor', () => {
  let database: WorkerDatabase;
  let keyFolder: string;

  beforeEach(async () => {
    database = await workerDatabase();
    keyFolder = mkdtempSync(join(tmpdir(), 'forestall-keys-'));
  });

  afterEach(async () => {
    await database.close();
    rmSync(keyFolder, { recursive: true });
  });

  it('finds nothing broken in a fresh installation', async () => {
    const broken = await brokenLines();

    expect(broken).toEqual([]);
  });

  it.each([
    ['alter table reports no force row level security', "A community's rows are walled off in every table: reports"],
    ['alter table cases disable row level security', "A community's rows are walled off in every table: cases"],
    ['drop policy one_community on actions', "A community's rows are walled off in every table: actions"],
    ['create table notes (community_id uuid)', "A community's rows are walled off in every table: notes"],
    ['create view all_cases as select * from cases', 'Views see what their reader may see: all_cases'],
    [
      'grant delete on audit_entries to forestall_app',
      'The serving role can only add to the audit log: delete on audit_entries',
    ],
    ['grant truncate on reports to forestall_app', 'The serving role cannot empty a table: reports'],
    [
      "delete from schema_migration where name like '%cases%'",
      'The database has exactly the shape of this program: 20261123T0920-cases.sql',
    ],
  ])('sees that %s breaks an invariant', async (statement, line) => {
    await database.owner.query(statement);

    const broken = await brokenLines();

    expect(broken).toEqual([`broken  ${line}`]);
  });

  it('sees that a database is served by its owner', async () => {
    const broken = await brokenLines(database.ownerUrl);

    expect(broken.join('\n')).toMatch(/The serving role is nobody special: .*\n.*The serving role owns nothing: /);
  });

  it('sees a key that others can read', async () => {
    const path = join(keyFolder, 'keys.json');
    writeFileSync(path, '{}');
    chmodSync(path, 0o640);

    const broken = await brokenLines();

    expect(broken).toEqual([`broken  Keys are readable by nobody else: ${path}`]);
  });

  it('sees that commits are not flushed', async () => {
    const findings = await examine(database, { keyFolder, migrationsFolder });

    const flushed = findings.find(({ name }) => name === brokenForTestsOnly);

    expect(flushed).toMatchObject({ stopsServing: true, faults: expect.arrayContaining(['fsync is off']) });
  });

  async function brokenLines(appUrl = database.appUrl): Promise<string[]> {
    const findings = await examine({ ...database, appUrl }, { keyFolder, migrationsFolder });
    return findings.filter(({ name, faults }) => faults.length > 0 && name !== brokenForTestsOnly).map(asLine);
  }
});
