import type { Selectable } from 'kysely';
import type { Lendings } from '../../../db/types.ts';
import type { PersonActor, SystemActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { inAnotherCommunity } from '../../platform/db/in-another-community.ts';
import { conflict, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { tendGroups } from '../../platform/keys/index.ts';
import { postMail } from '../../platform/mail/index.ts';
import type { HandOnWork } from '../commands/change-people.ts';
import { activeWithRoles, membersById } from '../queries/members.ts';
import { closeLending } from './end.ts';
import { answersOf, type LendingAnswer } from './who-answers.ts';

type Lending = Selectable<Lendings>;

/** Does something in the other community of a lending, and in its log, in the same transaction. */
const there = <T>(tx: Tx, { otherId }: Lending, work: (tx: Tx<SystemActor>) => Promise<T>): Promise<T> =>
  inAnotherCommunity(tx, { kind: 'system', communityId: otherId, job: 'lending' }, work);

/**
 * Answers for one's own side: first the officer agrees, then a coordinator of the community that borrows; either side ends it
 * at any time. Both communities' rows move in one transaction, or neither.
 */
export async function answerLending(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  answer: LendingAnswer,
  handOn: HandOnWork,
): Promise<void> {
  const row = await tx.sql.selectFrom('lendings').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  if (!answersOf(tx.actor, row).includes(answer)) throw row.endedAt ? conflict('already-answered') : notFound();
  if (answer !== 'accept') return await endOnBothSides(tx, ground, row, handOn);
  await (row.side === 'lent' ? agree(tx, ground, row) : begin(tx, ground, row));
}

/** Ends whatever lending somebody is part of here; nobody who is suspended stays lent. */
export async function endEveryLending(tx: Tx, ground: Ground, personId: string, handOn: HandOnWork): Promise<void> {
  const open = tx.sql.selectFrom('lendings').selectAll().where('personId', '=', personId).where('endedAt', 'is', null);
  for (const row of await open.execute()) await endOnBothSides(tx, ground, row, handOn);
}

/** Closes a lending in both communities; keys and work are taken back where it was borrowed, in that transaction. */
async function endOnBothSides(tx: Tx, ground: Ground, row: Lending, handOn: HandOnWork): Promise<void> {
  await closeLending(tx, ground, row.id, handOn);
  await there(tx, row, (other) => closeLending(other, ground, row.id, handOn));
}

/** The officer agrees; from now on the other community knows of the offer. */
async function agree(tx: Tx<PersonActor>, ground: Ground, row: Lending): Promise<void> {
  const agreedAt = ground.clock.now();
  await move(tx, row, { state: 'agreed', agreedAt });
  await recordAct(tx, ground, { act: 'lending-agreed', recordKind: 'lending', recordId: row.id });
  await there(tx, row, (other) => arrive(other, ground, { ...row, agreedAt }));
}

async function arrive(tx: Tx<SystemActor>, ground: Ground, row: Lending): Promise<void> {
  const { communityId } = tx.actor;
  const here = { communityId, otherId: row.communityId, side: 'borrowed', state: 'agreed' };
  await tx.sql
    .insertInto('lendings')
    .values({ ...row, ...here })
    .execute();
  await recordAct(tx, ground, { act: 'lending-offered', recordKind: 'lending', recordId: row.id });
  for (const { id } of await activeWithRoles(tx, ['coordinator']))
    await postMail(tx, ground, id, 'lending-arrived', { number: '' });
}

/** The borrowing community accepts: the officer is a member from now to the agreed end and is given the keys of their roles. */
async function begin(tx: Tx<PersonActor>, ground: Ground, row: Lending): Promise<void> {
  const known = (await membersById(tx, [row.personId])).get(row.personId);
  if (known && known.state !== 'left') throw conflict('already-a-member');
  const { personId: acceptedBy } = tx.actor;
  await move(tx, row, { state: 'running', acceptedBy });
  await joinUntilTheEnd(tx, ground, row);
  await recordAct(tx, ground, { act: 'lending-begun', recordKind: 'lending', recordId: row.id });
  await tendGroups(tx, ground);
  await there(tx, row, async (other) => {
    await move(other, row, { state: 'running', acceptedBy });
    await recordAct(other, ground, { act: 'lending-begun', recordKind: 'lending', recordId: row.id });
    await postMail(other, ground, row.personId, 'lending-begun', { number: '' });
  });
}

async function move(tx: Tx, { id, state }: Lending, to: Partial<Lending>): Promise<void> {
  const moved = await tx.sql
    .updateTable('lendings')
    .set(to)
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) throw conflict('already-answered');
}

async function joinUntilTheEnd(
  tx: Tx,
  ground: Ground,
  { personId, roles, discipline, endsAt }: Lending,
): Promise<void> {
  const { communityId } = tx.actor;
  const member = { roles, discipline, state: 'active', lentUntil: endsAt, joinedAt: ground.clock.now(), endedAt: null };
  await tx.sql
    .insertInto('memberships')
    .values({ communityId, personId, ...member })
    .onConflict((known) => known.columns(['communityId', 'personId']).doUpdateSet(member))
    .execute();
}
