import type { Config } from '../../src/app/config.ts';
import { openOwnKeyStore } from '../../src/app/own-key-store.ts';
import type { Program } from './program.ts';

/** Tells the database which key store it belongs to, as a start of the whole program does: closes of keys are noted there. */
export const foundInstallation = (program: Program) =>
  openOwnKeyStore(program.ground.database, { home: program.folder } as Config, program.clock);
