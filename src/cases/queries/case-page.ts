import { type Member, membersById } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { openRecordKeys } from '../../platform/keys/index.ts';
import { openConcern } from '../../reports/index.ts';
import { closingsOf } from '../closing/present-closings.ts';
import { caseKey } from '../commands/case-row.ts';
import { shareWithTeam } from '../commands/share-case.ts';
import { concernOf } from '../concern/present-concern.ts';
import type { OpenedCase } from '../contract.ts';
import { extractsOf } from '../extracts/present-extracts.ts';
import { presentInquiry } from '../inquiries/inquire.ts';
import { pseudonymsOf } from '../people/people-of-case.ts';
import { named, presentCase } from '../present.ts';
import { presentReview } from '../reviews/review-case.ts';
import { actionSpot, type CaseContent, caseSpot, openActionContent, openAt } from '../sealing.ts';
import { presentVisit } from '../stages/present-stages.ts';
import { statementsOf } from '../statements/present-statements.ts';
import { standingOf } from '../team/recuse.ts';
import { validityOf } from '../validity/validate-case.ts';
import { presentOffer } from './offers.ts';

/** Everything of one case for somebody of its team; opening it also gives missing copies of its keys to the rest of the team. */
export async function openCasePage(tx: Tx<PersonActor>, ground: Ground, id: string): Promise<OpenedCase> {
  const key = await caseKey(tx, ground, id);
  await shareWithTeam(tx, ground, id);
  const row = await tx.sql.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const parts = await partsOf(tx, id);
  const names = await namesIn(tx, row, parts);
  const content = openAt<CaseContent>(key, caseSpot(row.communityId, id), row.content);
  const { recusals, declared } = await standingOf(tx, id, row.communityId, key);
  const people = await pseudonymsOf(tx, id, key);
  const now = ground.clock.now();
  const open = parts.actions.filter((action) => ['assigned', 'accepted'].includes(action.state));
  const counts = { openActions: open.length, overdueActions: open.filter((action) => action.dueAt <= now).length };
  return {
    ...presentCase(row, names, tx.actor.personId, parts.members, content.title, counts),
    version: row.version,
    title: content.title,
    summary: content.summary,
    closingReason: row.closingReason as OpenedCase['closingReason'],
    team: teamOf(row, parts.members, names, declared),
    recusals,
    extracts: await extractsOf(tx, id, key),
    reports: await presentReports(tx, ground, parts.reports),
    people,
    statements: await statementsOf(tx, id, key, people),
    actions: parts.actions.map((action) => ({
      id: action.id,
      position: action.position,
      category: action.category as OpenedCase['actions'][number]['category'],
      state: action.state as OpenedCase['actions'][number]['state'],
      ...openActionContent(key, action),
      fallback: action.fallback
        ? openAt<string>(key, actionSpot(row.communityId, id, action.id, 'fallback'), action.fallback)
        : null,
      needsVerification: action.needsVerification,
      assignee: named(action.assigneeId, names),
      dueAt: action.dueAt.toISOString(),
      resultDueAt: action.resultDueAt?.toISOString() ?? null,
      result: action.result
        ? openAt<string>(key, actionSpot(row.communityId, id, action.id, 'result'), action.result)
        : null,
      verifiedBy: action.verifiedBy ? named(action.verifiedBy, names) : null,
      version: action.version,
    })),
    offers: parts.offers.map((offer) => presentOffer(offer, names, key)),
    stages: parts.visits.map((visit) => presentVisit(visit, names, key)),
    ...(await closingsOf(tx, row, key)),
    reviews: parts.reviews.map((review) => presentReview(review, names, key)),
    validity: await validityOf(tx, ground, row, key),
    inquiries: parts.inquiries.map((each) => presentInquiry(each, names, key)),
    concern: await concernOf(tx, id, key, tx.actor.personId),
    leadChanges: parts.leadChanges.map((change) => ({
      lead: named(change.leadId, names),
      deputy: named(change.deputyId, names),
      why: change.why as OpenedCase['leadChanges'][number]['why'],
      at: change.at.toISOString(),
    })),
  };
}

async function partsOf(tx: Tx, id: string) {
  return {
    members: await tx.sql
      .selectFrom('caseMembers')
      .selectAll()
      .where('caseId', '=', id)
      .where('leftAt', 'is', null)
      .orderBy('succession')
      .execute(),
    actions: await tx.sql.selectFrom('actions').selectAll().where('caseId', '=', id).orderBy('position').execute(),
    offers: await tx.sql
      .selectFrom('handOverOffers')
      .selectAll()
      .where('caseId', '=', id)
      .orderBy('position', 'desc')
      .limit(40)
      .execute(),
    reviews: await tx.sql
      .selectFrom('caseReviews')
      .selectAll()
      .where('caseId', '=', id)
      .orderBy('position', 'desc')
      .execute(),
    inquiries: await tx.sql.selectFrom('inquiries').selectAll().where('caseId', '=', id).orderBy('position').execute(),
    visits: await tx.sql.selectFrom('stageVisits').selectAll().where('caseId', '=', id).orderBy('position').execute(),
    leadChanges: await tx.sql
      .selectFrom('leadChanges')
      .selectAll()
      .where('caseId', '=', id)
      .orderBy('position')
      .execute(),
    reports: await tx.sql
      .selectFrom('caseReports')
      .innerJoin('reports', 'reports.id', 'caseReports.reportId')
      .select([
        'reports.id',
        'reports.number',
        'reports.receivedAt',
        'reports.urgency',
        'reports.content',
        'reports.communityId',
      ])
      .where('caseReports.caseId', '=', id)
      .orderBy('caseReports.position')
      .execute(),
  };
}
type Parts = Awaited<ReturnType<typeof partsOf>>;

function namesIn(tx: Tx, row: { leadId: string; deputyId: string }, parts: Parts): Promise<Map<string, Member>> {
  return membersById(tx, [
    row.leadId,
    row.deputyId,
    ...parts.members.map((member) => member.personId),
    ...parts.actions.flatMap((action) => [action.assigneeId, ...(action.verifiedBy ? [action.verifiedBy] : [])]),
    ...parts.offers.flatMap((offer) => [offer.fromId, offer.toId, offer.deputyAfterId]),
    ...parts.leadChanges.flatMap((change) => [change.leadId, change.deputyId]),
    ...parts.reviews.map((review) => review.reviewedBy),
    ...parts.inquiries.map((each) => each.askerId),
    ...parts.visits.flatMap((visit) => [visit.enteredBy, ...(visit.exitedBy ? [visit.exitedBy] : [])]),
  ]);
}

function teamOf(
  row: { leadId: string; deputyId: string },
  members: Parts['members'],
  names: Map<string, Member>,
  declared: ReadonlySet<string>,
): OpenedCase['team'] {
  const line = [
    { id: row.leadId, part: 'lead' as const },
    { id: row.deputyId, part: 'deputy' as const },
    ...members.map((member) => ({ id: member.personId, part: member.part as 'member' | 'consultant' })),
  ];
  return line.map(({ id, part }) => ({
    ...named(id, names),
    discipline: names.get(id)?.discipline ?? '',
    agency: names.get(id)?.agency ?? '',
    part,
    hasDeclared: declared.has(id),
  }));
}

async function presentReports(
  tx: Tx<PersonActor>,
  ground: Ground,
  reports: Parts['reports'],
): Promise<OpenedCase['reports']> {
  const keys = await openRecordKeys(
    tx,
    ground,
    reports.map((report) => report.id),
  );
  return reports.map((report) => {
    const key = keys.get(report.id);
    return {
      id: report.id,
      number: report.number,
      receivedAt: report.receivedAt.toISOString(),
      urgency: report.urgency,
      what: key ? openConcern(key, report).concern.what : null,
    };
  });
}
