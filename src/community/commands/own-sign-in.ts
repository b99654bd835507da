import type { PersonActor } from '../../platform/actor.ts';
import { newTotp, openTotp, raiseSession, type SessionToken, sealTotp, totpStep } from '../../platform/auth/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';

/** Begins an authenticator: its secret counts only once a code has been typed back. */
export async function beginTotp(tx: Tx<PersonActor>, ground: Ground): Promise<{ secret: string; uri: string }> {
  const { personId } = tx.actor;
  const person = await tx.sql
    .selectFrom('people')
    .select(['email'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const begun = newTotp(ground.chance, person.email);
  const sealed = sealTotp(ground.keyStore.installationSecret('totp'), personId, begun.secret);
  await tx.sql.updateTable('people').set({ totpPending: sealed }).where('id', '=', personId).execute();
  return begun;
}

/** Confirms the begun authenticator with a code that fits it; from now on sign-in asks for one, and this session has shown it. */
export async function confirmTotp(
  tx: Tx<PersonActor>,
  ground: Ground,
  token: SessionToken,
  code: string,
): Promise<void> {
  const { personId } = tx.actor;
  const person = await tx.sql
    .selectFrom('people')
    .select('totpPending')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const secret =
    person.totpPending && openTotp(ground.keyStore.installationSecret('totp'), personId, person.totpPending);
  if (!secret || totpStep(secret, code, ground.clock) === null) throw invalid({ code: 'code-does-not-fit' });
  await tx.sql
    .updateTable('people')
    .set({ totpSealed: person.totpPending, totpPending: null })
    .where('id', '=', personId)
    .execute();
  await raiseSession(tx.sql, token, 'totp');
}
