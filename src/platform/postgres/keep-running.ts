import { setTimeout as pause } from 'node:timers/promises';
import { type Start, startPostmaster } from './postmaster.ts';

const firstPauseMilliseconds = 100;
const longestPauseMilliseconds = 30_000;
/** A server that lived so long has not failed to start: the next pause is short again. */
const provenMilliseconds = 60_000;

/**
 * Starts the server, and starts it again whenever it ends without being asked: soon the first time, then after pauses that
 * double up to half a minute, for as long as Forestall runs. Says each time that it did.
 */
export async function keepRunning(start: Start, say: (line: string) => void): Promise<{ stop(): Promise<void> }> {
  let current = await startPostmaster(start);
  const asked = new AbortController();
  const watching = watch();

  async function watch(): Promise<void> {
    for (let failures = 0; ; failures += 1) {
      const startedAt = performance.now();
      await current.ended;
      if (asked.signal.aborted) return;
      if (performance.now() - startedAt > provenMilliseconds) failures = 0;
      const wait = Math.min(firstPauseMilliseconds * 2 ** failures, longestPauseMilliseconds);
      say(`The database ended by itself. It is started again in ${wait / 1_000} s.`);
      await pause(wait, undefined, { signal: asked.signal }).catch(() => {});
      if (asked.signal.aborted) return;
      await startAgain();
      if (asked.signal.aborted) return;
    }
  }

  /** One that does not start has ended already, so that the next round waits longer. */
  async function startAgain(): Promise<void> {
    try {
      current = await startPostmaster(start);
      say('The database runs again.');
    } catch (error) {
      say(`The database does not start: ${(error as Error).message}`);
    }
  }

  return {
    async stop() {
      asked.abort();
      await current.stop();
      await watching;
      await current.stop();
    },
  };
}
