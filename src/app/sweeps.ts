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
  { job: 'climb-reports', within: 'a-minute', run: climbOverdueReports },
  { job: 'climb-handovers', within: 'a-minute', run: climbOverdueHandovers },
  { job: 'climb-follow-up', within: 'a-minute', run: climbOverdueFollowUp },
  { job: 'climb-inquiries', within: 'a-minute', run: climbInquiries },
  { job: 'climb-stages', within: 'a-minute', run: climbOverdueStages },
  { job: 'climb-subject-requests', within: 'a-minute', run: climbSubjectRequests },
  { job: 'ask-on-triggers', within: 'a-minute', run: askOnTriggers },
  { job: 'ask-to-reopen', within: 'seconds', run: askToReopen },
  { job: 'lapse-offers', within: 'a-minute', run: lapseOffers },
  { job: 'end-lendings', within: 'a-minute', run: (tx, ground) => endLendings(tx, ground, handOnWork) },
  { job: 'end-sharing', within: 'a-minute', run: endSharing },
  { job: 'forget-meetings', within: 'an-hour', run: forgetMeetings },
  { job: 'deliver-mail', within: 'seconds', run: (tx, ground) => deliverMail(tx, ground, carrier) },
  { job: 'tend-identity-requests', within: 'a-minute', run: tendRequests },
  { job: 'lapse-asks', within: 'a-minute', run: lapseAsks },
  { job: 'shred-expired', within: 'an-hour', run: (tx, ground) => shredExpired(tx, ground, keptRecords) },
  { job: 'remove-files', within: 'a-minute', run: removeFiles },
  { job: 'forget-answers', within: 'an-hour', run: forgetAnswers },
  { job: 'forget-mistakes', within: 'an-hour', run: forgetMistakes },
  { job: 'forget-proofs', within: 'an-hour', run: forgetProofs },
  { job: 'forget-identifiers', within: 'an-hour', run: forgetIdentifiers },
  { job: 'forget-sessions', within: 'an-hour', run: forgetEndedSessions },
  { job: 'forget-challenges', within: 'an-hour', run: forgetChallenges },
  { job: 'forget-rota', within: 'an-hour', run: forgetOldRota },
  { job: 'tell-of-recovery', within: 'seconds', run: tellOfRecovery },
  { job: 'forget-pages', within: 'an-hour', run: forgetPages },
];
