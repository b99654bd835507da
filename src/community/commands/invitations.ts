import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Actor, PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { sealTo } from '../../platform/vault/index.ts';
import type { acceptInvitationInput, inviteInput, joinInput } from '../contract.ts';
import { communityOf } from '../queries/communities.ts';
import { addPerson, newPerson } from './add-person.ts';
import { giveRecoveryCodes } from './recovery-codes.ts';
import { recognise } from './sign-in.ts';

const secretHash = (secret: string) => createHash('sha256').update(secret).digest();
const lifetimeDays = 7;

/** Makes a one-time link that is shown once and mailed to nobody; only the hash of its secret is kept. */
export async function invite(tx: Tx<PersonActor>, ground: Ground, input: z.infer<typeof inviteInput>) {
  const id = newId(ground.clock, ground.chance);
  const secret = ground.chance.bytes(24).toString('base64url');
  const expiresAt = new Date(ground.clock.now().getTime() + lifetimeDays * 86_400_000);
  const { communityId, personId } = tx.actor;
  const { slug } = await communityOf(tx);
  await tx.sql
    .insertInto('invitations')
    .values({
      communityId,
      id,
      secretHash: secretHash(secret),
      name: input.name,
      email: input.email,
      roles: input.roles,
      discipline: input.discipline,
      invitedBy: personId,
      expiresAt,
    })
    .execute();
  return {
    id,
    link: `${ground.publicUrl}/console/at/${slug}/invitation#${secret}`,
    expiresAt: expiresAt.toISOString(),
  };
}

/** The open invitation of this secret; used, expired and unknown ones look alike. */
export async function openInvitation(tx: Tx, ground: Ground, secret: string) {
  const row = await tx.sql
    .selectFrom('invitations')
    .selectAll()
    .where('secretHash', '=', secretHash(secret))
    .where('acceptedBy', 'is', null)
    .where('expiresAt', '>', ground.clock.now())
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** Everything slow about a new person, made before the transaction. */
export const prepareAcceptance = (ground: Ground, input: z.infer<typeof acceptInvitationInput>) =>
  newPerson(
    ground,
    { name: input.name, email: '', language: input.language, roles: [], discipline: '' },
    input.password,
  );

/** Makes the invited person a member; the invitation can be used by one person only. */
export async function acceptInvitation(
  tx: Tx,
  ground: Ground,
  input: z.infer<typeof acceptInvitationInput>,
  prepared: Awaited<ReturnType<typeof prepareAcceptance>>,
) {
  const invitation = await openInvitation(tx, ground, input.secret);
  const community = await communityOf(tx);
  if (!community.recoveryPublicKey) throw conflict('already-set-up');
  const { email, roles, discipline } = invitation;
  const person = { ...prepared, email, roles, discipline };
  await addPerson(tx, ground, person, sealTo(community.recoveryPublicKey, person.keyPair.privateKey));
  await tx.sql.updateTable('invitations').set({ acceptedBy: person.id }).where('id', '=', invitation.id).execute();
  await recordAct(tx, ground, { act: 'person-joined', recordKind: 'person', recordId: person.id });
  return { recoveryCodes: await giveRecoveryCodes(tx.sql, ground, person.id, person.keyPair.privateKey) };
}

/** Shows that the invited address is theirs, before the transaction: password and second factor are slow. */
export async function prepareJoining(ground: Ground, input: z.infer<typeof joinInput>, actor: Actor) {
  const { email } = await ground.database.withActor(actor, (tx) => openInvitation(tx, ground, input.secret));
  return await recognise(ground, { email, password: input.password, code: input.code });
}

/** Makes somebody who has an account in this installation a member here too, with the same key pair and password. */
export async function joinByInvitation(
  tx: Tx,
  ground: Ground,
  secret: string,
  { personId, keyPair }: Awaited<ReturnType<typeof prepareJoining>>,
): Promise<void> {
  const { id, email, name, roles, discipline } = await openInvitation(tx, ground, secret);
  const { recoveryPublicKey } = await communityOf(tx);
  if (!recoveryPublicKey) throw conflict('already-set-up');
  const person = { id: personId, email, name, language: '', roles, discipline, agency: '', passwordLockedKey: null };
  await addPerson(tx, ground, { ...person, keyPair }, sealTo(recoveryPublicKey, keyPair.privateKey));
  await tx.sql.updateTable('invitations').set({ acceptedBy: personId }).where('id', '=', id).execute();
  await recordAct(tx, ground, { act: 'person-joined', recordKind: 'person', recordId: personId });
}
