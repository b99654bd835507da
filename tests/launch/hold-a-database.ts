// Launches the database of the folder that it is given, inserts rows for ever, and prints each one once it is acknowledged.
import { Client } from 'pg';
import { launchPostgres } from '../../src/platform/postgres/launch.ts';

const [dataDirectory = '', chosenBinaries] = process.argv.slice(2);
const { ownerUrl } = await launchPostgres({
  dataDirectory,
  ownerPassword: 'for-tests-only',
  log: () => {},
  chosenBinaries,
});
const client = new Client({ connectionString: ownerUrl });
await client.connect();
await client.query('create table if not exists marks (n int primary key)');
for (let n = 1; ; n += 1) {
  await client.query('insert into marks values ($1)', [n]);
  process.stdout.write(`${n}\n`);
}
