import type { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { postMail } from '../../platform/mail/index.ts';
import type { absenceInput } from './contract.ts';

/** Says when one is away; the deputy of each case that one leads is told, and stands in. */
export async function goAway(tx: Tx<PersonActor>, ground: Ground, input: z.infer<typeof absenceInput>): Promise<void> {
  const startsAt = new Date(input.startsAt);
  const endsAt = new Date(input.endsAt);
  if (endsAt <= ground.clock.now()) throw invalid({ endsAt: 'in-the-past' });
  if (endsAt <= startsAt) throw invalid({ endsAt: 'ends-before-it-starts' });
  const { communityId, personId } = tx.actor;
  await tx.sql
    .insertInto('absences')
    .values({
      communityId,
      id: newId(ground.clock, ground.chance),
      personId,
      startsAt,
      endsAt,
      madeAt: ground.clock.now(),
    })
    .execute();
  await recordAct(tx, ground, { act: 'absence-noted', recordKind: 'person', recordId: personId });
  const led = await tx.sql
    .selectFrom('cases')
    .select(['deputyId', 'number'])
    .where('state', '=', 'open')
    .where('leadId', '=', personId)
    .execute();
  for (const { deputyId, number } of led) await postMail(tx, ground, deputyId, 'lead-away', { number });
}

/** Refuses, beside its field, to give something to somebody who is away on the day on which it is due. */
export async function refuseAway(tx: Tx, personId: string, dueAt: Date): Promise<void> {
  const away = await tx.sql
    .selectFrom('absences')
    .select('id')
    .where('personId', '=', personId)
    .where('startsAt', '<=', dueAt)
    .where('endsAt', '>', dueAt)
    .limit(1)
    .executeTakeFirst();
  if (away) throw invalid({ assigneeId: 'away-then' });
}
