import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../../tests/setup/worker-database.ts';
import { MigrationRefused, migrate, pendingMigrations } from './migrate.ts';

describe('migrate', () => {
  let directory: string;
  let database: Awaited<ReturnType<typeof emptyDatabase>>;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'forestall-migrations-'));
    database = await emptyDatabase();
    write('1-boxes.sql', 'create table boxes (id int primary key);');
  });

  afterEach(async () => {
    rmSync(directory, { recursive: true });
    await database.drop();
  });

  it('applies each migration once, in the order of names', async () => {
    write('2-lids.sql', 'create table lids (box int references boxes);');

    const first = await migrate(database.ownerUrl, directory);
    const second = await migrate(database.ownerUrl, directory);

    expect(first).toEqual(['1-boxes.sql', '2-lids.sql']);
    expect(second).toEqual([]);
  });

  it('lets two programs that start at once apply it once', async () => {
    const both = [migrate(database.ownerUrl, directory), migrate(database.ownerUrl, directory)];

    const applied = (await Promise.all(both)).flat();

    expect(applied).toEqual(['1-boxes.sql']);
  });

  it('refuses a migration that changed after it was applied', async () => {
    await migrate(database.ownerUrl, directory);
    write('1-boxes.sql', 'create table boxes (id bigint primary key);');

    const again = migrate(database.ownerUrl, directory);

    await expect(again).rejects.toMatchObject({ because: 'changed', migration: '1-boxes.sql' });
  });

  it('refuses a database that a newer program made', async () => {
    write('2-lids.sql', 'create table lids (box int);');
    await migrate(database.ownerUrl, directory);
    rmSync(join(directory, '2-lids.sql'));

    const older = migrate(database.ownerUrl, directory);

    await expect(older).rejects.toThrow(MigrationRefused);
  });

  it('names what it would apply without applying it', async () => {
    await migrate(database.ownerUrl, directory);
    write('2-lids.sql', 'create table lids (box int);');

    const names = await connected((client) => pendingMigrations(client, directory));

    expect(names).toEqual(['2-lids.sql']);
    expect(await tables()).not.toContain('lids');
  });

  it('leaves nothing of a migration that fails half-way', async () => {
    write('2-broken.sql', 'create table lids (box int); select 1 / 0;');

    await expect(migrate(database.ownerUrl, directory)).rejects.toThrow('2-broken.sql');

    expect(await tables()).toEqual(['boxes', 'schema_migration']);
  });

  it('backs up before changing a database that holds something, and only then', async () => {
    const backups: string[] = [];
    const backupBefore = async () => void backups.push((await tables()).join());

    await migrate(database.ownerUrl, directory, { backupBefore });
    write('2-lids.sql', 'create table lids (box int);');
    await migrate(database.ownerUrl, directory, { backupBefore });
    await migrate(database.ownerUrl, directory, { backupBefore });

    expect(backups).toEqual(['boxes,schema_migration']);
  });

  it('makes serving roles that cannot pass row-level security by', async () => {
    await migrate(database.ownerUrl, directory);

    const roles = await rows(
      `select rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname in ('forestall_app', 'forestall_sequencer') order by 1`,
    );

    const powerless = { rolsuper: false, rolbypassrls: false, rolcreaterole: false };
    expect(roles).toEqual([
      { rolname: 'forestall_app', ...powerless },
      { rolname: 'forestall_sequencer', ...powerless },
    ]);
  });

  function write(name: string, statements: string): void {
    writeFileSync(join(directory, name), statements);
  }

  async function tables(): Promise<unknown[]> {
    return (await rows(`select tablename from pg_tables where schemaname = 'public' order by 1`)).map(
      (row) => row.tablename,
    );
  }

  async function rows(query: string): Promise<Record<string, unknown>[]> {
    return connected(async (client) => (await client.query(query)).rows);
  }

  async function connected<T>(act: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    return act(client).finally(() => client.end());
  }
});
