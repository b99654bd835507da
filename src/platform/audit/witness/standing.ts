import type { Clock } from '../../clock.ts';
import type { Sql, Tx } from '../../db/database.ts';
import { OperatorFault } from '../../operator-fault.ts';
import { parseWitnessVerifierKey, verifyCheckpoint } from '../tree/index.ts';

/** An installation that watches the logs here, and since when it has had trouble with this one. */
export type Witness = {
  name: string;
  address: string;
  seenSize: number;
  seenAt: Date | null;
  trouble: string | null;
  troubleSince: Date | null;
};
/** A log of another installation that is watched here. */
export type WitnessedLog = {
  origin: string;
  size: number;
  note: string | null;
  cosignedAt: Date | null;
  doubt: string | null;
  doubtedAt: Date | null;
  doubtedNote: string | null;
};

/** Shows the heads of all logs here to the installation at this address from now on; refuses a key that was mistyped. */
export async function addWitness(sql: Sql, clock: Clock, address: string, verifierKey: string): Promise<void> {
  const key = parseWitnessVerifierKey(verifierKey);
  if (!key) throw new OperatorFault('This is not the key of a witness, or it was mistyped.');
  if (!/^https?:\/\/\S{1,300}$/.test(address)) throw new OperatorFault('The address must begin with https://.');
  const row = { name: key.name, address: address.replace(/\/+$/, ''), verifierKey, addedAt: clock.now() };
  await sql
    .insertInto('witnesses')
    .values(row)
    .onConflict((same) => same.doNothing())
    .execute();
}

/** Shows it nothing any more; true if it was a witness. */
export async function removeWitness(sql: Sql, name: string): Promise<boolean> {
  const { numDeletedRows } = await sql.deleteFrom('witnesses').where('name', '=', name).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Cosigns the heads of this log of another installation from now on; refuses a key that was mistyped. */
export async function acceptLog(sql: Sql, clock: Clock, verifierKey: string): Promise<void> {
  const origin = verifierKey.trim().split('+')[0] ?? '';
  try {
    verifyCheckpoint('\n\n', verifierKey.trim());
  } catch {
    throw new OperatorFault('This is not the key of a log, or it was mistyped.');
  }
  await sql
    .insertInto('witnessedLogs')
    .values({ origin, verifierKey: verifierKey.trim(), acceptedAt: clock.now() })
    .onConflict((same) => same.doNothing())
    .execute();
}

/** Every witness of this installation, and how it stands to the log of this community. */
export async function witnessesOf(tx: Tx): Promise<Witness[]> {
  const rows = await tx.sql
    .selectFrom('witnesses as w')
    .leftJoin('witnessStandings as s', 's.witness', 'w.name')
    .select(['w.name', 'w.address', 's.seenSize', 's.seenAt', 's.trouble', 's.troubleSince'])
    .orderBy('w.name')
    .execute();
  return rows.map((row) => ({ ...row, seenSize: Number(row.seenSize ?? 0) }));
}

/** Every log that is watched here. */
export async function witnessedLogs(sql: Sql): Promise<WitnessedLog[]> {
  const rows = await sql
    .selectFrom('witnessedLogs')
    .select(['origin', 'size', 'note', 'cosignedAt', 'doubt', 'doubtedAt', 'doubtedNote'])
    .orderBy('origin')
    .execute();
  return rows.map((row) => ({ ...row, size: Number(row.size) }));
}
