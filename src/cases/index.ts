export { passOnCases } from './commands/change-lead.ts';
export { climbOverdueFollowUp } from './commands/follow-up.ts';
export { lapseOffers } from './commands/offer-lead.ts';
export { linkReport, openCase } from './commands/open-case.ts';
export { caseOfReport, countWork } from './queries/case-list.ts';
export { caseRoutes } from './routes.ts';
