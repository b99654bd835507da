import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { Inquiries } from '../../../db/types.ts';
import type { Member } from '../../community/index.ts';
import type { PersonActor, SystemActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, invalid, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { postMail } from '../../platform/mail/index.ts';
import { ahead, caseKey, lockOpenCase, nextPosition } from '../commands/case-row.ts';
import { mustBeOnTeam } from '../commands/follow-up.ts';
import { noteLate } from '../commands/note-late.ts';
import { named } from '../present.ts';
import { type InquiryColumn, inquirySpot, openAt, sealAt } from '../sealing.ts';
import { type endInquiryInput, type inquiry, planInquiryInput } from './contract.ts';

type Planned = z.output<typeof planInquiryInput>;

/** What is still missing for this inquiry, beside its field: a guide, and for a minor a guardian told and company. */
function refusePlan(plan: Planned): void {
  if (plan.kind === 'interview' && plan.guide === null) throw invalid({ guide: 'required' });
  if (!plan.isMinor) return;
  if (plan.companion === '') throw invalid({ companion: 'required' });
  if (plan.guardianNotice === null) throw invalid({ guardianNotice: 'required' });
  if (plan.guardianNotice === 'delayed' && plan.guardianReason === '') throw invalid({ guardianReason: 'required' });
}

/** Plans an interview or a request for records, for somebody of the team to carry out by a date that lies ahead. */
export async function planInquiry(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  input: z.input<typeof planInquiryInput>,
): Promise<void> {
  const plan = planInquiryInput.parse(input);
  const key = await caseKey(tx, ground, caseId);
  const row = await lockOpenCase(tx, caseId);
  refusePlan(plan);
  const dueAt = ahead(ground, 'dueAt', plan.dueAt);
  await mustBeOnTeam(tx, caseId, plan.askerId, 'askerId');
  const id = newId(ground.clock, ground.chance);
  const { communityId, personId } = tx.actor;
  const sealed = (column: InquiryColumn, value: unknown) =>
    sealAt(key, inquirySpot(communityId, caseId, id, column), value);
  const { who, purpose, interpreter, liaison } = plan;
  const isDelayed = plan.isMinor && plan.guardianNotice === 'delayed';
  await tx.sql
    .insertInto('inquiries')
    .values({
      communityId,
      id,
      caseId,
      position: await nextPosition(tx, caseId),
      kind: plan.kind,
      guide: plan.kind === 'interview' ? plan.guide : null,
      askerId: plan.askerId,
      dueAt,
      isMinor: plan.isMinor,
      guardianNotice: plan.isMinor ? plan.guardianNotice : null,
      guardianReason: isDelayed ? sealed('guardian_reason', plan.guardianReason) : null,
      companion: plan.isMinor ? sealed('companion', plan.companion) : null,
      madeBy: personId,
      madeAt: ground.clock.now(),
      content: sealed('content', { who, purpose, interpreter, liaison }),
    })
    .execute();
  await recordAct(tx, ground, {
    act: 'inquiry-planned',
    recordKind: 'case',
    recordId: caseId,
    facts: { inquiry: id, by: plan.askerId },
  });
  if (plan.askerId !== personId) await postMail(tx, ground, plan.askerId, 'action-assigned', { number: row.number });
}

/** Says what came back, or why nothing did. */
export async function endInquiry(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  inquiryId: string,
  input: z.infer<typeof endInquiryInput>,
): Promise<void> {
  const key = await caseKey(tx, ground, caseId);
  await lockOpenCase(tx, caseId);
  const row = await tx.sql
    .selectFrom('inquiries')
    .select(['version', 'state', 'communityId'])
    .where('id', '=', inquiryId)
    .where('caseId', '=', caseId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  if (row.version !== input.version || row.state !== 'planned') throw conflict('changed-since-you-opened-it');
  await tx.sql
    .updateTable('inquiries')
    .set({
      state: input.to,
      version: row.version + 1,
      outcome: sealAt(key, inquirySpot(row.communityId, caseId, inquiryId, 'outcome'), input.outcome),
    })
    .where('id', '=', inquiryId)
    .execute();
  await recordAct(tx, ground, {
    act: 'inquiry-ended',
    recordKind: 'case',
    recordId: caseId,
    facts: { inquiry: inquiryId, to: input.to },
  });
}

/** Tells asker and lead, once, of each inquiry that nobody carried out in time. */
export async function climbInquiries(tx: Tx<SystemActor>, ground: Ground): Promise<number> {
  const now = ground.clock.now();
  const overdue = await tx.sql
    .selectFrom('inquiries')
    .innerJoin('cases', 'cases.id', 'inquiries.caseId')
    .select(['inquiries.id', 'inquiries.caseId', 'inquiries.askerId', 'cases.leadId', 'cases.number'])
    .where('inquiries.state', '=', 'planned')
    .where('inquiries.climbedAt', 'is', null)
    .where('inquiries.dueAt', '<=', now)
    .where('cases.state', '=', 'open')
    .limit(100)
    .execute();
  for (const each of overdue) {
    await tx.sql.updateTable('inquiries').set({ climbedAt: now }).where('id', '=', each.id).execute();
    const people = [each.askerId, each.leadId];
    await noteLate(tx, ground, each, { act: 'inquiry-climbed', mail: 'action-overdue', people });
  }
  return overdue.length;
}

/** Gives what this person was to ask to the lead, in one case or in all of them. */
export async function passOnInquiries(tx: Tx, ground: Ground, personId: string, caseId?: string): Promise<void> {
  const planned = await tx.sql
    .selectFrom('inquiries')
    .innerJoin('cases', 'cases.id', 'inquiries.caseId')
    .select(['inquiries.id', 'inquiries.caseId', 'cases.leadId', 'cases.number'])
    .where('inquiries.askerId', '=', personId)
    .where('inquiries.state', '=', 'planned')
    .execute();
  for (const each of planned.filter((one) => caseId === undefined || one.caseId === caseId)) {
    await tx.sql
      .updateTable('inquiries')
      .set((is) => ({ askerId: each.leadId, version: is('version', '+', 1) }))
      .where('id', '=', each.id)
      .execute();
    await postMail(tx, ground, each.leadId, 'action-assigned', { number: each.number });
  }
}

type Content = { who: string; purpose: string; interpreter: string; liaison: string };

/** One inquiry, opened with the case's key. */
export function presentInquiry(
  row: Selectable<Inquiries>,
  names: Map<string, Member>,
  key: Buffer,
): z.infer<typeof inquiry> {
  const open = <T>(column: InquiryColumn, sealed: Buffer) =>
    openAt<T>(key, inquirySpot(row.communityId, row.caseId, row.id, column), sealed);
  return {
    id: row.id,
    kind: row.kind as 'interview',
    guide: row.guide as z.infer<typeof inquiry>['guide'],
    ...open<Content>('content', row.content),
    asker: named(row.askerId, names),
    dueAt: row.dueAt.toISOString(),
    state: row.state as 'planned',
    isMinor: row.isMinor,
    guardianNotice: row.guardianNotice as 'given' | null,
    guardianReason: row.guardianReason && open<string>('guardian_reason', row.guardianReason),
    companion: row.companion && open<string>('companion', row.companion),
    outcome: row.outcome && open<string>('outcome', row.outcome),
    version: row.version,
  };
}
