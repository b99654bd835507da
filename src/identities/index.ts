export { tendRequests } from './commands/by-the-clock.ts';
export { confirmKitHalf } from './commands/confirm-kit-half.ts';
export { takeIdentity } from './commands/take-identity.ts';
export { isOffered } from './queries/recovery-kit.ts';
export { openingsTold } from './queries/requests.ts';
export { identityRoutes } from './routes.ts';
