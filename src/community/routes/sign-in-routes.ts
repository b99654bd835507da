import { renderSVG } from 'uqr';
import { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import {
  endedSessionCookie,
  endSession,
  findSession,
  type LiveSession,
  sessionCookie,
} from '../../platform/auth/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import { Refused } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { shareLostCopies, tendGroups } from '../../platform/keys/index.ts';
import { beginTotp, confirmTotp } from '../commands/own-sign-in.ts';
import { addPasskey, beginPasskey, beginPasskeySignIn, signInByPasskey } from '../commands/passkeys.ts';
import { giveRecoveryCodes } from '../commands/recovery-codes.ts';
import { type SignedIn, signIn } from '../commands/sign-in.ts';
import * as contract from '../contract.ts';
import { may } from '../policy.ts';
import { sessionAnswer } from '../queries/session.ts';
import { tokenOf } from './token-of.ts';

const done = z.object({ done: z.literal(true) });
const person = (tx: Tx) => tx as Tx<PersonActor>;
/** What the browser's authenticator gave; the library that verifies it checks its shape. */
const credential = z.looseObject({ id: z.string() }).transform((value) => value as never);
const none = { path: null, query: null, body: null } as const;

/** The session's answer with its cookie; the groups of each community are tended now, since a key is at hand. */
async function welcome(ground: Ground, signedIn: SignedIn): Promise<Response> {
  const actor: PersonActor = { kind: 'person', ...signedIn };
  for (const { communityId, roles } of signedIn.memberships)
    await ground.database.withActor({ ...actor, communityId, roles }, async (tx) => {
      await tendGroups(tx, ground);
      await shareLostCopies(tx, ground);
    });
  const answer = await ground.database.withActor(actor, (tx) => sessionAnswer(tx, ground, signedIn));
  return Response.json(answer, { headers: { 'set-cookie': sessionCookie(signedIn.token, ground.publicUrl) } });
}

const liveSession = async (ground: Ground, headers: Headers): Promise<LiveSession> => {
  const session = await findSession(ground, tokenOf(ground, headers), { touches: false });
  if (!session) throw new Refused({ kind: 'not-signed-in' });
  return session;
};

/** The doors of signing in and out, and of the factors that one signs in with. */
export const signInRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/api/v1/sign-in',
    summary: 'Sign in by password and second factor',
    permission: may('sign-in'),
    audit: { none: 'sessions are rows of their own' },
    input: { path: null, query: null, body: contract.signInInput },
    answer: 'bytes',
    prepare: async (ground, input, { communityId }) => welcome(ground, await signIn(ground, input.body, communityId)),
    handle: async (_, input) => input.prepared,
  }),
  route({
    method: 'POST',
    path: '/api/v1/sign-out',
    summary: 'End this session',
    permission: may('manage-own-sign-in'),
    audit: { none: 'sessions are rows of their own' },
    input: none,
    answer: 'bytes',
    async handle(tx, input, ground) {
      await endSession(tx.sql, tokenOf(ground, input.headers));
      return new Response(null, {
        status: 204,
        headers: { 'set-cookie': endedSessionCookie(ground.publicUrl), 'clear-site-data': '"cache", "storage"' },
      });
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/session',
    summary: 'Who is signed in',
    permission: may('manage-own-sign-in'),
    audit: { none: 'about oneself' },
    input: none,
    answer: contract.session,
    prepare: (ground, input) => liveSession(ground, input.headers),
    handle: (tx, input, ground) => sessionAnswer(person(tx), ground, input.prepared),
  }),
  route({
    method: 'POST',
    path: '/api/v1/passkeys/sign-in/options',
    summary: 'Begin a sign-in by passkey',
    permission: may('sign-in'),
    audit: { none: 'a challenge, no act' },
    input: none,
    answer: z.object({ id: z.uuid(), options: z.looseObject({}) }),
    prepare: (ground) => beginPasskeySignIn(ground),
    handle: async (_, input) => input.prepared,
  }),
  route({
    method: 'POST',
    path: '/api/v1/passkeys/sign-in',
    summary: 'Sign in by passkey',
    permission: may('sign-in'),
    audit: { none: 'sessions are rows of their own' },
    input: {
      path: null,
      query: null,
      body: z.strictObject({ id: z.uuid(), response: credential, prfSecret: z.string().max(100) }),
    },
    answer: 'bytes',
    prepare: async (ground, input, { communityId }) =>
      welcome(ground, await signInByPasskey(ground, input.body, communityId)),
    handle: async (_, input) => input.prepared,
  }),
  route({
    method: 'GET',
    path: '/api/v1/passkeys',
    summary: 'My passkeys',
    permission: may('manage-own-sign-in'),
    audit: { none: 'about oneself' },
    input: none,
    answer: z.object({
      passkeys: z.array(z.object({ id: z.string(), name: z.string(), createdAt: z.iso.datetime() })),
    }),
    async handle(tx) {
      const rows = await tx.sql
        .selectFrom('passkeys')
        .select(['id', 'name', 'createdAt'])
        .where('personId', '=', person(tx).actor.personId)
        .execute();
      return { passkeys: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/passkeys/registration/options',
    summary: 'Begin a new passkey',
    permission: may('manage-own-sign-in'),
    audit: { none: 'a challenge, no act' },
    input: none,
    answer: z.object({ id: z.uuid(), options: z.looseObject({}) }),
    handle: (tx, _, ground) => beginPasskey(person(tx), ground),
  }),
  route({
    method: 'POST',
    path: '/api/v1/passkeys/registration',
    summary: 'Keep a new passkey',
    permission: may('manage-own-sign-in'),
    audit: { act: 'passkey-added', recordKind: 'person', recordId: () => null },
    input: {
      path: null,
      query: null,
      body: z.strictObject({
        id: z.uuid(),
        response: credential,
        name: z.string().trim().min(1).max(100),
        prfSecret: z.string().max(100),
      }),
    },
    answer: done,
    async handle(tx, input, ground) {
      await addPasskey(person(tx), ground, tokenOf(ground, input.headers), input.body);
      return { done: true };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/totp',
    summary: 'Begin an authenticator',
    permission: may('manage-own-sign-in'),
    audit: { none: 'counts only once confirmed' },
    input: none,
    answer: contract.totpBeginning,
    async handle(tx, _, ground) {
      const begun = await beginTotp(person(tx), ground);
      return { ...begun, qrSvg: renderSVG(begun.uri, { border: 2 }) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/totp/confirmation',
    summary: 'Confirm the authenticator with a code',
    permission: may('manage-own-sign-in'),
    audit: { act: 'authenticator-added', recordKind: 'person', recordId: () => null },
    input: { path: null, query: null, body: contract.totpConfirmInput },
    answer: done,
    async handle(tx, input, ground) {
      await confirmTotp(person(tx), ground, tokenOf(ground, input.headers), input.body.code);
      return { done: true };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/recovery-codes',
    summary: 'Ten new recovery codes; the old ones stop working',
    permission: may('manage-own-sign-in'),
    audit: { act: 'recovery-codes-renewed', recordKind: 'person', recordId: () => null },
    input: none,
    answer: contract.recoveryCodes,
    async handle(tx, _, ground) {
      const { actor } = person(tx);
      return { codes: await giveRecoveryCodes(tx.sql, ground, actor.personId, actor.keyPair.privateKey) };
    },
  }),
];
