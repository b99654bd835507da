import { type RawBuilder, sql as raw } from 'kysely';
import { activeWithRoles } from '../../community/index.ts';
import type { SystemActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import type { MailTemplate } from '../../platform/mail/index.ts';
import { noteLate } from '../commands/note-late.ts';
import { ceilingDays, isInvalidBy } from '../validity/ceiling.ts';

const dayMilliseconds = 86_400_000;

/** A date that every open case has: what tells that it is missed by a moment, and how far that has climbed. */
type CaseClock = {
  act: string;
  steps: 'reviewClimbs' | 'validityClimbs';
  mailToTeam: MailTemplate;
  mailToOverseers: MailTemplate;
  isMissedBy(moment: Date): RawBuilder<boolean>;
};

/** A missed review climbs: at once to lead, deputy and coordinators; a day later the overseers are told that it did. */
export const climbReviews = (tx: Tx<SystemActor>, ground: Ground): Promise<number> =>
  climbBy(tx, ground, {
    act: 'review-climbed',
    steps: 'reviewClimbs',
    mailToTeam: 'review-overdue',
    mailToOverseers: 'review-climbed',
    isMissedBy: (moment) => raw<boolean>`cases.next_review_at <= ${moment}`,
  });

/** So does a case past its ceiling that nobody validated; it stays, as overdue. */
export async function climbValidity(tx: Tx<SystemActor>, ground: Ground): Promise<number> {
  const days = await ceilingDays(tx);
  return await climbBy(tx, ground, {
    act: 'validity-climbed',
    steps: 'validityClimbs',
    mailToTeam: 'validity-overdue',
    mailToOverseers: 'validity-climbed',
    isMissedBy: (moment) => isInvalidBy(moment, days),
  });
}

async function climbBy(tx: Tx<SystemActor>, ground: Ground, clock: CaseClock): Promise<number> {
  const idsOf = async (role: 'coordinator' | 'overseer') => (await activeWithRoles(tx, [role])).map(({ id }) => id);
  const team = await climb(tx, ground, clock, 0, async ({ leadId, deputyId }) => ({
    mail: clock.mailToTeam,
    people: [leadId, deputyId, ...(await idsOf('coordinator'))],
  }));
  const beyond = await climb(tx, ground, clock, 1, async () => ({
    mail: clock.mailToOverseers,
    people: await idsOf('overseer'),
  }));
  return team + beyond;
}

type Row = { id: string; number: string; leadId: string; deputyId: string };

async function climb(
  tx: Tx<SystemActor>,
  ground: Ground,
  { act, steps, isMissedBy }: CaseClock,
  step: 0 | 1,
  toTell: (row: Row) => Promise<{ mail: MailTemplate; people: string[] }>,
): Promise<number> {
  const now = ground.clock.now();
  const overdue = await tx.sql
    .selectFrom('cases')
    .select(['id', 'number', 'leadId', 'deputyId'])
    .where('state', '=', 'open')
    .where(steps, '=', step)
    .where(isMissedBy(new Date(now.getTime() - step * dayMilliseconds)))
    .limit(100)
    .forUpdate()
    .skipLocked()
    .execute();
  const climbedAt = steps === 'reviewClimbs' ? { reviewClimbedAt: now } : {};
  for (const row of overdue) {
    await tx.sql
      .updateTable('cases')
      .set({ ...climbedAt, [steps]: step + 1 })
      .where('id', '=', row.id)
      .execute();
    const { id: caseId, number } = row;
    await noteLate(tx, ground, { caseId, number }, { act, ...(await toTell(row)), facts: { step: step + 1 } });
  }
  return overdue.length;
}
