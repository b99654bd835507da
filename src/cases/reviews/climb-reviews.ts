import { type RawBuilder, sql as raw } from 'kysely';
import { activeWithRoles } from '../../community/index.ts';
import type { SystemActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { type MailTemplate, postMail } from '../../platform/mail/index.ts';
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
  const team = await climb(tx, ground, clock, 0, async (row) => {
    const coordinators = await activeWithRoles(tx, ['coordinator']);
    const people = new Set([row.leadId, row.deputyId, ...coordinators.map(({ id }) => id)]);
    for (const person of people) await postMail(tx, ground, person, clock.mailToTeam, { number: row.number });
  });
  const beyond = await climb(tx, ground, clock, 1, async (row) => {
    for (const { id } of await activeWithRoles(tx, ['overseer']))
      await postMail(tx, ground, id, clock.mailToOverseers, { number: row.number });
  });
  return team + beyond;
}

type Row = { id: string; number: string; leadId: string; deputyId: string };

async function climb(
  tx: Tx<SystemActor>,
  ground: Ground,
  { act, steps, isMissedBy }: CaseClock,
  step: 0 | 1,
  tell: (row: Row) => Promise<void>,
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
    await recordAct(tx, ground, { act, recordKind: 'case', recordId: row.id, facts: { step: step + 1 } });
    await tell(row);
  }
  return overdue.length;
}
