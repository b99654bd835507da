import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { Concern } from '../contract.ts';
import { areNearCopies, type Fingerprint, fingerprintOf } from './fingerprint.ts';

/** Remembers the words of a day's reports as fingerprints, in this process's memory and nowhere else. */
export interface NearCopies {
  /**
   * The cluster of a report: that of the first near copy of the last 24 hours, else a new random one. On an ordinary day two
   * short reports are never copies: “help” is what two people write.
   */
  clusterOf(concern: Concern, isSurge: boolean): string;
}

const keptMilliseconds = 24 * 3_600_000;
const keptAtMost = 100_000;

interface Remembered {
  print: Fingerprint;
  cluster: string;
  at: number;
}

/** Compares each report with the first of each cluster only, so that a chain of small changes cannot lead far away. */
export function rememberNearCopies(clock: Clock, chance: Chance): NearCopies {
  const seed = chance.bytes(4).readUInt32LE();
  let remembered: Remembered[] = [];
  const forgetOld = (now: number) => {
    const oldest = remembered[0];
    if (!oldest || (now - oldest.at <= keptMilliseconds && remembered.length < keptAtMost)) return;
    remembered = remembered.filter(({ at }) => now - at <= keptMilliseconds).slice(-keptAtMost + 1);
  };
  return {
    clusterOf(concern, isSurge) {
      const now = clock.now().getTime();
      forgetOld(now);
      const print = fingerprintOf(seed, concern);
      const cluster = newId(clock, chance);
      if (print.isShort && !isSurge) return cluster;
      const known = remembered.find((each) => areNearCopies(each.print, print));
      if (known) return known.cluster;
      remembered.push({ print, cluster, at: now });
      return cluster;
    },
  };
}
