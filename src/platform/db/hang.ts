import { setTimeout as pause } from 'node:timers/promises';
import { Refused } from '../errors.ts';
import { openPool } from './pool.ts';

const patienceMilliseconds = 300;
const looks = 10;
const lookMilliseconds = 100;

/** Tells a database that hangs from one that is busy. */
export type HangWatch = {
  /** The work's own end, or a refusal as soon as the database has not answered even the smallest question; at once while it is known to hang. */
  orHung<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/**
 * Work that takes longer than a moment makes it ask `select 1` on a connection of its own, which stays open: a busy server
 * answers that at once, one that hangs does not. Whoever waits is then told that nothing was done; what the server does with
 * it later, the same request sent again finds out.
 */
export function watchForHanging(url: string): HangWatch {
  const pool = openPool(url, 1, { idleTimeoutMillis: 0, query_timeout: looks * lookMilliseconds * 2 });
  const closed = new AbortController();
  let asking: Promise<boolean> | null = null;
  let hangs = false;
  const answers = () => {
    asking ??= answersInTime(pool.query('select 1')).finally(() => {
      asking = null;
    });
    return asking;
  };
  const isFound = async (): Promise<boolean> => {
    if (await answers()) return false;
    if (!hangs) void untilItAnswers();
    return true;
  };
  const untilItAnswers = async () => {
    hangs = true;
    while (!closed.signal.aborted && !(await answers())) await pause(lookMilliseconds, undefined, { ref: false });
    hangs = false;
  };
  return {
    async orHung<T>(work: () => Promise<T>) {
      if (hangs) throw refusal();
      return await new Promise<T>((resolve, reject) => {
        const stop = watch(isFound, () => reject(refusal()));
        work().finally(stop).then(resolve, reject);
      });
    },
    async close() {
      closed.abort();
      await pool.end();
    },
  };
}

const refusal = () => new Refused({ kind: 'unavailable', what: 'database' });

/** Looked for many times, not once: where this process itself was held up, what has arrived meanwhile is seen first. */
async function answersInTime(question: Promise<unknown>): Promise<boolean> {
  let answered: boolean | null = null;
  question.then(
    () => {
      answered = true;
    },
    () => {
      answered = false;
    },
  );
  for (let look = 0; look < looks && answered === null; look += 1)
    await pause(lookMilliseconds, undefined, { ref: false });
  return answered === true;
}

/** Looks again and again until the database is found hanging or what it gives is called; a timer costs less than a signal. */
function watch(isFoundHanging: () => Promise<boolean>, refuse: () => void): () => void {
  let isOver = false;
  const look = async () => {
    const isHanging = await isFoundHanging();
    if (isOver) return;
    if (isHanging) refuse();
    else timer = setTimeout(look, patienceMilliseconds).unref();
  };
  let timer = setTimeout(look, patienceMilliseconds).unref();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
