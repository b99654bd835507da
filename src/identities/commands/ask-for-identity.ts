import type { z } from 'zod';
import { activeWithRoles } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { currentGroup, shareRecordKey } from '../../platform/keys/index.ts';
import { postMail } from '../../platform/mail/index.ts';
import { isBrowserKey, newRecordKey } from '../../platform/vault/index.ts';
import type { askForIdentityInput } from '../contract.ts';
import { sealWhy } from '../sealing.ts';

const emergencyMinutes = 15;
const ordinaryMinutes = 24 * 60;

/** Asks both sides to open a reporter's identity for this browser session, for a written reason and 72 hours at most. */
export async function askForIdentity(
  tx: Tx<PersonActor>,
  ground: Ground,
  reportId: string,
  input: z.infer<typeof askForIdentityInput>,
): Promise<string> {
  const report = await tx.sql.selectFrom('reports').select('number').where('id', '=', reportId).executeTakeFirst();
  const identity = await tx.sql
    .selectFrom('sealedIdentities')
    .select('id')
    .where('reportId', '=', reportId)
    .executeTakeFirst();
  if (!report || !identity) throw notFound();
  const sessionKey = Buffer.from(input.sessionKey, 'base64url');
  if (!isBrowserKey(sessionKey)) throw invalid({ sessionKey: 'not-valid' });
  if (input.tellAfterDays > 0 && input.delayReason.length < 3) throw invalid({ delayReason: 'required' });
  const id = newId(ground.clock, ground.chance);
  const now = ground.clock.now().getTime();
  const { communityId, personId } = tx.actor;
  const facts = { request: id, emergency: input.isEmergency, hours: input.hours, tellAfterDays: input.tellAfterDays };
  await recordAct(tx, ground, { act: 'identity-asked', recordKind: 'report', recordId: reportId, facts });
  const { reason, legalBasis, plan, delayReason } = input;
  const key = newRecordKey();
  await shareWhy(tx, ground, id, key);
  await tx.sql
    .insertInto('identityRequests')
    .values({
      communityId,
      id,
      reportId,
      askedBy: personId,
      askedAt: new Date(now),
      sessionKey,
      isEmergency: input.isEmergency,
      answerDueAt: new Date(now + (input.isEmergency ? emergencyMinutes : ordinaryMinutes) * 60_000),
      expiresAt: new Date(now + input.hours * 3_600_000),
      toldAfterDays: input.tellAfterDays,
      content: sealWhy(key, communityId, id, { reason, legalBasis, plan, delayReason }),
    })
    .execute();
  await callBothSides(tx, ground, report.number, input.isEmergency);
  return id;
}

/** Why is read by both sides and by whoever asked, by nobody else. */
async function shareWhy(tx: Tx<PersonActor>, ground: Ground, id: string, key: Buffer): Promise<void> {
  const custodians = await currentGroup(tx, 'custodians');
  const overseers = await currentGroup(tx, 'overseers');
  const { personId, keyPair } = tx.actor;
  await shareRecordKey(tx, ground, id, key, [
    { ...custodians, kind: 'group' },
    { ...overseers, kind: 'group' },
    { id: personId, kind: 'person', publicKey: keyPair.publicKey },
  ]);
}

async function callBothSides(tx: Tx<PersonActor>, ground: Ground, number: string, isEmergency: boolean): Promise<void> {
  const template = isEmergency ? 'identity-emergency' : 'identity-asked';
  for (const { id } of await activeWithRoles(tx, ['custodian', 'overseer']))
    if (id !== tx.actor.personId) await postMail(tx, ground, id, template, { number });
}
