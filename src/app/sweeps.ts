import { climbOverdueFollowUp, lapseOffers } from '../cases/index.ts';
import type { Sweep } from '../platform/jobs/sweeps.ts';
import { deliverMail, type MailCarrier } from '../platform/mail/index.ts';
import { climbOverdueHandovers, climbOverdueReports } from '../reports/index.ts';

const keepAnswersHours = 48;

/** All that happens by the clock and by nobody's hand. Without a carrier mail waits in the outbox until there is one. */
export const allSweeps = (carrier: MailCarrier | null): Sweep[] => [
  { job: 'climb-reports', run: climbOverdueReports },
  { job: 'climb-handovers', run: climbOverdueHandovers },
  { job: 'climb-follow-up', run: climbOverdueFollowUp },
  { job: 'lapse-offers', run: lapseOffers },
  ...(carrier ? [{ job: 'deliver-mail', run: (tx, ground) => deliverMail(tx, ground, carrier) } satisfies Sweep] : []),
  { job: 'forget-answers', run: forgetAnswers },
  { job: 'forget-sessions', run: forgetSessions },
];

const forgetAnswers: Sweep['run'] = async (tx, ground) => {
  const before = new Date(ground.clock.now().getTime() - keepAnswersHours * 3_600_000);
  await tx.sql.deleteFrom('idempotencyKeys').where('createdAt', '<', before).execute();
  return 0;
};

const forgetSessions: Sweep['run'] = async (tx, ground) => {
  await tx.sql.deleteFrom('sessions').where('expiresAt', '<', ground.clock.now()).execute();
  await tx.sql.deleteFrom('signInChallenges').where('expiresAt', '<', ground.clock.now()).execute();
  return 0;
};
