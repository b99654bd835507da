import { sql as raw } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { groupNames, groupRoles, makeGroup } from '../../platform/keys/index.ts';
import { newRecoveryKit, sealTo } from '../../platform/vault/index.ts';
import type { LegalProfileId } from '../contract/legal.ts';
import { keepFirstProfile } from '../legal/choose-profile.ts';
import { allCommunities, defaultClocks, forgetCommunityIds } from '../queries/communities.ts';
import { addPerson, type JoiningPerson } from './add-person.ts';
import { giveRecoveryCodes } from './recovery-codes.ts';

export type NewCommunity = {
  name: string;
  slug: string;
  country: string;
  legalProfile?: LegalProfileId | undefined;
  timeZone: string;
  defaultLanguage: string;
  emergencyNumbers: { number: string; for: string }[];
  crisisLines: { number: string; name: string; hours: string }[];
};
export type Founded = {
  communityId: string;
  recoveryKit: { halfA: string; halfB: string };
  /** The codes of each founder whose account is new, in their order. */
  recoveryCodes: string[][];
};

/**
 * Makes a community with its first people, its three key groups, its recovery kit and everybody's codes, all in one
 * transaction. Kit and codes are given back once and stored nowhere: of the kit only the public half stays, and each person's
 * private key sealed to it. With `onlyAs` it is refused unless it becomes the community of that number.
 */
export async function foundCommunity(
  ground: Ground,
  community: NewCommunity,
  founders: readonly JoiningPerson[],
  onlyAs?: number,
): Promise<Founded> {
  const id = newId(ground.clock, ground.chance);
  const kit = newRecoveryKit(ground.chance);
  const actor: Actor = { kind: 'system', communityId: id, job: 'set-up' };
  const recoveryCodes = await ground.database.withActor(actor, async (tx) => {
    if (onlyAs !== undefined) await refuseUnlessNext(tx, onlyAs);
    const { emergencyNumbers, crisisLines, legalProfile, ...facts } = community;
    await tx.sql
      .insertInto('communities')
      .values({
        id,
        ...facts,
        emergencyNumbers: JSON.stringify(emergencyNumbers),
        crisisLines: JSON.stringify(crisisLines),
        clocks: JSON.stringify(defaultClocks),
        recoveryPublicKey: kit.publicKey,
        createdAt: ground.clock.now(),
      })
      .execute();
    await recordAct(tx, ground, { act: 'community-founded', recordKind: 'community', recordId: id });
    for (const founder of founders) await addFounder(tx, ground, founder, kit.publicKey);
    const [first] = founders;
    if (legalProfile && first) await keepFirstProfile(tx, ground, legalProfile, first.id);
    for (const name of groupNames) {
      const holders = founders.filter((founder) => founder.roles.some((role) => groupRoles[name].includes(role)));
      await makeGroup(
        tx,
        ground,
        name,
        1,
        holders.map((holder) => ({ id: holder.id, publicKey: holder.keyPair.publicKey })),
      );
    }
    const codes: string[][] = [];
    for (const founder of founders.filter(({ passwordLockedKey }) => passwordLockedKey !== null))
      codes.push(await giveRecoveryCodes(tx.sql, ground, founder.id, founder.keyPair.privateKey));
    return codes;
  });
  forgetCommunityIds(ground);
  return { communityId: id, recoveryKit: { halfA: kit.halfA, halfB: kit.halfB }, recoveryCodes };
}

/** One founding at a time, so that a link that was meant for one community founds no second. */
async function refuseUnlessNext(tx: Tx, number: number): Promise<void> {
  await raw`select pg_advisory_xact_lock(7041963)`.execute(tx.sql);
  if ((await allCommunities(tx.sql)).length !== number - 1) throw conflict('already-set-up');
}

async function addFounder(tx: Tx, ground: Ground, founder: JoiningPerson, recoveryPublicKey: Buffer) {
  await addPerson(tx, ground, founder, sealTo(recoveryPublicKey, founder.keyPair.privateKey));
}
