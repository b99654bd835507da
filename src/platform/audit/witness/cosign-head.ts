import type { Clock } from '../../clock.ts';
import type { Sql } from '../../db/database.ts';
import {
  type Checkpoint,
  cosign,
  emptyRoot,
  verifyCheckpoint,
  verifyConsistency,
  type WitnessKey,
} from '../tree/index.ts';
import { readSubmission, type Submission } from './submission.ts';

/** The answer to a log that shows its head, as C2SP tlog-witness has it. */
export type Cosigned = { status: 200 | 400 | 403 | 404 | 409 | 422; text: string };
type Doubt = 'older-head' | 'other-head' | 'no-proof';
type Known = { origin: string; verifierKey: string; size: number; root: Buffer };

/**
 * Cosigns a head that is signed by its log and follows, by proof, from the last one that was cosigned here; refuses any other
 * and keeps it as evidence. Two heads at once: one waits for the other.
 */
export async function cosignHead(
  sql: Sql,
  { key, clock }: { key: WitnessKey; clock: Clock },
  text: string,
): Promise<Cosigned> {
  const given = readSubmission(text);
  if (!given) return { status: 400, text: 'This is no submission of a checkpoint.\n' };
  const known = await knownLog(sql, given.note.split('\n')[0] ?? '');
  if (!known) return { status: 404, text: 'This log is not witnessed here.\n' };
  const head = verifyCheckpoint(given.note, known.verifierKey);
  if (!head) return { status: 403, text: 'The checkpoint is not signed by this log.\n' };
  const refusal = await refusalOf(sql, known, head, given, clock);
  if (refusal) return refusal;
  const now = clock.now();
  const line = cosign(given.note, key, Math.floor(now.getTime() / 1_000));
  await sql
    .updateTable('witnessedLogs')
    .set({ size: head.size, note: given.note + line, cosignedAt: now })
    .where('origin', '=', known.origin)
    .execute();
  return { status: 200, text: line };
}

async function knownLog(sql: Sql, origin: string): Promise<Known | null> {
  const row = await sql
    .selectFrom('witnessedLogs')
    .select(['origin', 'verifierKey', 'size', 'note'])
    .where('origin', '=', origin)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  const root = row.note === null ? emptyRoot : Buffer.from(row.note.split('\n')[2] ?? '', 'base64');
  return { origin, verifierKey: row.verifierKey, size: Number(row.size), root };
}

async function refusalOf(
  sql: Sql,
  known: Known,
  head: Checkpoint,
  given: Submission,
  clock: Clock,
): Promise<Cosigned | null> {
  const doubt = doubtOf(known, head, given);
  if (doubt === 'unasked') return { status: 409, text: `${known.size}\n` };
  if (!doubt) return null;
  await keepDoubt(sql, known.origin, doubt, given.note, clock);
  return doubt === 'no-proof'
    ? { status: 422, text: 'The proof does not lead from what was seen before to this checkpoint.\n' }
    : { status: 409, text: `${known.size}\n` };
}

/** Why this head does not follow from the one before; `unasked` where it only begins from another size than ours. */
function doubtOf(known: Known, head: Checkpoint, { oldSize, proof }: Submission): Doubt | 'unasked' | null {
  if (head.size < known.size) return 'older-head';
  if (head.size === known.size && known.size > 0 && !head.root.equals(known.root)) return 'other-head';
  if (oldSize !== known.size) return 'unasked';
  const follows = verifyConsistency({
    firstSize: known.size,
    secondSize: head.size,
    firstRoot: known.root,
    secondRoot: head.root,
    proof,
  });
  return follows ? null : 'no-proof';
}

/** Two heads of one size are proof against the log, and no later doubt takes their place. */
const keepDoubt = (sql: Sql, origin: string, doubt: Doubt, note: string, clock: Clock) =>
  sql
    .updateTable('witnessedLogs')
    .set({ doubt, doubtedNote: note, doubtedAt: clock.now() })
    .where('origin', '=', origin)
    .where((is) => is.or([is('doubt', 'is', null), is('doubt', '<>', 'other-head')]))
    .execute();
