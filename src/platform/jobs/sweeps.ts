import type { SystemActor } from '../actor.ts';
import type { Tx } from '../db/database.ts';
import type { Ground } from '../ground.ts';

/**
 * Work that is due by the clock: finds what is due, does a bounded part of it, says how much. Safe to run twice at once. `within`
 * says how long after its time it may be done: an idle server with many communities asks nothing more often than it must.
 */
export type Sweep = {
  job: string;
  within: Haste;
  run: (tx: Tx<SystemActor>, ground: Ground) => Promise<number>;
};
export type Haste = 'seconds' | 'a-minute' | 'an-hour';

/** Milliseconds from the end of one round to the next. */
const pauses: Record<Haste, number> = { seconds: 2_000, 'a-minute': 15_000, 'an-hour': 900_000 };

/** Runs each sweep as often as it needs, from now on until `stop`, which waits for the rounds under way. */
export function keepSweeping(ground: Ground, sweeps: readonly Sweep[]): { stop(): Promise<void> } {
  const rounds = Object.entries(pauses).map(([haste, pause]) =>
    repeatEvery(pause, () =>
      sweepAll(
        ground,
        sweeps.filter(({ within }) => within === haste),
      ),
    ),
  );
  return { stop: async () => void (await Promise.all(rounds.map(({ stop }) => stop()))) };
}

const roundsAtMost = 20;

/** Runs every sweep for every community until nothing more is due; one that fails is logged and does not stop the others. */
export async function sweepAll(ground: Ground, sweeps: readonly Sweep[]): Promise<void> {
  const communities = await ground.database.withoutCommunity((sql) =>
    sql.selectFrom('communities').select('id').execute(),
  );
  for (const community of communities) {
    for (const sweep of sweeps) await sweepOne(ground, sweep, community.id);
  }
}

async function sweepOne(ground: Ground, sweep: Sweep, communityId: string): Promise<void> {
  const actor: SystemActor = { kind: 'system', communityId, job: sweep.job };
  try {
    for (let round = 0; round < roundsAtMost; round += 1) {
      if ((await ground.database.withActor(actor, (tx) => sweep.run(tx, ground))) === 0) return;
    }
  } catch (error) {
    ground.log.error({ job: sweep.job, name: (error as Error).name }, 'sweep failed');
  }
}

/** Calls `work` again and again with a pause between; `stop` waits for the round under way. */
export function repeatEvery(milliseconds: number, work: () => Promise<unknown>): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  const round = () => {
    running = work()
      .catch(() => {})
      .finally(() => {
        if (!stopped) timer = setTimeout(round, milliseconds);
      });
  };
  round();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
