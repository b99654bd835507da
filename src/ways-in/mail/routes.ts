import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { mailboxAnswer, saveMailboxInput } from '../contract.ts';
import { may } from '../policy.ts';
import { mailboxOf, saveMailbox } from './mailbox.ts';

/** The doors of the mailbox whose mails become reports. */
export const mailboxRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/mailbox',
    summary: 'The mailbox whose mails become reports, and how the last look into it went',
    permission: may('see-ways-in'),
    audit: { none: 'names of servers, times and counts; of the password only whether there is one' },
    input: { path: null, query: null, body: null },
    answer: mailboxAnswer,
    handle: (tx, _, ground) => mailboxOf(tx, ground),
  }),
  route({
    method: 'POST',
    path: '/api/v1/mailbox',
    summary: 'Name the mailbox, name it anew, or end it with an empty host',
    permission: may('change-ways-in'),
    audit: { inside: 'saveMailbox writes mailbox-saved' },
    input: { path: null, query: null, body: saveMailboxInput },
    answer: mailboxAnswer,
    async handle(tx, { body }, ground) {
      await saveMailbox(tx as Tx<PersonActor>, ground, body);
      return await mailboxOf(tx, ground);
    },
  }),
];
