import type { Ground } from '../../platform/ground.ts';
import { peerOf } from '../../platform/http/peers.ts';
import { memoryOf } from './desk-memory.ts';
import type { Arrival } from './lanes.ts';

/** Counts a report on its way, whatever it says: how many came from there and whether it is a bad day. */
export function noticeArrival(
  ground: Ground,
  community: string,
  headers: Headers,
): Pick<Arrival, 'fromNetwork' | 'isSurge'> {
  const memory = memoryOf(ground, community);
  const peer = peerOf(headers);
  return { fromNetwork: peer === null ? 1 : memory.networks.count(peer), isSurge: memory.isSurge() };
}
