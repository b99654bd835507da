export { passOnCases } from './commands/change-lead.ts';
export { addMember, closeCase, describeCase, setReview } from './commands/direct-case.ts';
export { addAction, addStatement, climbOverdueFollowUp, moveAction } from './commands/follow-up.ts';
export { acceptOffer, declineOffer, lapseOffers, offerLead } from './commands/offer-lead.ts';
export { keptCases } from './commands/keep-cases.ts';
export { linkReport, openCase } from './commands/open-case.ts';
export { caseOfReport, countWork } from './queries/case-list.ts';
export { caseRoutes } from './routes.ts';
