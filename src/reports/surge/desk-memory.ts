import type { Clock } from '../../platform/clock.ts';
import type { Ground } from '../../platform/ground.ts';
import type { Urgency } from '../contract.ts';
import { type NearCopies, rememberNearCopies } from './near-copies.ts';
import { countNetworks, type NetworkCounts } from './networks.ts';

const minute = 60_000;
const surgeWindow = 10 * minute;
const surgeFrom = 60;
const pageAgainAfter = 5 * minute;

/** How many came in lately. */
function countArrivals(clock: Clock) {
  let recent: number[] = [];
  return {
    /** Counts one more; true while more than sixty came within ten minutes. */
    isSurge(): boolean {
      const now = clock.now().getTime();
      if (recent.length > surgeFrom) recent = recent.slice(-surgeFrom);
      recent.push(now);
      return recent.length > surgeFrom && now - recent[0]! < surgeWindow;
    },
  };
}

/** Lets one message through in five minutes for each urgency. */
function thinOut(clock: Clock) {
  const last = new Map<Urgency, number>();
  return (urgency: Urgency): boolean => {
    const now = clock.now().getTime();
    if (now - (last.get(urgency) ?? Number.NEGATIVE_INFINITY) < pageAgainAfter) return false;
    last.set(urgency, now);
    return true;
  };
}

/** What this process remembers of a community's last hours; gone when it ends, and never written. */
export interface DeskMemory {
  copies: NearCopies;
  networks: NetworkCounts;
  isSurge(): boolean;
  /** True if something that stands behind is worth a message now. */
  pagesBehind(urgency: Urgency): boolean;
}

const memories = new WeakMap<Ground, Map<string, DeskMemory>>();

const begin = ({ clock, chance }: Ground): DeskMemory => ({
  copies: rememberNearCopies(clock, chance),
  networks: countNetworks(clock, chance),
  isSurge: countArrivals(clock).isSurge,
  pagesBehind: thinOut(clock),
});

export function memoryOf(ground: Ground, community: string): DeskMemory {
  const ofGround = memories.get(ground) ?? new Map<string, DeskMemory>();
  memories.set(ground, ofGround);
  const memory = ofGround.get(community) ?? begin(ground);
  ofGround.set(community, memory);
  return memory;
}
