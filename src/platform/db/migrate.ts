import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { OperatorFault } from '../operator-fault.ts';
import { ensureRoles, type RolePasswords } from './roles.ts';

type Migration = { name: string; checksum: string; statements: string };

export type MigrationOptions = {
  /** Called before the first change to a database that already holds something. */
  backupBefore?: () => Promise<void>;
  passwords?: RolePasswords;
  /** Applies these alone, by name: the shape that an older database had. */
  only?: string[];
};

/** The database cannot be brought to this program's shape; nothing was changed. */
export class MigrationRefused extends OperatorFault {
  override name = 'MigrationRefused';
  readonly because: 'changed' | 'newer';
  readonly migration: string;

  constructor(because: 'changed' | 'newer', migration: string) {
    super(
      because === 'newer'
        ? newer(migration)
        : `The migration ${migration} is not the one that this database was made with.`,
    );
    this.because = because;
    this.migration = migration;
  }
}

/** Any number that no other program uses as an advisory lock. */
const LOCK = 7_032_114_009;

/**
 * Brings the database to the shape of the migrations in `directory`, in the order of their names, each in one transaction.
 * Two programs starting at once: one works, the other waits and finds nothing to do. Answers the names applied now.
 */
export async function migrate(ownerUrl: string, directory: string, options: MigrationOptions = {}): Promise<string[]> {
  return asOwner(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await ensureRoles(client, options.passwords ?? {});
    await client.query(HISTORY);
    const waiting = await waitingMigrations(client, chosen(migrationsIn(directory), options.only));
    if (waiting.length > 0 && (await holdsSomething(client))) await options.backupBefore?.();
    for (const migration of waiting) await apply(client, migration);
    return waiting.map(({ name }) => name);
  });
}

/** Names of the migrations that `migrate` would apply. Refuses as it would. */
export async function pendingMigrations(owner: Client, directory: string): Promise<string[]> {
  const { rows } = await owner.query(`select to_regclass('public.schema_migration') is not null as made`);
  const migrations = migrationsIn(directory);
  const waiting = rows[0].made ? await waitingMigrations(owner, migrations) : migrations;
  return waiting.map(({ name }) => name);
}

const HISTORY = `create table if not exists public.schema_migration (
  name text primary key, checksum text not null, applied_at timestamptz not null default now()
)`;

async function asOwner<T>(ownerUrl: string, act: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

function migrationsIn(directory: string): Migration[] {
  const names = readdirSync(directory).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => {
    const statements = readFileSync(join(directory, name), 'utf8');
    return { name, statements, checksum: createHash('sha256').update(statements).digest('hex') };
  });
}

function chosen(migrations: Migration[], only: string[] | undefined): Migration[] {
  const unknown = only?.find((name) => !migrations.some((migration) => migration.name === name));
  if (unknown) throw new MigrationRefused('newer', unknown);
  return only ? migrations.filter(({ name }) => only.includes(name)) : migrations;
}

async function waitingMigrations(client: Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from public.schema_migration order by name',
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  for (const { name, checksum } of rows) {
    if (!known.has(name)) throw new MigrationRefused('newer', name);
    if (known.get(name) !== checksum) throw new MigrationRefused('changed', name);
  }
  const applied = new Set(rows.map(({ name }) => name));
  return migrations.filter(({ name }) => !applied.has(name));
}

async function holdsSomething(client: Client): Promise<boolean> {
  const { rowCount } = await client.query('select from public.schema_migration limit 1');
  return rowCount === 1;
}

async function apply(client: Client, { name, statements, checksum }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(statements);
    await client.query('insert into public.schema_migration (name, checksum) values ($1, $2)', [name, checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`The migration ${name} failed and left nothing behind: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

function newer(migration: string): string {
  return `This database was made by a newer Forestall (it has ${migration}): start that one, or restore a backup made before it.`;
}
