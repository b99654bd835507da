import { activeWithRoles, lockMembers } from '../../community/index.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { postMail } from '../../platform/mail/index.ts';
import { passOnInquiries } from '../inquiries/inquire.ts';
import { recusedFrom } from '../team/recused.ts';
import { type LockedCase, lockCase, nextPosition } from './case-row.ts';
import { withdrawFrom } from './share-case.ts';

export type WhyLeadChanged =
  | 'opened'
  | 'accepted-offer'
  | 'suspension'
  | 'left'
  | 'deputy-changed'
  | 'reopened'
  | 'recusal';

/**
 * Makes these two the lead and the deputy of the case, both active and different, with a row of its story, in the caller's
 * transaction; the caller holds the case's row lock. At no instant is there another number of either.
 */
export async function setLeadAndDeputy(
  tx: Tx,
  ground: Ground,
  row: LockedCase,
  to: { leadId: string; deputyId: string },
  why: WhyLeadChanged,
): Promise<void> {
  const active = await lockMembers(tx, [to.leadId, to.deputyId]);
  if (!active.has(to.leadId) || !active.has(to.deputyId)) throw conflict('nobody-to-take-over');
  await tx.sql
    .updateTable('cases')
    .set({ ...to, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute();
  await recordLead(tx, ground, row.id, to, why);
  await keepOnTeam(tx, ground, row, to);
  for (const [part, person, before] of [
    ['lead', to.leadId, row.leadId],
    ['deputy', to.deputyId, row.deputyId],
  ] as const) {
    if (person !== before) await postMail(tx, ground, person, `now-${part}`, { number: row.number });
  }
}

/** Writes who leads from now on into the story and the log. */
export async function recordLead(
  tx: Tx,
  ground: Ground,
  caseId: string,
  to: { leadId: string; deputyId: string },
  why: WhyLeadChanged,
): Promise<void> {
  const position = await nextPosition(tx, caseId);
  await tx.sql
    .insertInto('leadChanges')
    .values({ communityId: tx.actor.communityId, caseId, position, ...to, why, at: ground.clock.now() })
    .execute();
  await recordAct(tx, ground, {
    act: 'lead-changed',
    recordKind: 'case',
    recordId: caseId,
    facts: { lead: to.leadId, deputy: to.deputyId, why },
  });
}

/** Whoever led or was deputy stays a member of the team, unless they are gone; whoever leads is no longer listed below. */
async function keepOnTeam(
  tx: Tx,
  ground: Ground,
  row: LockedCase,
  to: { leadId: string; deputyId: string },
): Promise<void> {
  const now = ground.clock.now();
  await tx.sql
    .updateTable('caseMembers')
    .set({ leftAt: now })
    .where('caseId', '=', row.id)
    .where('personId', 'in', [to.leadId, to.deputyId])
    .where('leftAt', 'is', null)
    .execute();
  const gone = new Set([to.leadId, to.deputyId, ...(await recusedFrom(tx, row.id))]);
  const before = [row.leadId, row.deputyId].filter((person) => !gone.has(person));
  const staying = before.length > 0 ? await lockMembers(tx, before) : new Set<string>();
  for (const person of staying) await joinTeam(tx, ground, row.id, person, 'member');
}

/** Puts somebody on the team, at the end of the line of succession. */
export async function joinTeam(
  tx: Tx,
  ground: Ground,
  caseId: string,
  personId: string,
  part: 'member' | 'consultant',
): Promise<void> {
  const succession = await nextPosition(tx, caseId);
  const row = { part, succession, joinedAt: ground.clock.now(), leftAt: null };
  await tx.sql
    .insertInto('caseMembers')
    .values({ communityId: tx.actor.communityId, caseId, personId, ...row })
    .onConflict((conflicting) => conflicting.columns(['communityId', 'caseId', 'personId']).doUpdateSet(row))
    .execute();
}

/**
 * Passes on everything of somebody who stops, in the transaction in which they stop: where they led, the deputy leads and the
 * next named member becomes deputy; their open actions go to the lead; their offers end. Nothing is unowned at any instant.
 */
export async function passOnCases(tx: Tx, ground: Ground, personId: string, why: 'suspension' | 'left'): Promise<void> {
  await tx.sql
    .updateTable('caseMembers')
    .set({ leftAt: ground.clock.now() })
    .where('personId', '=', personId)
    .where('leftAt', 'is', null)
    .execute();
  const ended = await tx.sql
    .updateTable('handOverOffers')
    .set({ state: 'withdrawn', answeredAt: ground.clock.now() })
    .where('state', '=', 'open')
    .where((is) => is.or([is('fromId', '=', personId), is('toId', '=', personId), is('deputyAfterId', '=', personId)]))
    .returning(['caseId', 'toId'])
    .execute();
  const held = await tx.sql
    .selectFrom('cases')
    .select('id')
    .where('state', '=', 'open')
    .where((is) => is.or([is('leadId', '=', personId), is('deputyId', '=', personId)]))
    .orderBy('id')
    .execute();
  for (const { id } of held) await passOnCase(tx, ground, await lockCase(tx, id), personId, why);
  await passOnActions(tx, ground, personId);
  await passOnInquiries(tx, ground, personId);
  for (const offer of ended) await withdrawFrom(tx, offer.caseId, offer.toId);
}

/** Passes one case on from somebody who leads it or is its deputy: the deputy leads, the next in line is deputy. */
export async function passOnCase(
  tx: Tx,
  ground: Ground,
  row: LockedCase,
  personId: string,
  why: 'suspension' | 'left' | 'recusal',
): Promise<void> {
  const leadId = row.leadId === personId ? row.deputyId : row.leadId;
  const deputyId = await nextDeputy(tx, row.id, [leadId, personId, ...(await recusedFrom(tx, row.id))]);
  await setLeadAndDeputy(tx, ground, row, { leadId, deputyId }, why);
}

/** The next named member in the line of succession, else a coordinator, else any active member; refuses only where nobody is left. */
export async function nextDeputy(tx: Tx, caseId: string, notThese: readonly string[]): Promise<string> {
  const members = await tx.sql
    .selectFrom('caseMembers as member')
    .innerJoin('memberships as m', 'm.personId', 'member.personId')
    .select('member.personId')
    .where('member.caseId', '=', caseId)
    .where('member.leftAt', 'is', null)
    .where('member.part', '=', 'member')
    .where('m.state', '=', 'active')
    .orderBy('member.succession')
    .execute();
  const coordinators = await activeWithRoles(tx, ['coordinator']);
  const others = await activeWithRoles(tx, ['duty-officer', 'team-member', 'custodian', 'leader']);
  const line = [
    ...members.map((member) => member.personId),
    ...coordinators.map((each) => each.id),
    ...others.map((each) => each.id),
  ];
  const next = line.find((person) => !notThese.includes(person));
  if (!next) throw conflict('nobody-to-take-over');
  return next;
}

async function passOnActions(tx: Tx, ground: Ground, personId: string): Promise<void> {
  const open = await tx.sql
    .selectFrom('actions')
    .innerJoin('cases', 'cases.id', 'actions.caseId')
    .select(['actions.id', 'cases.leadId', 'cases.number'])
    .where('actions.assigneeId', '=', personId)
    .where('actions.state', 'in', ['assigned', 'accepted'])
    .execute();
  for (const action of open) {
    await tx.sql
      .updateTable('actions')
      .set((is) => ({ assigneeId: action.leadId, state: 'assigned', version: is('version', '+', 1) }))
      .where('id', '=', action.id)
      .execute();
    await postMail(tx, ground, action.leadId, 'action-assigned', { number: action.number });
  }
}
