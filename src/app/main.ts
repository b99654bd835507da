import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { openSequencer, type Sequencer } from '../platform/audit/sequencer.ts';
import { httpPost } from '../platform/audit/witness/index.ts';
import { systemChance } from '../platform/chance.ts';
import { systemClock } from '../platform/clock.ts';
import { type Database, openDatabase } from '../platform/db/database.ts';
import { openFileStore } from '../platform/files/file-store.ts';
import type { Ground } from '../platform/ground.ts';
import { keepSweeping, repeatEvery } from '../platform/jobs/sweeps.ts';
import { capturingCarrier, type MailCarrier, smtpCarrier } from '../platform/mail/index.ts';
import { deliverPages, webhookCarrier } from '../platform/paging/index.ts';
import type { KeyStore } from '../platform/vault/index.ts';
import { fetchMail } from '../ways-in/index.ts';
import { closeWhenDue } from './close-keys.ts';
import { type Config, fileFolderOf } from './config.ts';
import { loadDemo } from './demo/load-demo.ts';
import { joinServer } from './join-server.ts';

import { lastLines } from './last-lines.ts';
import { openOwnKeyStore } from './own-key-store.ts';
import { publicUrlOf } from './public-url.ts';
import { allSweeps } from './sweeps.ts';

export type ServerOptions = {
  config: Config;
  database: { ownerUrl: string; appUrl: string; sequencerUrl: string };
  mode: 'demo' | 'main';
};
export type RunningServer = { port: number; stop(): Promise<void>; lastLines: string[] };

type Closing = (() => Promise<unknown>)[];

/** Brings everything up in order: ground, demo people, doors, log, clocks. `stop` takes it down in the other order. */
export const startServer = (options: ServerOptions): Promise<RunningServer> => startWhole(options, bringUpServer);

/** Only what runs by the clock, beside any number of servers on the same database: numbering the log, climbing, mail. */
export const startWorker = (options: ServerOptions): Promise<{ stop(): Promise<void> }> =>
  startWhole(options, bringUpWorker);

/** What came up before something failed is taken down again. */
async function startWhole<T>(
  options: ServerOptions,
  bringUp: (options: ServerOptions, closing: Closing) => Promise<T>,
) {
  const closing: Closing = [];
  const stop = async () => {
    for (const close of closing.reverse()) await close();
  };
  try {
    return { ...(await bringUp(options, closing)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function bringUpGround({ config, database, mode }: ServerOptions, closing: Closing) {
  const opened = openDatabase(database.appUrl);
  closing.push(() => opened.close());
  const ground = layGround(config, opened, await openOwnKeyStore(opened, config, systemClock), mode);
  const sequencer = openSequencer(database.sequencerUrl, ground.keyStore, ground.clock);
  closing.push(
    () => sequencer.close(),
    () => sequencer.sequence(),
  );
  return { ground, sequencer };
}

async function bringUpServer(options: ServerOptions, closing: Closing) {
  const { config, mode } = options;
  const { ground, sequencer } = await bringUpGround(options, closing);
  const demoPeople = mode === 'demo' ? await loadDemo(ground) : [];
  const server = await listen(joinServer(ground, config), config);
  closing.push(startJobs(ground, sequencer, options), server.close);
  return { port: server.port, lastLines: await lastLines(ground, config, server.port, demoPeople) };
}

async function bringUpWorker(options: ServerOptions, closing: Closing) {
  const { ground, sequencer } = await bringUpGround(options, closing);
  closing.push(startJobs(ground, sequencer, options));
  return {};
}

function layGround(config: Config, database: Database, keyStore: KeyStore, mode: 'demo' | 'main'): Ground {
  const { publicUrl, isLoopback } = publicUrlOf(config);
  return {
    database,
    keyStore,
    files: openFileStore(fileFolderOf(config), systemChance),
    clock: systemClock,
    chance: systemChance,
    log: pino({ base: null }, pino.destination({ dest: join(config.home, 'forestall.log'), mode: 0o600, sync: false })),
    publicUrl,
    mode,
    passwordAloneSuffices: mode === 'demo' && isLoopback,
  };
}

function carrierOf(config: Config, mode: 'demo' | 'main'): MailCarrier | null {
  if (config.mail) return smtpCarrier(config.mail.url, config.mail.from);
  return mode === 'demo' ? capturingCarrier : null;
}

/** What runs by the clock in this process; gives what stops it. */
function startJobs(
  ground: Ground,
  sequencer: Sequencer,
  { config, database, mode }: ServerOptions,
): () => Promise<unknown> {
  const carrier = carrierOf(config, mode);
  const jobs = [
    repeatEvery(250, () => sequencer.sequence()),
    repeatEvery(60_000, () => sequencer.checkpoint()),
    repeatEvery(60_000, () => sequencer.showHeads(httpPost)),
    repeatEvery(60_000, () => closeWhenDue(ground, config, database.ownerUrl)),
    keepSweeping(ground, allSweeps(carrier)),
    repeatEvery(2_000, () => deliverPages(ground, webhookCarrier(ground.clock))),
    repeatEvery(30_000, () => fetchMail(ground, carrier)),
  ];
  return () => Promise.all(jobs.map((job) => job.stop()));
}

function listen(app: ReturnType<typeof joinServer>, config: Config): Promise<{ port: number; close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: config.host, port: config.port }, ({ port }) =>
      resolve({ port, close }),
    );
    server.once('error', reject);
    const close = () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        if ('closeIdleConnections' in server) server.closeIdleConnections();
        setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 1_500).unref();
      });
  });
}
