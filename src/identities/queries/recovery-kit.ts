import { sql as raw } from 'kysely';
import { membersById } from '../../community/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { RecoveryKitState } from '../contract.ts';

/** Which role holds which sheet of the recovery kit. */
export const kitRoles = { A: 'custodian', B: 'overseer' } as const;

/** Who holds the two sheets, and whether a sealed identity can be taken. */
export async function recoveryKitOf(tx: Tx): Promise<RecoveryKitState> {
  const rows = await tx.sql.selectFrom('recoveryKitHolders').selectAll().execute();
  const names = await membersById(
    tx,
    rows.map((row) => row.personId),
  );
  const holder = (half: 'A' | 'B') => {
    const row = rows.find((each) => each.half === half);
    if (!row) return null;
    return {
      by: { id: row.personId, name: names.get(row.personId)?.name ?? '' },
      at: row.confirmedAt.toISOString(),
    };
  };
  return { A: holder('A'), B: holder('B'), isOffered: await isOffered(tx) };
}

/**
 * True while both sides exist: a custodian and an overseer who hold their group's key, and the two sheets of the recovery kit
 * with an active person of each side. The public form asks this, so it is one question.
 */
export async function isOffered(tx: Tx): Promise<boolean> {
  const { rows } = await raw<{ sides: number }>`
    select count(*)::int as sides from (values ('A', 'custodian', 'custodians'), ('B', 'overseer', 'overseers')) as side (half, role, name)
    where exists (
      select from recovery_kit_holders h join memberships m on m.person_id = h.person_id
      where h.half = side.half and m.state = 'active' and side.role = any (m.roles)
    ) and exists (
      select from key_groups g join key_group_members k on k.group_id = g.id join memberships m on m.person_id = k.person_id
      where g.name = side.name and m.state = 'active'
        and g.version = (select max(n.version) from key_groups n where n.name = side.name)
    )`.execute(tx.sql);
  return rows[0]?.sides === 2;
}
