import {
  askOnTriggers,
  askToReopen,
  climbInquiries,
  climbOverdueFollowUp,
  climbOverdueStages,
  climbSubjectRequests,
  endSharing,
  forgetMeetings,
  lapseOffers,
} from '../cases/index.ts';
import { endLendings, forgetChallenges, forgetOldRota, tellOfRecovery } from '../community/index.ts';
import { tendRequests } from '../identities/index.ts';
import { forgetMistakes } from '../library/index.ts';
import { forgetEndedSessions } from '../platform/auth/index.ts';
import { forgetAnswers } from '../platform/http/idempotency.ts';
import { forgetIdentifiers } from '../platform/identifiers/index.ts';
import type { Sweep } from '../platform/jobs/sweeps.ts';
import { deliverMail, type MailCarrier } from '../platform/mail/index.ts';
import { forgetPages } from '../platform/paging/index.ts';
import { climbOverdueHandovers, climbOverdueReports, forgetProofs } from '../reports/index.ts';
import { lapseAsks, removeFiles, shredExpired } from '../retention/index.ts';
import { handOnWork, keptRecords } from './routes.ts';

/** All that happens by the clock and by nobody's hand. Without a carrier mail waits in the outbox until there is one. */
export const allSweeps = (carrier: MailCarrier | null): Sweep[] => [
  { job: 'climb-reports', run: climbOverdueReports },
  { job: 'climb-handovers', run: climbOverdueHandovers },
  { job: 'climb-follow-up', run: climbOverdueFollowUp },
  { job: 'climb-inquiries', run: climbInquiries },
  { job: 'climb-stages', run: climbOverdueStages },
  { job: 'climb-subject-requests', run: climbSubjectRequests },
  { job: 'ask-on-triggers', run: askOnTriggers },
  { job: 'ask-to-reopen', run: askToReopen },
  { job: 'lapse-offers', run: lapseOffers },
  { job: 'end-lendings', run: (tx, ground) => endLendings(tx, ground, handOnWork) },
  { job: 'end-sharing', run: endSharing },
  { job: 'forget-meetings', run: forgetMeetings },
  { job: 'deliver-mail', run: (tx, ground) => deliverMail(tx, ground, carrier) },
  { job: 'tend-identity-requests', run: tendRequests },
  { job: 'lapse-asks', run: lapseAsks },
  { job: 'shred-expired', run: (tx, ground) => shredExpired(tx, ground, keptRecords) },
  { job: 'remove-files', run: removeFiles },
  { job: 'forget-answers', run: forgetAnswers },
  { job: 'forget-mistakes', run: forgetMistakes },
  { job: 'forget-proofs', run: forgetProofs },
  { job: 'forget-identifiers', run: forgetIdentifiers },
  { job: 'forget-sessions', run: forgetEndedSessions },
  { job: 'forget-challenges', run: forgetChallenges },
  { job: 'forget-rota', run: forgetOldRota },
  { job: 'tell-of-recovery', run: tellOfRecovery },
  { job: 'forget-pages', run: forgetPages },
];
