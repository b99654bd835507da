import { setTimeout as pause } from 'node:timers/promises';
import { Refused } from '../errors.ts';
import { openPool } from './pool.ts';

const patienceMilliseconds = 300;
const beatsMissed = 10;
const beatsAtMost = 40;
const beatMilliseconds = 100;
/** A beat that took longer was held up here: this process, and the database beside it, had no turn. */
const lateMilliseconds = 150;
/** Only to be rid of a connection that is dead; whether somebody hangs is told by beats. */
const deadMilliseconds = 10_000;

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
  const pool = openPool(url, 1, { idleTimeoutMillis: 0, query_timeout: deadMilliseconds });
  const closed = new AbortController();
  let asking: Promise<boolean> | null = null;
  let hangs = false;
  const answers = () => {
    asking ??= answersInTime(pool.query('select 1'), beat).finally(() => {
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
    while (!closed.signal.aborted && !(await answers())) await beat();
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

/** Waits for one beat, and gives how many milliseconds that really took. */
async function beat(): Promise<number> {
  const begun = performance.now();
  await pause(beatMilliseconds, undefined, { ref: false });
  return performance.now() - begun;
}

/**
 * False once ten beats have passed without an answer. A beat that came late is not counted: where this process was held up, an
 * answer may lie here unread, and where the whole machine is, the database had no turn either. After forty in all it is false.
 */
export async function answersInTime(question: Promise<unknown>, nextBeat: () => Promise<number>): Promise<boolean> {
  let answered: boolean | null = null;
  question.then(
    () => {
      answered = true;
    },
    () => {
      answered = false;
    },
  );
  for (let missed = 0, beats = 0; missed < beatsMissed && beats < beatsAtMost && answered === null; beats += 1)
    if ((await nextBeat()) < lateMilliseconds) missed += 1;
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
