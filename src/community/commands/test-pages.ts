import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { postMail } from '../../platform/mail/index.ts';
import { postPage } from '../../platform/paging/index.ts';
import { officersOnRota, pageTestOf } from '../queries/page-test.ts';

/** Sends a test page to everybody on the rota of the next two weeks, by the ways by which a report would reach them. */
export async function sendTestPages(tx: Tx<PersonActor>, ground: Ground): Promise<void> {
  const sentAt = ground.clock.now();
  for (const { id: personId } of await officersOnRota(tx, sentAt)) {
    const id = newId(ground.clock, ground.chance);
    const { communityId, personId: sentBy } = tx.actor;
    await tx.sql.insertInto('testPages').values({ communityId, id, personId, sentBy, sentAt }).execute();
    await postMail(tx, ground, personId, 'test-page', { number: '' });
    await postPage(tx, ground, personId, 'test', id);
  }
}

/** Notes that the test page reached its officer, who alone can say so; answers whether all have by now. */
export async function acknowledgeTestPage(tx: Tx<PersonActor>, ground: Ground, id: string) {
  const result = await tx.sql
    .updateTable('testPages')
    .set({ acknowledgedAt: ground.clock.now() })
    .where('id', '=', id)
    .where('personId', '=', tx.actor.personId)
    .where('acknowledgedAt', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw notFound();
  return { isComplete: (await pageTestOf(tx, ground)).isComplete };
}

const keepDays = 366;

/** Forgets test pages and leaves of a year ago. */
export async function forgetOldRota(tx: Tx, ground: Ground): Promise<number> {
  const before = new Date(ground.clock.now().getTime() - keepDays * 86_400_000);
  await tx.sql.deleteFrom('testPages').where('sentAt', '<', before).execute();
  await tx.sql.deleteFrom('leaves').where('endsAt', '<', before).execute();
  return 0;
}
