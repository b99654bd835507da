import { notFound } from '../platform/errors.ts';
import { type AnyRoute, route } from '../platform/http/route.ts';
import { capturedMails } from '../platform/mail/index.ts';
import type { HandOnWork } from './commands/change-people.ts';
import { nextSetUp, setUp } from './commands/set-up.ts';
import * as contract from './contract.ts';
import { may, mayRunInstallation } from './policy.ts';
import { presentCommunity } from './present.ts';
import { allCommunities } from './queries/communities.ts';
import type { CountWork } from './queries/people.ts';
import { accountRoutes } from './routes/account-routes.ts';
import { legalRoutes } from './routes/legal-routes.ts';
import { lendingRoutes } from './routes/lending-routes.ts';
import { peopleRoutes } from './routes/people-routes.ts';
import { recoveryRoutes } from './routes/recovery-routes.ts';
import { rotaRoutes } from './routes/rota-routes.ts';
import { settingsRoutes } from './routes/settings-routes.ts';
import { signInRoutes } from './routes/sign-in-routes.ts';

const none = { path: null, query: null, body: null } as const;

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
  ...signInRoutes,
  ...peopleRoutes(work),
  ...lendingRoutes(work.handOn),
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
