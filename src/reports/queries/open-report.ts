import { membersById } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Sql, Tx } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { openRecordKey } from '../../platform/keys/index.ts';
import { acknowledgePages } from '../../platform/paging/index.ts';
import { checksOf, presentVerification } from '../commands/check-relay.ts';
import { messageSpot } from '../commands/open-mailbox.ts';
import { decisionDue, lockReport, reasonSpot } from '../commands/transitions.ts';
import type { OpenedReport, Outcome, Urgency } from '../contract.ts';
import { type Names, presentPerson, presentReportRow } from '../present.ts';
import { reasonsGiven } from '../reading/give-reason.ts';
import { mailboxKeyOf, openAt, type SealedConcern, type Spot } from '../sealing.ts';
import { ladderOf } from './ladder.ts';
import { othersInRow } from './triage.ts';

export const handoverSpot = (
  community: string,
  report: string,
  id: string,
  column: 'recipient' | 'accepted_name',
): Spot => ({ community, report, table: 'report_handovers', column, row: id });

/** Opens the record key of a report for this person, or says that there is no such report. */
export async function reportKey(tx: Tx<PersonActor>, ground: Ground, id: string): Promise<Buffer> {
  const key = await openRecordKey(tx, ground, id);
  if (!key) throw notFound();
  return key;
}

/** The sealed concern of a report and the rule that ordered it. */
export const openConcern = (key: Buffer, report: { communityId: string; id: string; content: Buffer }): SealedConcern =>
  openAt(
    key,
    { community: report.communityId, report: report.id, table: 'reports', column: 'content', row: report.id },
    report.content,
  );

/** Everything of one report for somebody who holds its key; the first opening stops the clock to human eyes and starts the one to a decision. */
export async function openReport(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  caseOfReport: (sql: Sql, report: string) => Promise<string | null>,
): Promise<OpenedReport> {
  const key = await reportKey(tx, ground, id);
  const before = await lockReport(tx, id);
  await acknowledgePages(tx, ground, tx.actor.personId, id);
  const report = before.firstReadAt ? before : await markRead(tx, ground, before);
  const parts = await partsOf(tx, id);
  const names = await namesIn(tx, report, parts);
  const mailboxKey = mailboxKeyOf(key);
  const { communityId } = report;
  return {
    ...presentReportRow(report, names, await othersInRow(tx, report)),
    version: report.version,
    originalUrgency: report.originalUrgency as Urgency,
    receivedBy: report.receivedBy ? presentPerson(report.receivedBy, names) : null,
    behind: [],
    ...openConcern(key, report),
    attachments: parts.attachments.map((file) => ({
      id: file.id,
      bytes: file.bytes,
      messageId: file.messageId,
      receivedAt: file.receivedAt.toISOString(),
    })),
    conversation: parts.messages.map((message) => ({
      id: message.id,
      from: message.author as 'reporter' | 'staff',
      at: message.at.toISOString(),
      words: openAt<string>(mailboxKey, messageSpot(communityId, id, message.id), message.words),
      images: parts.attachments.filter((file) => file.messageId === message.id).length,
      by: message.personId ? presentPerson(message.personId, names) : null,
    })),
    transitions: parts.transitions.map((row) => ({
      act: row.act as OpenedReport['transitions'][number]['act'],
      at: row.at.toISOString(),
      by: row.personId ? presentPerson(row.personId, names) : null,
      outcome: row.outcome as Outcome | null,
      urgency: row.urgency as Urgency | null,
      reason: row.reason ? openAt<string>(key, reasonSpot(communityId, id, row.id), row.reason) : null,
    })),
    handovers: parts.handovers.map((row) => ({
      id: row.id,
      kind: row.kind as 'relay' | 'route' | 'referral',
      recipient: openAt<string>(key, handoverSpot(communityId, id, row.id, 'recipient'), row.recipient),
      accountable: presentPerson(row.accountableId, names),
      dueAt: row.dueAt.toISOString(),
      acceptedAt: row.acceptedAt?.toISOString() ?? null,
      acceptedName: row.acceptedName
        ? openAt<string>(key, handoverSpot(communityId, id, row.id, 'accepted_name'), row.acceptedName)
        : null,
    })),
    ladder: await ladderOf(tx, report),
    readingReasons: await reasonsGiven(tx, id, key),
    verification: presentVerification(
      report,
      parts.handovers.findLast(({ kind }) => kind === 'relay'),
      parts.checks,
      key,
      names,
    ),
    caseId: await caseOfReport(tx.sql, id),
    canAnswerReporter: true,
  };
}

async function markRead(tx: Tx, ground: Ground, report: Awaited<ReturnType<typeof lockReport>>) {
  const nextDueAt = await decisionDue(tx, ground, report.urgency as Urgency);
  const firstReadAt = ground.clock.now();
  await tx.sql.updateTable('reports').set({ firstReadAt, nextDueAt }).where('id', '=', report.id).execute();
  return { ...report, firstReadAt, nextDueAt };
}

async function partsOf(tx: Tx, id: string) {
  return {
    messages: await tx.sql
      .selectFrom('reportMessages')
      .selectAll()
      .where('reportId', '=', id)
      .orderBy('position')
      .execute(),
    attachments: await tx.sql
      .selectFrom('reportAttachments')
      .selectAll()
      .where('reportId', '=', id)
      .orderBy('receivedAt')
      .orderBy('id')
      .execute(),
    transitions: await tx.sql
      .selectFrom('reportDecisions')
      .selectAll()
      .where('reportId', '=', id)
      .orderBy('position')
      .execute(),
    checks: await checksOf(tx, id),
    handovers: await tx.sql
      .selectFrom('reportHandovers')
      .selectAll()
      .where('reportId', '=', id)
      .orderBy('dueAt')
      .execute(),
  };
}

function namesIn(
  tx: Tx,
  report: { responsibleId: string; receivedBy: string | null },
  parts: Awaited<ReturnType<typeof partsOf>>,
): Promise<Names> {
  const ids = [
    report.responsibleId,
    report.receivedBy,
    ...parts.messages.map((message) => message.personId),
    ...parts.transitions.map((transition) => transition.personId),
    ...parts.handovers.map((handover) => handover.accountableId),
    ...parts.checks.map((check) => check.personId),
  ];
  return membersById(
    tx,
    ids.filter((id): id is string => id !== null),
  );
}
