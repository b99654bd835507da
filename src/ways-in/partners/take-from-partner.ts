import type { z } from 'zod';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { type PreparedReport, type ReceiptAnswer, receiveReport } from '../../reports/index.ts';
import type { partnerReportInput } from '../contract.ts';
import type { Partner } from './partners.ts';

/** More than this in an hour and the rest stands behind in the queue on the desk; nothing is refused. */
const inAnHour = 60;

async function sentWithinTheHour(tx: Tx, ground: Ground, partner: string): Promise<number> {
  const since = new Date(ground.clock.now().getTime() - 3_600_000);
  const sent = await tx.sql
    .selectFrom('partnerReports')
    .select('reportId')
    .where('partnerId', '=', partner)
    .where('receivedAt', '>', since)
    .limit(inAnHour)
    .execute();
  return sent.length;
}

/** Says to whoever reads where the report comes from, beside what the partner told of who else knows. */
const cameFrom = (partner: Partner, reference: string, told: string): string =>
  [told, `${partner.name}${reference && ` (${reference})`}`]
    .filter((each) => each !== '')
    .join('\n')
    .slice(0, 1_000);

/** Stores what a partner sent like any other report, with whose it is. */
export async function takeFromPartner(
  tx: Tx,
  ground: Ground,
  partner: Partner,
  { reference, ...concern }: z.output<typeof partnerReportInput>,
  prepared: PreparedReport,
): Promise<ReceiptAnswer> {
  const isMany = (await sentWithinTheHour(tx, ground, partner.id)) >= inAnHour;
  const told = { ...concern, whoElseKnows: cameFrom(partner, reference, concern.whoElseKnows) };
  const arrival = isMany ? { isSurge: true, fromNetwork: inAnHour } : {};
  const answer = await receiveReport(tx, ground, told, prepared, 'partner', arrival);
  await tx.sql
    .insertInto('partnerReports')
    .values({
      communityId: tx.actor.communityId,
      reportId: prepared.id,
      partnerId: partner.id,
      receivedAt: ground.clock.now(),
    })
    .execute();
  const facts = { partner: partner.id };
  await recordAct(tx, ground, { act: 'partner-reported', recordKind: 'report', recordId: prepared.id, facts });
  return answer;
}
