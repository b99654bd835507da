import { recordRequest } from '../../cases/index.ts';
import type { Ground } from '../../platform/ground.ts';
import { ago, type DemoActors } from './demo-past.ts';

/** The other side of one invented case: a guardian asked a week ago what is held, and waits for an answer. */
export async function askDemoRequest(ground: Ground, { pau }: DemoActors): Promise<void> {
  const then = ago(ground, 7 * 1_440);
  await ground.database.withActor(pau, async (tx) => {
    const { id } = await tx.sql
      .selectFrom('cases')
      .select('id')
      .where('leadId', '=', pau.personId)
      .where('state', '=', 'open')
      .where('stage', '=', 'monitoring')
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow();
    await recordRequest(tx, then, id, {
      kind: 'access',
      askedBy: 'guardian',
      receivedAt: then.clock.now().toISOString(),
      words: 'I want to see what you have written about my son.',
      identity: 'Came to the desk with his school card and her passport.',
    });
  });
}
