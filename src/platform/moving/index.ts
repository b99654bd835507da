export type { InstallationSealed, Progress, Row } from './moved.ts';
export { type Arrived, readCommunity } from './read-community.ts';
export { writeCommunity } from './write-community.ts';
