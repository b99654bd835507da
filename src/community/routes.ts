import { renderSVG } from 'uqr';
import { z } from 'zod';
import type { PersonActor } from '../platform/actor.ts';
import {
  endedSessionCookie,
  endSession,
  findSession,
  type LiveSession,
  sessionCookie,
} from '../platform/auth/index.ts';
import type { Tx } from '../platform/db/database.ts';
import { notFound, Refused } from '../platform/errors.ts';
import type { Ground } from '../platform/ground.ts';
import { type AnyRoute, route } from '../platform/http/route.ts';
import { shareLostCopies, tendGroups } from '../platform/keys/index.ts';
import { capturedMails } from '../platform/mail/index.ts';
import { changeRoles, type HandOnWork, keepReason, reinstate, suspend } from './commands/change-people.ts';
import {
  acceptInvitation,
  invite,
  joinByInvitation,
  openInvitation,
  prepareAcceptance,
  prepareJoining,
} from './commands/invitations.ts';
import { beginTotp, confirmTotp } from './commands/own-sign-in.ts';
import { addPasskey, beginPasskey, beginPasskeySignIn, signInByPasskey } from './commands/passkeys.ts';
import { giveRecoveryCodes } from './commands/recovery-codes.ts';
import { nextSetUp, setUp } from './commands/set-up.ts';
import { isKnownAddress, type SignedIn, signIn } from './commands/sign-in.ts';
import * as contract from './contract.ts';
import { may, mayRunInstallation } from './policy.ts';
import { presentCommunity } from './present.ts';
import { allCommunities, communityOf } from './queries/communities.ts';
import { type CountWork, peopleOf } from './queries/people.ts';
import { sessionAnswer } from './queries/session.ts';
import { accountRoutes } from './routes/account-routes.ts';
import { legalRoutes } from './routes/legal-routes.ts';
import { recoveryRoutes } from './routes/recovery-routes.ts';
import { rotaRoutes } from './routes/rota-routes.ts';
import { settingsRoutes } from './routes/settings-routes.ts';
import { tokenOf } from './routes/token-of.ts';

const byId = z.strictObject({ id: z.uuid() });
const done = z.object({ done: z.literal(true) });
const person = (tx: Tx) => tx as Tx<PersonActor>;
/** What the browser's authenticator gave; the library that verifies it checks its shape. */
const credential = z.looseObject({ id: z.string() }).transform((value) => value as never);
const none = { path: null, query: null, body: null } as const;
const aboutPerson = (tx: Tx, input: { path: { id: string } }) => ({
  isSelf: tx.actor.kind === 'person' && tx.actor.personId === input.path.id,
});

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

/** The doors of the community: sign-in, people, rota. What happens to somebody's work is handed in by the program. */
export const communityRoutes = (work: { handOn: HandOnWork; count: CountWork }): AnyRoute[] => [
  route({
    method: 'GET',
    path: '/api/v1/community',
    summary: 'What everybody may know of this community',
    permission: may('see-community'),
    audit: { none: 'public facts' },
    input: none,
    answer: contract.publicCommunity,
    handle: (tx, _, ground) => presentCommunity(tx, ground),
  }),
  route({
    method: 'GET',
    path: '/api/v1/communities',
    summary: 'The communities of this installation',
    permission: may('see-communities'),
    audit: { none: 'public facts' },
    input: none,
    answer: contract.communitiesAnswer,
    handle: async (tx) => ({ communities: (await allCommunities(tx.sql)).map(({ slug, name }) => ({ slug, name })) }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/communities',
    summary: 'A link that sets up one further community; it is shown once',
    permission: mayRunInstallation,
    audit: { act: 'community-link-made', recordKind: 'community', recordId: () => null },
    input: none,
    answer: contract.communityLink,
    status: 201,
    prepare: (ground) => nextSetUp(ground),
    handle: async (_, { prepared: { secret, expiresAt } }, ground) => ({
      link: `${ground.publicUrl}/console/set-up#${secret}`,
      expiresAt: expiresAt.toISOString(),
    }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/set-up',
    summary: 'Found the community of an empty installation, or one further, once',
    permission: may('set-up'),
    audit: { inside: 'foundCommunity writes community-founded, the first entry of the log' },
    input: { path: null, query: null, body: contract.setUpInput },
    answer: contract.setUpAnswer,
    status: 201,
    prepare: (ground, input) => setUp(ground, input.body),
    handle: async (_, input) => input.prepared,
  }),
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
  route({
    method: 'GET',
    path: '/api/v1/people',
    summary: 'The people of this community',
    permission: may('see-people'),
    audit: { none: 'colleagues, no content' },
    input: none,
    answer: contract.people,
    async handle(tx, _, ground) {
      await tendGroups(person(tx), ground);
      await shareLostCopies(person(tx), ground);
      return await peopleOf(tx, ground, work.count);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/people/{id}/roles',
    summary: 'Give somebody other roles',
    stepUp: true,
    permission: may('change-people', aboutPerson),
    audit: {
      act: 'roles-changed',
      recordKind: 'person',
      recordId: (input) => input.path.id,
      facts: (input) => ({ roles: input.body.roles.join(' ') }),
    },
    input: { path: byId, query: null, body: contract.changeRolesInput },
    answer: done,
    async handle(tx, input, ground) {
      await changeRoles(person(tx), ground, input.path.id, input.body.roles, input.body.discipline);
      return { done: true };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/people/{id}/suspension',
    summary: 'Suspend somebody at once; their work passes on in the same transaction',
    permission: may('change-people', aboutPerson),
    audit: { act: 'person-suspended', recordKind: 'person', recordId: (input) => input.path.id },
    input: { path: byId, query: null, body: contract.reasonInput },
    answer: done,
    async handle(tx, input, ground) {
      await suspend(tx, ground, input.path.id, work.handOn);
      await keepReason(person(tx), ground, input.path.id, 'suspended', input.body.reason);
      return { done: true };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/people/{id}/reinstatement',
    summary: 'Let a suspended person work again',
    permission: may('change-people', aboutPerson),
    audit: { act: 'person-reinstated', recordKind: 'person', recordId: (input) => input.path.id },
    input: { path: byId, query: null, body: contract.reasonInput },
    answer: done,
    async handle(tx, input, ground) {
      await reinstate(person(tx), ground, input.path.id);
      await keepReason(person(tx), ground, input.path.id, 'reinstated', input.body.reason);
      return { done: true };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/invitations',
    summary: 'Invite somebody; the link is shown once',
    permission: may('change-people'),
    audit: {
      act: 'person-invited',
      recordKind: 'invitation',
      recordId: () => null,
      facts: (input) => ({ roles: input.body.roles.join(' ') }),
    },
    input: { path: null, query: null, body: contract.inviteInput },
    answer: contract.invitation,
    status: 201,
    handle: (tx, input, ground) => invite(person(tx), ground, input.body),
  }),
  route({
    method: 'POST',
    path: '/api/v1/invitations/open',
    summary: 'Read an invitation by its secret',
    permission: may('sign-in'),
    audit: { none: 'nothing is changed' },
    input: { path: null, query: null, body: contract.openInvitationInput },
    answer: contract.openedInvitation,
    async handle(tx, input, ground) {
      const { name, email } = await openInvitation(tx, ground, input.body.secret);
      return { name, email, community: (await communityOf(tx)).name, hasAccount: await isKnownAddress(tx.sql, email) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/invitations/acceptance',
    summary: 'Accept an invitation and become a member',
    permission: may('sign-in'),
    audit: { inside: 'acceptInvitation writes person-joined with the new id' },
    input: { path: null, query: null, body: contract.acceptInvitationInput },
    answer: z.object({ recoveryCodes: z.array(z.string()) }),
    status: 201,
    prepare: (ground, input) => prepareAcceptance(ground, input.body),
    handle: (tx, input, ground) => acceptInvitation(tx, ground, input.body, input.prepared),
  }),
  route({
    method: 'POST',
    path: '/api/v1/invitations/joining',
    summary: 'Accept an invitation with the account that one has in this installation',
    permission: may('sign-in'),
    audit: { inside: 'joinByInvitation writes person-joined' },
    input: { path: null, query: null, body: contract.joinInput },
    answer: done,
    status: 201,
    prepare: (ground, input, actor) => prepareJoining(ground, input.body, actor),
    async handle(tx, input, ground) {
      await joinByInvitation(tx, ground, input.body.secret, input.prepared);
      return { done: true };
    },
  }),
  ...rotaRoutes,
  ...accountRoutes,
  ...recoveryRoutes,
  ...settingsRoutes,
  ...legalRoutes,
  route({
    method: 'GET',
    path: '/api/v1/captured-mail',
    summary: 'Mail that the demonstration would have sent',
    permission: may('see-captured-mail'),
    audit: { none: 'invented people, no content' },
    input: none,
    answer: contract.capturedMail,
    async handle(tx, _, ground) {
      if (ground.mode !== 'demo') throw notFound();
      return { mails: await capturedMails(tx, ground) };
    },
  }),
];
