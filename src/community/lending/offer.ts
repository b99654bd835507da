import type { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { postMail } from '../../platform/mail/index.ts';
import type { lendInput } from '../contract.ts';
import { allCommunities } from '../queries/communities.ts';
import { membersById } from '../queries/members.ts';

const longestDays = 366;

/** Offers a colleague to another community until an agreed moment; nothing happens before the colleague agrees. */
export async function offerLending(
  tx: Tx<PersonActor>,
  ground: Ground,
  { personId, community, roles, endsAt }: z.infer<typeof lendInput>,
): Promise<string> {
  const { communityId } = tx.actor;
  const now = ground.clock.now();
  const until = new Date(endsAt);
  if (until <= now || until.getTime() - now.getTime() > longestDays * 86_400_000)
    throw invalid({ endsAt: until <= now ? 'in-the-past' : 'lent-too-long' });
  if (roles.includes('custodian') && roles.includes('overseer')) throw conflict('same-person-twice');
  const other = (await allCommunities(tx.sql)).find(({ id, slug }) => slug === community && id !== communityId);
  if (!other) throw invalid({ community: 'required' });
  const member = (await membersById(tx, [personId])).get(personId);
  if (member?.state !== 'active' || member.lentUntil) throw invalid({ personId: 'not-an-active-member' });
  const id = newId(ground.clock, ground.chance);
  const { discipline } = member;
  await tx.sql
    .insertInto('lendings')
    .values({
      ...{ communityId, id, side: 'lent', otherId: other.id, personId, roles, discipline },
      ...{ state: 'offered', offeredAt: now, endsAt: until },
    })
    .execute();
  const facts = { to: other.slug, roles: roles.join(' '), until: endsAt };
  await recordAct(tx, ground, { act: 'lending-offered', recordKind: 'lending', recordId: id, facts });
  await postMail(tx, ground, personId, 'lending-offered', { number: '' });
  return id;
}
