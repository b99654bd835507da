export { certifyShreddings } from './commands/certify.ts';
export { removeFiles, shredExpired } from './commands/shred-expired.ts';
export { lapseAsks } from './commands/two-people.ts';
export type { AllKeptRecords, KeptRecords } from './kept-records.ts';
export { periodsOf } from './queries/periods.ts';
export { retentionRoutes } from './routes.ts';
