export { addPerson, type NewPerson, newPerson } from './commands/add-person.ts';
export type { HandOnWork } from './commands/change-people.ts';
export { suspend } from './commands/change-people.ts';
export { type Founded, foundCommunity, type NewCommunity } from './commands/found-community.ts';
export { forgetChallenges } from './commands/passkeys.ts';
export { tellOfRecovery } from './commands/recover-by-two.ts';
export { addLeave, addShift } from './commands/rota.ts';
export { nextSetUp, setUpSecret } from './commands/set-up.ts';
export { forgetOldRota } from './commands/test-pages.ts';
export type { LegalProfile } from './contract/legal.ts';
export { legalProfileOf } from './legal/legal-profile-of.ts';
export { endLendings } from './lending/end.ts';
export { mayExportCommunity, mayFollowTheLog } from './policy.ts';
export { presentCommunity } from './present.ts';
export { serveLogo } from './public/logo.ts';
export { servePrivacyPage } from './public/privacy-page.tsx';
export {
  allCommunities,
  type Clocks,
  type Community,
  communityOf,
  findCommunityId,
  findFirstCommunity,
  type NamedCommunity,
  publicCommunityId,
} from './queries/communities.ts';
export {
  type Answerable,
  answerableAt,
  type Desk,
  type Duty,
  deskAt,
  dutyAt,
  nextReadAt,
  nextReadOf,
} from './queries/duty.ts';
export { activeWithRoles, lockMembers, type Member, membersById, membersOf, recipientsFor } from './queries/members.ts';
export { watchRoutes } from './routes/witness-routes.ts';
export { communityRoutes } from './routes.ts';
export { type StaffedPromise, unkeptPromises } from './staffing.ts';
export { staffingSentences } from './staffing-sentences.ts';
