import type { z } from 'zod';
import { hasRole, type PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import type { lendings } from '../contract.ts';
import { answersOf } from './who-answers.ts';

const rememberedDays = 30;

/** Who is lent and borrowed, and what was until a month ago: all of it for a coordinator, else what concerns oneself. */
export async function lendingsFor(tx: Tx<PersonActor>, ground: Ground): Promise<z.infer<typeof lendings>> {
  const since = new Date(ground.clock.now().getTime() - rememberedDays * 86_400_000);
  const all = tx.sql
    .selectFrom('lendings as l')
    .innerJoin('people as p', 'p.id', 'l.personId')
    .innerJoin('communities as c', 'c.id', 'l.otherId')
    .select(['l.id', 'l.side', 'l.personId', 'p.name', 'c.name as community', 'l.roles', 'l.endsAt', 'l.state'])
    .where((is) => is.or([is('l.endedAt', 'is', null), is('l.endedAt', '>', since)]))
    .orderBy('l.endsAt');
  const mine = all.where('l.personId', '=', tx.actor.personId);
  const rows = await (hasRole(tx.actor, 'coordinator') ? all : mine).execute();
  return {
    lendings: rows.map(({ name, personId, endsAt, ...row }) => ({
      ...(row as Pick<z.infer<typeof lendings>['lendings'][number], 'id' | 'side' | 'community' | 'roles' | 'state'>),
      person: { id: personId, name },
      endsAt: endsAt.toISOString(),
      mayAnswer: answersOf(tx.actor, { ...row, personId }),
    })),
  };
}
