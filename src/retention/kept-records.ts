import type { Tx } from '../platform/db/database.ts';
import type { Ground } from '../platform/ground.ts';
import type { RecordKind, RetentionRule } from './contract.ts';

/** A record by what remains of it when it is gone. */
export type Kept = { id: string; number: string };

/** What a slice tells of its records, so that they can be kept, held and destroyed without anybody knowing the slice. */
export type KeptRecords = {
  kind: RecordKind;
  find(tx: Tx, id: string): Promise<Kept | null>;
  /** The rule that runs for a record that came to its end, and since when; null while it is in use. */
  runsSince(tx: Tx, id: string): Promise<{ rule: RetentionRule; since: Date } | null>;
  /** Some of those that came to their end under this rule before that moment, the oldest first. */
  endedBefore(
    tx: Tx,
    rule: RetentionRule,
    before: Date,
    except: readonly string[],
  ): Promise<(Kept & { endedAt: Date })[]>;
  /** Some of those that came to their end and may be kept past that moment only under a name, the oldest first. */
  beyondCeiling(tx: Tx, moment: Date, except: readonly string[]): Promise<(Kept & { endsAt: Date; days: number })[]>;
  /** The moment past which the record may be kept only under a name, whatever its rule says; null where the rule alone counts. */
  ceilingAt(tx: Tx, id: string): Promise<Date | null>;
  /** Records that nothing else needs once this one is gone. */
  companions(tx: Tx, id: string): Promise<(Kept & { kind: RecordKind })[]>;
  /** Deletes its rows, and ends what was given of it elsewhere; refused by the database while it is held or has no certificate. */
  remove(tx: Tx, id: string, ground: Ground): Promise<void>;
};

export type AllKeptRecords = Record<RecordKind, KeptRecords>;
