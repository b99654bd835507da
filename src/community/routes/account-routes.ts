import { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { keepPagerNumber, pagerNumberOf } from '../../platform/paging/index.ts';
import { prepareNewPassword, removePasskey, removeTotp, replacePassword } from '../commands/password.ts';
import * as contract from '../contract.ts';
import { may } from '../policy.ts';
import { tokenOf } from './token-of.ts';

const done = z.object({ done: z.literal(true) });
const person = (tx: Tx) => tx as Tx<PersonActor>;

/** The doors of one's own account: password, factors, language, telephone. */
export const accountRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/api/v1/password',
    summary: 'Change my password; other sessions of mine end',
    permission: may('manage-own-sign-in'),
    audit: { act: 'password-changed', recordKind: 'person', recordId: () => null },
    input: { path: null, query: null, body: contract.changePasswordInput },
    answer: done,
    prepare: (ground, input, actor) => prepareNewPassword(ground, actor as PersonActor, input.body),
    async handle(tx, input, ground) {
      await replacePassword(tx.sql, person(tx).actor.personId, input.prepared, tokenOf(ground, input.headers));
      return { done: true };
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/passkeys/{id}',
    summary: 'Take a passkey of mine away, unless it is the last factor',
    permission: may('manage-own-sign-in'),
    stepUp: true,
    audit: { act: 'passkey-removed', recordKind: 'person', recordId: () => null },
    input: { path: z.strictObject({ id: z.string().max(1_400) }), query: null, body: null },
    answer: 'nothing',
    async handle(tx, input, ground) {
      if (!(await removePasskey(person(tx), ground, input.path.id))) throw notFound();
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/totp',
    summary: 'Take my authenticator away, unless it is the last factor',
    permission: may('manage-own-sign-in'),
    stepUp: true,
    audit: { act: 'authenticator-removed', recordKind: 'person', recordId: () => null },
    input: { path: null, query: null, body: null },
    answer: 'nothing',
    handle: (tx, _, ground) => removeTotp(person(tx), ground),
  }),
  route({
    method: 'POST',
    path: '/api/v1/language',
    summary: 'Keep the language in which I work',
    permission: may('manage-own-sign-in'),
    audit: { none: 'a preference of one’s own' },
    input: { path: null, query: null, body: contract.changeLanguageInput },
    answer: done,
    async handle(tx, input) {
      const { personId } = person(tx).actor;
      await tx.sql.updateTable('people').set({ language: input.body.language }).where('id', '=', personId).execute();
      return { done: true };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/pager-number',
    summary: 'Where I am paged by telephone',
    permission: may('manage-own-sign-in'),
    audit: { none: 'about oneself' },
    input: { path: null, query: null, body: null },
    answer: contract.pagerNumber,
    handle: async (tx, _, ground) =>
      (await pagerNumberOf(tx, ground, person(tx).actor.personId)) ?? { number: '', way: 'sms' as const },
  }),
  route({
    method: 'POST',
    path: '/api/v1/pager-number',
    summary: 'Say where I am paged by telephone, or nowhere',
    permission: may('manage-own-sign-in'),
    audit: { act: 'pager-number-changed', recordKind: 'person', recordId: () => null },
    input: { path: null, query: null, body: contract.pagerNumber },
    answer: done,
    async handle(tx, input, ground) {
      await keepPagerNumber(tx, ground, person(tx).actor.personId, input.body);
      return { done: true };
    },
  }),
];
