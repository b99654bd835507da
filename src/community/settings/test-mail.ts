import type { PersonActor } from '../../platform/actor.ts';
import { conflict } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { ownMailCarrier, renderTestMail } from '../../platform/mail/index.ts';

/** Sends a test message to whoever asks, by the server as it is saved; says whether that server took it. */
export async function sendTestMail(ground: Ground, actor: PersonActor): Promise<{ isTaken: boolean }> {
  const { carrier, person } = await ground.database.withActor(actor, async (tx) => ({
    carrier: await ownMailCarrier(tx, ground),
    person: await tx.sql
      .selectFrom('people')
      .select(['email', 'language'])
      .where('id', '=', actor.personId)
      .executeTakeFirstOrThrow(),
  }));
  if (!carrier) throw conflict('no-mail-server');
  const isTaken = await carrier({ to: person.email, ...renderTestMail(person.language, ground.publicUrl) }).then(
    () => true,
    () => false,
  );
  return { isTaken };
}
