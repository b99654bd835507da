import { seededChance } from '../../src/platform/chance.ts';
import { newId, spokenNumber } from '../../src/platform/ids.ts';
import { currentGroup } from '../../src/platform/keys/index.ts';
import { newRecordKey, wrapRecordKey } from '../../src/platform/vault/index.ts';
import { concern } from '../../src/reports/contract.ts';
import { sealAt } from '../../src/reports/sealing.ts';
import type { Program } from './program.ts';

const vocabulary =
  'yesterday somebody school corridor friend said heard bus teacher angry quiet door evening message group phone brother lesson window plan paper names list garden stairs market square concert church office letter voice winter street corner hidden worried strange often again never always before after morning'.split(
    ' ',
  );

/** Invented words of about this many characters, other ones for each seed. */
export function inventedWords(seed: string, characters: number): string {
  const bytes = seededChance(seed).bytes(Math.ceil(characters / 4));
  const words = Array.from(bytes, (byte) => vocabulary[byte % vocabulary.length]!);
  return words.join(' ').slice(0, characters);
}

/** Puts many decided reports into the database at once, sealed to the duty group; `words` tells what stands in each. */
export async function keepManyReports(
  program: Program,
  count: number,
  words: (at: number) => string,
): Promise<string[]> {
  const { ground, communityId, actors } = program;
  const group = await program.as(actors.duty, (tx) => currentGroup(tx, 'duty'));
  const ids: string[] = [];
  for (let from = 0; from < count; from += 500) {
    const reports: unknown[][] = [[], [], []];
    const copies: unknown[][] = [[], [], []];
    for (let at = from; at < Math.min(count, from + 500); at += 1) {
      const id = newId(ground.clock, ground.chance);
      const key = newRecordKey();
      const told = concern.parse({ dangerNow: false, what: words(at), language: 'en' });
      const spot = { community: communityId, report: id, table: 'reports', column: 'content', row: id } as const;
      const context = { community: communityId, record: id, recipient: group.id };
      const copy = wrapRecordKey(key, group.publicKey, ground.keyStore, context);
      ids.push(id);
      for (const [column, value] of [
        id,
        `${spokenNumber(ground.chance)}${at}`,
        sealAt(key, spot, { concern: told, rule: 'nothing-ticked' }),
      ].entries())
        reports[column]!.push(value);
      for (const [column, value] of [id, copy.generation, copy.outer].entries()) copies[column]!.push(value);
    }
    await program.databases.owner.query(
      `insert into reports (community_id, id, number, channel, language, received_at, state, urgency, original_urgency, responsible_id, outcome, decided_by, decided_at, content)
       select $1, r.id, r.number, 'web', 'en', $2, 'decided', 'routine', 'routine', $3, 'resolved-on-contact', $3, $2, r.content
       from unnest($4::uuid[], $5::text[], $6::bytea[]) as r (id, number, content)`,
      [communityId, ground.clock.now(), actors.duty.personId, ...reports],
    );
    await program.databases.owner.query(
      `insert into wrapped_copies (community_id, record_id, recipient_id, recipient_kind, generation, form, wrapped, created_at)
       select $1, c.id, $2, 'group', c.generation, 'sealed-box', c.wrapped, $3
       from unnest($4::uuid[], $5::int[], $6::bytea[]) as c (id, generation, wrapped)`,
      [communityId, group.id, ground.clock.now(), ...copies],
    );
  }
  await program.databases.owner.query('analyze reports, wrapped_copies');
  return ids;
}
