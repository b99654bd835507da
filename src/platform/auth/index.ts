export {
  csrfTokenOf,
  endedSessionCookie,
  readSessionToken,
  type SessionToken,
  sessionCookie,
} from './session-cookie.ts';
export {
  type ActiveMembership,
  activeMemberships,
  beginSession,
  endSession,
  endSessionsOf,
  type Factor,
  findSession,
  forgetEndedSessions,
  idleMinutes,
  type LiveSession,
  raiseSession,
} from './sessions.ts';
export { newTotp, openTotp, sealTotp, totpStep } from './totp.ts';
