import { sql as raw } from 'kysely';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import type { MeetingPage } from './contract.ts';

const itemsAtMost = 200;
const horizonMilliseconds = 7 * 86_400_000;

export type Due = { caseId: string; reasons: MeetingPage['agenda'][number]['reasons'] };

/**
 * What is due in the open cases on whose team one of these people is: what was never spoken of or put off, what has changed
 * since the case was last spoken of, and what is late. The gravest first; nothing of it is content.
 */
export async function whatIsDue(tx: Tx, ground: Ground, people: readonly string[]): Promise<Due[]> {
  if (people.length === 0) return [];
  const now = ground.clock.now();
  const soon = new Date(now.getTime() + horizonMilliseconds);
  const { rows } = await raw<Due>`
    select c.id as "caseId", r.reasons from cases c
    cross join lateral (
      select max(e.written_at) as at from meeting_entries e where e.community_id = c.community_id and e.case_id = c.id
    ) spoken
    cross join lateral (
      select coalesce(spoken.at, c.opened_at) as since
    ) s
    cross join lateral (
      select array_remove(array[
        case when spoken.at is null then 'new' end,
        case when exists (select from lead_changes l where l.community_id = c.community_id and l.case_id = c.id and l.why = 'reopened' and l.at > s.since) then 'reopened' end,
        case when exists (select from meeting_items i where i.community_id = c.community_id and i.case_id = c.id and i.put_off_at > s.since) then 'put-off' end,
        case when exists (select from concern_rounds r where r.community_id = c.community_id and r.case_id = c.id and greatest(r.reconciled_at, r.raised_at) > s.since) then 'level-changed' end,
        case when exists (select from concern_rounds r where r.community_id = c.community_id and r.case_id = c.id and r.reconciled_at is null) then 'rating-waits' end,
        case when exists (select from case_reports p where p.community_id = c.community_id and p.case_id = c.id and p.linked_at > s.since) then 'new-report' end,
        case when c.next_review_at <= ${now} then 'review-overdue' when c.next_review_at <= ${soon} then 'review-due' end,
        case when exists (select from actions a where a.community_id = c.community_id and a.case_id = c.id and a.state in ('assigned', 'accepted') and a.due_at <= ${now}) then 'action-overdue' end,
        case when exists (select from actions a where a.community_id = c.community_id and a.case_id = c.id and a.state in ('done', 'not-done') and a.result_due_at <= ${now}) then 'result-overdue' end,
        case when exists (select from inquiries q where q.community_id = c.community_id and q.case_id = c.id and q.state = 'planned' and q.due_at <= ${now}) then 'inquiry-overdue' end,
        case when exists (select from stage_visits v where v.community_id = c.community_id and v.case_id = c.id and v.exit is null and v.due_at <= ${now}) then 'stage-overdue' end
      ], null) as reasons
    ) r
    where c.state = 'open' and c.opened_at <= ${now} and cardinality(r.reasons) > 0 and (
      c.lead_id = any(${people}) or c.deputy_id = any(${people}) or exists (
        select from case_members m where m.community_id = c.community_id and m.case_id = c.id
          and m.part = 'member' and m.left_at is null and m.person_id = any(${people})
      )
    )
    order by array_position(array['imminent', 'high', 'moderate', 'unrated', 'low'], c.level_of_concern), c.next_review_at, c.id
    limit ${itemsAtMost}`.execute(tx.sql);
  return rows;
}
