export { climbOverdueHandovers, climbOverdueReports, passOnReports } from './commands/climb-overdue.ts';
export type { CaseDesk } from './commands/decide-report.ts';
export { addFromReporter, openReporterReceipt, readMailbox } from './commands/open-mailbox.ts';
export { type PreparedReport, prepareReport, receiveReport } from './commands/receive-report.ts';
export { type Concern, concern, type ReceiptAnswer } from './contract.ts';
export { openConcern } from './queries/open-report.ts';
export { handoversAwaiting, reportsAwaiting, reportsOverseen } from './queries/report-row.ts';
export { reportRoutes } from './routes.ts';
