/** Whoever has a part in a case: its lead, its deputy, its team, and whoever is offered the lead. */
const hasPart = (person: string) => `(${person} in (c.lead_id, c.deputy_id)
  or exists (select from case_members m where m.case_id = c.id and m.person_id = ${person} and m.left_at is null)
  or exists (select from hand_over_offers o where o.case_id = c.id and o.to_id = ${person} and o.state = 'open'))`;

/** What must be none after every step, each with the rows that break it. */
const rules: Record<string, string> = {
  'a waiting report without an active officer':
    "from reports r join memberships m on m.person_id = r.responsible_id where r.state = 'waiting' and (m.state <> 'active' or r.next_due_at is null)",
  'a decided report without a person or a reason':
    "from reports r where r.state = 'decided' and not exists (select from report_decisions d where d.report_id = r.id and d.act = 'decided' and d.person_id is not null and d.reason is not null)",
  'an open case without two active people':
    "from cases c where c.state = 'open' and (select count(*) from memberships m where m.person_id in (c.lead_id, c.deputy_id) and m.state = 'active') <> 2",
  'an open case without a next review': "from cases c where c.state = 'open' and c.next_review_at is null",
  'an open action in the hands of nobody active':
    "from actions a join cases c on c.id = a.case_id join memberships m on m.person_id = a.assignee_id where a.state in ('assigned', 'accepted') and c.state = 'open' and (m.state <> 'active' or a.due_at is null)",
  'an open action of somebody without a part': `from actions a join cases c on c.id = a.case_id where a.state in ('assigned', 'accepted') and c.state = 'open' and not ${hasPart('a.assignee_id')}`,
  'an action verified by whoever did it':
    "from actions a where a.state = 'verified' and (a.verified_by is null or a.verified_by = a.assignee_id)",
  'a planned inquiry in the hands of nobody active':
    "from inquiries i join cases c on c.id = i.case_id join memberships m on m.person_id = i.asker_id where i.state = 'planned' and c.state = 'open' and m.state <> 'active'",
  'an open case outside its stage':
    "from cases c where c.state = 'open' and (select count(*) from stage_visits v where v.case_id = c.id and v.exit is null and v.stage = c.stage) <> 1",
  'a stage left without a reason': 'from stage_visits where exit is not null and (reason is null or exited_by is null)',
  'a level that one person alone lowered':
    'from concern_rounds r where r.level is not null and (select count(distinct rater_id) from concern_ratings g where g.round_id = r.id) <> 2',
  'somebody recused with a part in the case': `from recusals r join cases c on c.id = r.case_id where c.state = 'open' and (${hasPart('r.person_id')} or exists (select from actions a where a.case_id = c.id and a.assignee_id = r.person_id and a.state in ('assigned', 'accepted')))`,
  'a key of a case with somebody who has no part in it': `from wrapped_copies w join cases c on c.id = w.record_id join people p on p.id = w.recipient_id where not ${hasPart('p.id')}`,
  'a case closed over something that is not at its end':
    "from cases c where c.state = 'closed' and (exists (select from inquiries i where i.case_id = c.id and i.state = 'planned') or exists (select from actions a where a.case_id = c.id and a.state in ('assigned', 'accepted')) or exists (select from hand_over_offers o where o.case_id = c.id and o.state = 'open'))",
  'a closed case that does not say why':
    "from cases c where c.state = 'closed' and (select count(*) from case_closings x where x.case_id = c.id and x.reopened_at is null and x.reason = c.closing_reason) <> 1",
  'an open case with a closing that stands':
    "from cases c where c.state = 'open' and exists (select from case_closings x where x.case_id = c.id and x.reopened_at is null)",
  'an open case of which is asked whether it opens':
    "from cases c join reopening_questions q on q.case_id = c.id where c.state = 'open' and q.answer is null",
  'a round accepted twice': "from hand_over_offers where state = 'accepted' group by round_id having count(*) > 1",
  "a story that does not end with today's lead":
    'from cases c where (select lead_id::text || deputy_id::text from lead_changes l where l.case_id = c.id order by position desc limit 1) <> c.lead_id::text || c.deputy_id::text',
  'a meeting that runs with fewer than two':
    "from meetings m where m.state = 'running' and (select count(*) from meeting_attendance a where a.meeting_id = m.id and a.is_present) < 2",
  'a closed meeting with something neither spoken of nor put off':
    "from meetings m join meeting_items i on i.meeting_id = m.id where m.state = 'closed' and i.put_off_at is null and not exists (select from meeting_entries e where e.meeting_id = m.id and e.case_id = i.case_id)",
  'a decision of a meeting that is no action':
    'from meeting_decisions d where not exists (select from actions a where a.id = d.action_id)',
  'something destroyed by one person':
    "from two_person_acts a where a.state = 'confirmed' and (a.answered_by is null or a.answered_by = a.asked_by)",
  'something destroyed over a hold':
    'from shreddings s join legal_holds h on h.record_id = s.record_id and h.held_at <= s.shredded_at and (h.released_at is null or h.released_at > s.shredded_at)',
  'something destroyed of which a key is left': 'from shreddings s join wrapped_copies w on w.record_id = s.record_id',
  'a request of the other side answered by nobody':
    "from subject_requests s where (s.state = 'answered') <> (s.answered_by is not null and s.answer is not null)",
  'a view that can still be opened though its sharing has ended':
    'from disclosures d join shared_views v on v.disclosure_id = d.id where d.ended_at is not null and v.closed_at is null',
};

/** The rules as one question: each broken row by the name of its rule. */
export const broken = Object.entries(rules)
  .map(([what, rows]) => `select '${what.replaceAll("'", "''")}' as what ${rows}`)
  .join(' union all ');
