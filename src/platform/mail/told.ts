import { sql as raw } from 'kysely';
import type { Tx } from '../db/database.ts';

export type ToldByMail = { personId: string; template: string; at: Date; deliveredAt: Date | null };

/** Who was written to about the record with this number, in the order of time; mail that left 30 days ago is forgotten. */
export async function toldByMail(tx: Tx, number: string): Promise<ToldByMail[]> {
  return await tx.sql
    .selectFrom('mailMessages')
    .select(['personId', 'template', 'createdAt as at', 'deliveredAt'])
    .where(raw<boolean>`parameters ->> 'number' = ${number}`)
    // Who is asked to open an identity is no step of the desk's ladder.
    .where('template', 'not like', 'identity-%')
    .orderBy('createdAt')
    .limit(100)
    .execute();
}
