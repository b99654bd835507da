import type { LossEstimate, Remedies, TargetEstimate } from './answer.ts';
import { sfpe } from './methods.ts';
import type { Ground } from './plan-estimate.ts';
import { planEstimate } from './plan-estimate.ts';
import { targetsOf } from './targets.ts';

/** What the loss of one exit costs, and what would make up for it. */
export function lossOf(ground: Ground, exit: string, whole: number | null): LossEstimate {
  const targets = targetsOf(ground.scenario, [exit]);
  const { methods: times, stranded } = planEstimate(ground, targets);
  const stewarded = planEstimate(ground, targets, true).methods[0]!.time;
  const { time, targets: used } = times[0]!;
  return {
    exit,
    time,
    stranded,
    methods: times.map((one) => ({ id: one.id, time: one.time })),
    remedies: {
      widerDoor: whole === null ? null : widerDoor(used, whole),
      secondWay: secondWay(ground, exit),
      stewarding: time === null || stewarded === null ? stewarded : Math.min(time, stewarded),
    },
  };
}

/** Widens the exit that takes longest until its queue is over as soon as in the whole plan, in steps of 0.1 m. */
function widerDoor(used: readonly TargetEstimate[], whole: number): Remedies['widerDoor'] {
  const exits = used.filter(({ kind, people }) => kind === 'exit' && people > 0);
  const slowest = exits.reduce<TargetEstimate | undefined>((a, b) => (a && a.time >= b.time ? a : b), undefined);
  if (!slowest || slowest.time <= whole) return null;
  const queue = slowest.people / Math.max(sfpe.flow(slowest.width), 0.1);
  const left = whole - (slowest.time - queue);
  const to = left <= 0 ? Infinity : Math.ceil(10 * (slowest.people / left / 1.3 + 0.3)) / 10;
  return to > 10 ? null : { exit: slowest.id, from: Math.round(10 * slowest.width) / 10, to };
}

/** As wide as the lost one, and never below the 0.8 m of a single door leaf. */
function secondWay({ scenario }: Ground, exit: string): number {
  const lost = targetsOf({ ...scenario, exits: scenario.exits.map((one) => ({ ...one, closed: [] })) }).find(
    ({ kind, id }) => kind === 'exit' && id === exit,
  );
  return Math.max(0.8, Math.round(10 * (lost?.width ?? 0)) / 10);
}
