import { Client } from 'pg';
import { migrate } from '../../src/platform/db/migrate.ts';
import { launchTemporaryPostgres } from '../../src/platform/postgres/temporary.ts';
import { MIGRATIONS, ROLE_PASSWORDS, TEMPLATE, urlOfDatabase } from './database-names.ts';

/** Starts one PostgreSQL for the run and makes the migrated template from which each worker's databases are copied. */
export default async function startPostgres(): Promise<() => Promise<void>> {
  const { ownerUrl, stop } = await launchTemporaryPostgres(process.env.FORESTALL_POSTGRES);
  await makeTemplate(ownerUrl);
  process.env.TEST_POSTGRES_URL = ownerUrl;
  return stop;
}

/** Makes the migrated database from which fresh ones are copied. */
export async function makeTemplate(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  await migrate(urlOfDatabase(ownerUrl, TEMPLATE), MIGRATIONS, { passwords: ROLE_PASSWORDS });
}
