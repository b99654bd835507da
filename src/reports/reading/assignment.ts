import { sql as raw } from 'kysely';
import { deskAt } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';

type Ties = { isResponsible: boolean; isReceiver: boolean; isAccountable: boolean; isOnTheTeam: boolean };

/**
 * By which assignment this person reads this report, in one word for the log: it waits for them, the shift is theirs, they sent
 * it on or wrote it down, or they are on the team of a case that rests on it. Null where it is none of these: then they say why.
 */
export async function assignmentTo(tx: Tx<PersonActor>, ground: Ground, report: string): Promise<string | null> {
  const { personId } = tx.actor;
  const ties = await tiesTo(tx, report, personId);
  if (ties?.isResponsible) return 'responsible';
  const { shift, isOnDuty } = await deskAt(tx, ground.clock.now());
  if (isOnDuty && shift?.officerId === personId) return 'officer-on-duty';
  if (ties?.isAccountable) return 'accountable';
  if (ties?.isReceiver) return 'wrote-it-down';
  return ties?.isOnTheTeam ? 'case-team' : null;
}

async function tiesTo(tx: Tx, report: string, person: string): Promise<Ties | undefined> {
  const { rows } = await raw<Ties>`
    select r.responsible_id = ${person} as is_responsible, r.received_by is not distinct from ${person} as is_receiver,
      exists (select from report_handovers h where h.report_id = r.id and h.accountable_id = ${person} and h.accepted_at is null) as is_accountable,
      exists (
        select from case_reports link join cases c on c.id = link.case_id where link.report_id = r.id and (
          ${person} in (c.lead_id, c.deputy_id)
          or exists (select from case_members m where m.case_id = c.id and m.person_id = ${person} and m.part = 'member' and m.left_at is null)
          or exists (select from hand_over_offers o where o.case_id = c.id and o.to_id = ${person} and o.state = 'open')
        )
      ) as is_on_the_team
    from reports r where r.id = ${report}`.execute(tx.sql);
  return rows[0];
}
