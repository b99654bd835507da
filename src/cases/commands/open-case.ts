import { lockMembers } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId, spokenNumber } from '../../platform/ids.ts';
import { shareRecordKey } from '../../platform/keys/index.ts';
import { newRecordKey } from '../../platform/vault/index.ts';
import { passOnKeptOut } from '../../reports/index.ts';
import { beginRound } from '../concern/rounds.ts';
import { caseSpot, sealAt } from '../sealing.ts';
import { enterStage } from '../stages/walk-stages.ts';
import { recusedFrom } from '../team/recused.ts';
import { caseKey, lockCase, lockOpenCase, nextPosition } from './case-row.ts';
import { joinTeam, recordLead } from './change-lead.ts';
import { makeOffers } from './offer-lead.ts';
import { shareWithTeam } from './share-case.ts';

const dayMilliseconds = 86_400_000;
const firstReviewDays = 1;
const offerDays = 1;

/**
 * Opens a case from a report with a lead and a deputy. Whoever decides leads until the named lead accepts; where they are the
 * named deputy themselves, the named lead is deputy until then. From the first instant there is one of each.
 */
export async function openCase(
  tx: Tx<PersonActor>,
  ground: Ground,
  from: { reportId: string; reportKey: Buffer; title: string; leadId: string; deputyId: string },
): Promise<string> {
  const { personId, communityId } = tx.actor;
  if (from.leadId === from.deputyId) throw invalid({ deputyId: 'same-person-twice' });
  const active = await lockMembers(tx, [from.leadId, from.deputyId]);
  if (!active.has(from.leadId)) throw invalid({ leadId: 'not-an-active-member' });
  if (!active.has(from.deputyId)) throw invalid({ deputyId: 'not-an-active-member' });
  const deputyId = from.deputyId === personId ? from.leadId : from.deputyId;
  const id = newId(ground.clock, ground.chance);
  const key = newRecordKey();
  const now = ground.clock.now();
  await tx.sql
    .insertInto('cases')
    .values({
      communityId,
      id,
      number: spokenNumber(ground.chance),
      openedAt: now,
      openedBy: personId,
      leadId: personId,
      deputyId,
      nextReviewAt: new Date(now.getTime() + firstReviewDays * dayMilliseconds),
      content: sealAt(key, caseSpot(communityId, id), { title: from.title, summary: '' }),
    })
    .execute();
  await shareRecordKey(tx, ground, id, key, [{ id: personId, kind: 'person', publicKey: tx.actor.keyPair.publicKey }]);
  await recordAct(tx, ground, { act: 'case-opened', recordKind: 'case', recordId: id });
  await enterStage(tx, ground, id, 'triage');
  await recordLead(tx, ground, id, { leadId: personId, deputyId }, 'opened');
  await linkRow(tx, ground, id, from.reportId);
  if (from.leadId !== personId) await offerToNamedLead(tx, ground, id, from, now);
  await shareWithTeam(tx, ground, id);
  return id;
}

async function offerToNamedLead(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  to: { leadId: string; deputyId: string },
  now: Date,
) {
  const row = await lockOpenCase(tx, id);
  await makeOffers(tx, ground, row, {
    toIds: [to.leadId],
    deputyAfterId: to.deputyId,
    expiresAt: new Date(now.getTime() + offerDays * dayMilliseconds),
  });
  if (to.leadId !== row.deputyId) await joinTeam(tx, ground, id, to.leadId, 'member');
}

/**
 * Adds a report to a case whose key this person holds; its team can read the report from now on. A closed case stays closed, and
 * its last lead is asked whether it opens again.
 */
export async function linkReport(tx: Tx<PersonActor>, ground: Ground, caseId: string, reportId: string): Promise<void> {
  await caseKey(tx, ground, caseId);
  const row = await lockCase(tx, caseId);
  if (row.leadId !== tx.actor.personId && row.deputyId !== tx.actor.personId && !(await isOnTeam(tx, caseId)))
    throw conflict('changed-since-you-opened-it');
  await linkRow(tx, ground, caseId, reportId);
  if (row.state === 'open') await beginRound(tx, ground, caseId, 'new-report');
  await recordAct(tx, ground, { act: 'report-linked', recordKind: 'case', recordId: caseId });
  await shareWithTeam(tx, ground, caseId);
}

async function isOnTeam(tx: Tx<PersonActor>, caseId: string): Promise<boolean> {
  const member = await tx.sql
    .selectFrom('caseMembers')
    .select('personId')
    .where('caseId', '=', caseId)
    .where('personId', '=', tx.actor.personId)
    .where('leftAt', 'is', null)
    .executeTakeFirst();
  return member !== undefined;
}

async function linkRow(tx: Tx<PersonActor>, ground: Ground, caseId: string, reportId: string) {
  const row = {
    communityId: tx.actor.communityId,
    caseId,
    reportId,
    position: await nextPosition(tx, caseId),
    linkedAt: ground.clock.now(),
    linkedBy: tx.actor.personId,
  };
  await tx.sql
    .insertInto('caseReports')
    .values(row)
    .onConflict((conflicting) => conflicting.doNothing())
    .execute();
  for (const person of await recusedFrom(tx, caseId)) await passOnKeptOut(tx, ground, person);
}
