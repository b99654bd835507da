import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { openSequencer } from '../platform/audit/sequencer.ts';
import { systemChance } from '../platform/chance.ts';
import { systemClock } from '../platform/clock.ts';
import { openDatabase } from '../platform/db/database.ts';
import { openFileStore } from '../platform/files/file-store.ts';
import type { Ground } from '../platform/ground.ts';
import { repeatEvery, sweepAll } from '../platform/jobs/sweeps.ts';
import { capturingCarrier, smtpCarrier } from '../platform/mail/index.ts';
import { openKeyStore } from '../platform/vault/index.ts';
import { type Config, fileFolderOf, keyFolderOf } from './config.ts';
import { loadDemo } from './demo/load-demo.ts';
import { joinServer } from './join-server.ts';

import { lastLines } from './last-lines.ts';
import { publicUrlOf } from './public-url.ts';
import { allSweeps } from './sweeps.ts';

export type ServerOptions = {
  config: Config;
  database: { ownerUrl: string; appUrl: string; sequencerUrl: string };
  mode: 'demo' | 'main';
};
export type RunningServer = { port: number; stop(): Promise<void>; lastLines: string[] };

/** Brings everything up in order: ground, demo people, log, clocks, doors. `stop` takes it down in the other order. */
export async function startServer({ config, database, mode }: ServerOptions): Promise<RunningServer> {
  const { publicUrl, isLoopback } = publicUrlOf(config);
  const ground: Ground = {
    database: openDatabase(database.appUrl),
    keyStore: openKeyStore(keyFolderOf(config)),
    files: openFileStore(fileFolderOf(config), systemChance),
    clock: systemClock,
    chance: systemChance,
    log: pino({ base: null }, pino.destination({ dest: join(config.home, 'forestall.log'), mode: 0o600, sync: false })),
    publicUrl,
    mode,
    passwordAloneSuffices: mode === 'demo' && isLoopback,
  };
  const demoPeople = mode === 'demo' ? await loadDemo(ground) : [];
  const sequencer = openSequencer(database.sequencerUrl, ground.keyStore, ground.clock);
  const carrier = config.mail ? smtpCarrier(config.mail.url, config.mail.from) : mode === 'demo' ? capturingCarrier : null;
  const jobs = [
    repeatEvery(250, () => sequencer.sequence()),
    repeatEvery(60_000, () => sequencer.checkpoint()),
    repeatEvery(2_000, () => sweepAll(ground, allSweeps(carrier))),
  ];
  const server = await listen(joinServer(ground, config), config);
  return {
    port: server.port,
    lastLines: await lastLines(ground, config, server.port, demoPeople),
    async stop() {
      await server.close();
      await Promise.all(jobs.map((job) => job.stop()));
      await sequencer.sequence();
      await sequencer.close();
      await ground.database.close();
    },
  };
}

function listen(app: ReturnType<typeof joinServer>, config: Config): Promise<{ port: number; close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: config.host, port: config.port }, ({ port }) => resolve({ port, close }));
    server.once('error', reject);
    const close = () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        if ('closeIdleConnections' in server) server.closeIdleConnections();
        setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 1_500).unref();
      });
  });
}
