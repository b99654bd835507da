import { Client, Pool } from 'pg';
import { TEMPLATE, urlOfDatabase } from './database-names.ts';

export type WorkerDatabase = {
  ownerUrl: string;
  appUrl: string;
  sequencerUrl: string;
  /** The owner passes row-level security by: for preparing and for looking, never for what is under test. */
  owner: Pool;
  app: Pool;
  close(): Promise<void>;
};

let made = 0;

/** Makes a fresh database for one test file, migrated or with nothing in it; `close` drops it. */
export async function workerDatabase(shape: 'migrated' | 'empty' = 'migrated'): Promise<WorkerDatabase> {
  const serverUrl = serverOfThisRun();
  const name = `worker_${process.env.VITEST_POOL_ID ?? '0'}_${process.pid}_${++made}`;
  const template = shape === 'migrated' ? ` template ${TEMPLATE}` : '';
  await asServerOwner(serverUrl, `create database ${name}${template}`);
  const ownerUrl = urlOfDatabase(serverUrl, name);
  const appUrl = urlOfDatabase(serverUrl, name, 'forestall_app');
  const owner = new Pool({ connectionString: ownerUrl, max: 4 });
  const app = new Pool({ connectionString: appUrl, max: 10 });
  const close = async () => {
    await Promise.all([owner.end(), app.end()]);
    await dropDatabase(serverUrl, name);
  };
  return { ownerUrl, appUrl, sequencerUrl: urlOfDatabase(serverUrl, name, 'forestall_sequencer'), owner, app, close };
}

/** Makes a database with nothing in it, for tests of migrations and restores; `drop` removes it. */
export async function emptyDatabase(): Promise<{ ownerUrl: string; drop(): Promise<void> }> {
  const serverUrl = serverOfThisRun();
  const name = `empty_${process.env.VITEST_POOL_ID ?? '0'}_${process.pid}_${++made}`;
  await asServerOwner(serverUrl, `create database ${name}`);
  const drop = () => dropDatabase(serverUrl, name);
  return { ownerUrl: urlOfDatabase(serverUrl, name), drop };
}

function serverOfThisRun(): string {
  const url = process.env.TEST_POSTGRES_URL;
  if (!url) throw new Error('TEST_POSTGRES_URL is not set: tests/setup/postgres.ts must be the global set-up.');
  return url;
}

/** Only a superuser may end an autovacuum by force, but an ordinary drop does: force is for connections that were left behind. */
async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const drop = `drop database ${name}`;
  await asServerOwner(serverUrl, drop).catch(() => asServerOwner(serverUrl, `${drop} with (force)`));
}

async function asServerOwner(serverUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
