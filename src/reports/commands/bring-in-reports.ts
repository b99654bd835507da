import { deskAt } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { actRow } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { insertTogether, newRow } from '../../platform/db/insert-together.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId, spokenNumber } from '../../platform/ids.ts';
import { copyRows } from '../../platform/keys/index.ts';
import { newRecordKey } from '../../platform/vault/index.ts';
import type { Concern, Outcome } from '../contract.ts';
import { sealAt } from '../sealing.ts';
import { reasonSpot } from './transitions.ts';
import { type Readers, whoMayRead } from './who-may-read.ts';

export type OldReport = { concern: Concern; receivedAt: Date };

/** What becomes of old reports: they wait for the duty officer, or they were decided, with the reason that is written. */
export type Becoming = { become: 'waiting' } | { become: 'decided'; outcome: Outcome; reason: string };

type Desk = { readers: Readers; responsibleId: string; nextDueAt: Date };

/**
 * Stores reports that another system took, in this one transaction: all or none. They have no receipt, since nobody was given
 * one; they are routine, page nobody one by one, and each has its entry in the log. `after` hears how many are done.
 */
export async function bringInReports(
  tx: Tx<PersonActor>,
  ground: Ground,
  reports: readonly OldReport[],
  becoming: Becoming,
  after: (done: number) => Promise<void>,
): Promise<void> {
  const now = ground.clock.now();
  const first = reports[0];
  if (!first) return;
  const at = await deskAt(tx, now);
  const nextDueAt = new Date(now.getTime() + at.clocks.routine * 60_000);
  const readers = await whoMayRead(tx, first.concern, at);
  const desk: Desk = { readers, responsibleId: at.answerable.duty, nextDueAt };
  for (const [index, report] of reports.entries()) {
    await bringInOne(tx, ground, report, becoming, desk);
    await after(index + 1);
  }
}

async function bringInOne(tx: Tx<PersonActor>, ground: Ground, report: OldReport, becoming: Becoming, desk: Desk) {
  const id = newId(ground.clock, ground.chance);
  const key = newRecordKey();
  const { communityId, personId } = tx.actor;
  const spot = { community: communityId, report: id, table: 'reports', column: 'content', row: id } as const;
  const facts = { channel: 'import', become: becoming.become };
  const decided =
    becoming.become === 'decided'
      ? { state: 'decided', outcome: becoming.outcome, decidedBy: personId, decidedAt: ground.clock.now() }
      : { state: 'waiting', nextDueAt: desk.nextDueAt };
  await insertTogether(tx, [
    ...copyRows(tx, ground, { record: id, key, recipients: desk.readers.recipients }),
    actRow(tx, ground, { act: 'report-received', recordKind: 'report', recordId: id, facts }),
    newRow('reports', {
      communityId,
      id,
      number: spokenNumber(ground.chance),
      channel: 'import',
      language: report.concern.language,
      receivedAt: report.receivedAt,
      receivedBy: personId,
      urgency: 'routine',
      originalUrgency: 'routine',
      responsibleId: desk.responsibleId,
      content: sealAt(key, spot, { concern: report.concern, rule: 'anything-else', behind: [] }),
      ...decided,
    }),
  ]);
  if (becoming.become === 'decided') await writeDecision(tx, ground, id, key, becoming);
}

async function writeDecision(
  tx: Tx<PersonActor>,
  ground: Ground,
  report: string,
  key: Buffer,
  { outcome, reason }: Extract<Becoming, { become: 'decided' }>,
) {
  const id = newId(ground.clock, ground.chance);
  const { communityId, personId } = tx.actor;
  await tx.sql
    .insertInto('reportDecisions')
    .values({
      communityId,
      id,
      reportId: report,
      position: 1,
      act: 'decided',
      outcome,
      personId,
      at: ground.clock.now(),
      reason: sealAt(key, reasonSpot(communityId, report, id), reason),
    })
    .execute();
}
