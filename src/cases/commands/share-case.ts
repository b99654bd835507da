import { recipientsFor } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { openRecordKeys, shareRecordKey, withdrawRecordKey } from '../../platform/keys/index.ts';

/** The case itself and the reports that it rests on: what a member of its team can open. */
async function recordsOf(tx: Tx, caseId: string): Promise<string[]> {
  const reports = await tx.sql.selectFrom('caseReports').select('reportId').where('caseId', '=', caseId).execute();
  return [caseId, ...reports.map((row) => row.reportId)];
}

/** Who should hold the keys now: lead, deputy, members, and whoever is offered the lead; consultants hold none. */
async function teamOf(tx: Tx, caseId: string): Promise<string[]> {
  const row = await tx.sql
    .selectFrom('cases')
    .select(['leadId', 'deputyId'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  const members = await tx.sql
    .selectFrom('caseMembers')
    .select('personId')
    .where('caseId', '=', caseId)
    .where('part', '=', 'member')
    .where('leftAt', 'is', null)
    .execute();
  const offered = await tx.sql
    .selectFrom('handOverOffers')
    .select('toId')
    .where('caseId', '=', caseId)
    .where('state', '=', 'open')
    .execute();
  return [row.leadId, row.deputyId, ...members.map((member) => member.personId), ...offered.map((offer) => offer.toId)];
}

/**
 * Wraps the keys of the case and its reports to everybody on the team who lacks a copy. Only somebody who holds them can, so it
 * runs whenever one of the team changes or opens the case: that is how a deputy by succession gets what they need.
 */
export async function shareWithTeam(tx: Tx<PersonActor>, ground: Ground, caseId: string): Promise<void> {
  const team = [...new Set(await teamOf(tx, caseId))];
  const records = await recordsOf(tx, caseId);
  const copies = await tx.sql
    .selectFrom('wrappedCopies')
    .select(['recordId', 'recipientId'])
    .where('recordId', 'in', records)
    .where('recipientId', 'in', team)
    .execute();
  if (copies.length === records.length * team.length) return;
  const recipients = await recipientsFor(tx, team);
  for (const [record, key] of await openRecordKeys(tx, ground, records)) {
    const has = new Set(copies.filter((copy) => copy.recordId === record).map((copy) => copy.recipientId));
    await shareRecordKey(
      tx,
      ground,
      record,
      key,
      recipients.filter((recipient) => !has.has(recipient.id)),
    );
  }
}

/** Takes the case and its reports from somebody who is no longer on its team; what they may open for another reason stays. */
export async function withdrawFrom(tx: Tx, caseId: string, personId: string): Promise<void> {
  if ((await teamOf(tx, caseId)).includes(personId)) return;
  await withdrawRecordKey(tx, [caseId], [personId]);
  const reports = await tx.sql
    .selectFrom('caseReports')
    .select(['reportId', 'linkedAt'])
    .where('caseId', '=', caseId)
    .execute();
  for (const { reportId, linkedAt } of reports) {
    if (!(await readsElsewhere(tx, caseId, reportId, personId)))
      await withdrawRecordKey(tx, [reportId], [personId], linkedAt);
  }
}

/** True if somebody is on the team of another case that rests on the same report. */
async function readsElsewhere(tx: Tx, caseId: string, reportId: string, personId: string): Promise<boolean> {
  const others = await tx.sql
    .selectFrom('caseReports')
    .select('caseId')
    .where('reportId', '=', reportId)
    .where('caseId', '<>', caseId)
    .execute();
  for (const other of others) if ((await teamOf(tx, other.caseId)).includes(personId)) return true;
  return false;
}

/** Ends the open offers of a case and gives back to whom they were made. */
export async function endOpenOffers(tx: Tx, caseId: string, now: Date): Promise<string[]> {
  const ended = await tx.sql
    .updateTable('handOverOffers')
    .set({ state: 'withdrawn', answeredAt: now })
    .where('caseId', '=', caseId)
    .where('state', '=', 'open')
    .returning('toId')
    .execute();
  return ended.map((offer) => offer.toId);
}
