import type { z } from 'zod';
import { lockMembers, membersOf } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { lockOpenCase } from '../commands/case-row.ts';
import { joinTeam } from '../commands/change-lead.ts';
import { shareWithTeam } from '../commands/share-case.ts';
import type { setStandingInput, standingTeam } from './contract.ts';
import { recusedFrom } from './recused.ts';

/** The active members, and of each whether they stand ready, and until when they are vetted and trained. */
export async function standingTeamOf(tx: Tx): Promise<z.infer<typeof standingTeam>> {
  const rows = await tx.sql.selectFrom('standingMembers').selectAll().execute();
  const byPerson = new Map(rows.map((row) => [row.personId, row]));
  const members = (await membersOf(tx)).filter((member) => member.state === 'active');
  return {
    members: members.map(({ id, name, discipline, agency }) => ({
      id,
      name,
      discipline,
      agency,
      isStanding: byPerson.get(id)?.isStanding ?? false,
      vettedUntil: byPerson.get(id)?.vettedUntil ?? null,
      trainedUntil: byPerson.get(id)?.trainedUntil ?? null,
      version: byPerson.get(id)?.version ?? 0,
    })),
  };
}

/** Sets how somebody stands to the standing team; what somebody else set since is not overwritten. */
export async function setStanding(
  tx: Tx<PersonActor>,
  ground: Ground,
  personId: string,
  input: z.infer<typeof setStandingInput>,
): Promise<void> {
  if (!(await lockMembers(tx, [personId])).has(personId)) throw notFound();
  const { version, ...standing } = input;
  const row = { ...standing, version: version + 1, changedBy: tx.actor.personId, changedAt: ground.clock.now() };
  const written = await tx.sql
    .insertInto('standingMembers')
    .values({ communityId: tx.actor.communityId, personId, ...row })
    .onConflict((conflicting) =>
      conflicting.columns(['communityId', 'personId']).doUpdateSet(row).where('standingMembers.version', '=', version),
    )
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows !== 1n) throw conflict('changed-since-you-opened-it');
  await recordAct(tx, ground, { act: 'standing-set', recordKind: 'person', recordId: personId });
}

/** Puts everybody of the standing team on the case who is active and not recused from it. */
export async function addStandingTeam(tx: Tx<PersonActor>, ground: Ground, caseId: string): Promise<void> {
  const row = await lockOpenCase(tx, caseId);
  const recused = await recusedFrom(tx, caseId);
  const present = await tx.sql
    .selectFrom('caseMembers')
    .select('personId')
    .where('caseId', '=', caseId)
    .where('leftAt', 'is', null)
    .execute();
  const there = new Set([row.leadId, row.deputyId, ...present.map((member) => member.personId), ...recused]);
  const { members } = await standingTeamOf(tx);
  const joining = members.filter((member) => member.isStanding && !there.has(member.id));
  for (const { id } of joining) {
    await joinTeam(tx, ground, caseId, id, 'member');
    await recordAct(tx, ground, {
      act: 'member-added',
      recordKind: 'case',
      recordId: caseId,
      facts: { person: id, part: 'member' },
    });
  }
  await recordAct(tx, ground, {
    act: 'standing-team-added',
    recordKind: 'case',
    recordId: caseId,
    facts: { joined: joining.length },
  });
  await shareWithTeam(tx, ground, caseId);
}
