import type { PersonActor } from '../../platform/actor.ts';
import { virtualClock } from '../../platform/clock.ts';
import type { Ground } from '../../platform/ground.ts';
import type { DemoKey } from './demo-people.ts';

export type DemoActors = Record<DemoKey, PersonActor>;

/** The ground as it was some minutes ago, so that an invented past has its times. */
export const ago = (ground: Ground, minutes: number): Ground => ({
  ...ground,
  clock: virtualClock(new Date(ground.clock.now().getTime() - minutes * 60_000)),
});
