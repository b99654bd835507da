import { systemChance } from '../../platform/chance.ts';
import { OperatorFault } from '../../platform/operator-fault.ts';
import { type Config, makeHome } from '../config.ts';
import { openInstallationDatabase } from '../installation-database.ts';
import { startServer, startWorker } from '../main.ts';
import { bringUpToDate, refuseBroken } from './installation.ts';

/** Serves until it is asked to stop, then lets requests end, then the database. Its last lines say where people reach it. */
export async function serve(config: Config): Promise<void> {
  const asked = askedToStop();
  makeHome(config);
  const database = await openInstallationDatabase(config, systemChance);
  try {
    await bringUpToDate(config, database);
    await refuseBroken(config, database);
    const server = await startServer({ config, database, mode: config.mode }).catch(explainPort(config));
    for (const line of server.lastLines) console.log(line);
    await asked;
    await server.stop();
  } finally {
    await database.stop();
  }
}

/** Does what runs by the clock, without doors, on a database that serves already, until it is asked to stop. */
export async function work(config: Config): Promise<void> {
  const asked = askedToStop();
  makeHome(config);
  const database = await openInstallationDatabase(config, systemChance, { joinRunning: true });
  try {
    await refuseBroken(config, database);
    const worker = await startWorker({ config, database, mode: config.mode });
    console.log('Forestall works by the clock.');
    await asked;
    await worker.stop();
  } finally {
    await database.stop();
  }
}

/** Ctrl-C, a polite kill, a closed terminal, or the end of whoever started this; being asked twice changes nothing. */
function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    process.once('disconnect', () => resolve());
  });
}

function explainPort({ host, port }: Config): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    if (error.code === 'EADDRINUSE') throw new OperatorFault(`Port ${port} is in use: stop what uses it, or set PORT.`);
    if (error.code === 'EACCES')
      throw new OperatorFault(`Port ${port} is not for ordinary users: set PORT to 1024 or more.`);
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
      throw new OperatorFault(`This machine has no address ${host}: set HOST.`);
    }
    throw error;
  };
}
