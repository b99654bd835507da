import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp, restore } from '../../src/app/archives.ts';
import type { Config } from '../../src/app/config.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import { openRecordKey } from '../../src/platform/keys/index.ts';
import { openKeyStore } from '../../src/platform/vault/index.ts';
import { foundInstallation } from '../program/keeping.ts';
import { type Program, startProgram } from '../program/program.ts';
import { type Stage, setTheStage } from '../program/stage.ts';
import { emptyDatabase } from '../setup/worker-database.ts';

/** What must not come back to life. */
const ofAMoment = ['sessions', 'sign_in_challenges'];

let program: Program;
let stage: Stage;
let folder: string;
const identity = generateIdentity();
const places = () => ({ dataFile: join(folder, 'data.age'), keyFile: join(folder, 'keys.age') });
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'forestall-d03-'));
  program = await startProgram();
  await foundInstallation(program);
  stage = await setTheStage(program);
  const sealTo = { recipients: [await identityToRecipient(await identity)] };
  await backUp({ home: program.folder } as Config, program.databases.ownerUrl, places(), sealTo, program.clock);
}, 120_000);
afterAll(async () => {
  await program.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The SHA-256 of every row of each table, in an order of their own. */
async function sumsOf(url: string): Promise<Record<string, string>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    );
    const sums: Record<string, string> = {};
    for (const { name } of rows.filter((each) => ![...ofAMoment, 'schema_migration'].includes(each.name)))
      sums[name] = (
        await client.query(
          `select count(*) || ' ' || coalesce(encode(sha256(convert_to(string_agg(t::text, E'\\n' order by t::text), 'UTF8')), 'hex'), '') as sum from "${name}" t`,
        )
      ).rows[0].sum;
    return sums;
  } finally {
    await client.end();
  }
}

describe('D-03 backups restore', () => {
  it('gives every table back, by its SHA-256, and what is sealed opens for whom it did before', async () => {
    const target = await emptyDatabase();
    const home = mkdtempSync(join(folder, 'restored-'));

    await restore({ home } as Config, target.ownerUrl, places(), { identity: await identity });

    const sums = await sumsOf(program.databases.ownerUrl);
    expect(await sumsOf(target.ownerUrl)).toEqual(sums);
    expect(Object.keys(sums).length).toBeGreaterThan(40);
    const restored = openDatabase(target.ownerUrl);
    const ground = { ...program.ground, database: restored, keyStore: openKeyStore(join(home, 'keys')) };
    const key = await restored.withActor(program.actors.duty, (tx) => openRecordKey(tx, ground, stage.waiting.id));
    expect(key).toHaveLength(32);
    await restored.close();
    await target.drop();
  }, 120_000);

  it('restores nothing of a file in which one byte differs', async () => {
    const target = await emptyDatabase();
    const damaged = { ...places(), dataFile: join(folder, 'damaged.age') };
    const bytes = readFileSync(places().dataFile);
    const at = bytes.length - 3_000;
    bytes[at] = bytes[at]! ^ 1;
    writeFileSync(damaged.dataFile, bytes);

    const home = mkdtempSync(join(folder, 'damaged-'));
    const restoring = restore({ home } as Config, target.ownerUrl, damaged, { identity: await identity });

    await expect(restoring).rejects.toThrow();
    await target.drop();
  }, 120_000);
});
