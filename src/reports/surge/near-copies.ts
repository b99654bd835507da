import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { Concern } from '../contract.ts';
import { areNearCopies, type Fingerprint, fingerprintOf } from './fingerprint.ts';
import { indexPrints } from './likely-copies.ts';

/** The cluster of a report, and whether this report is the first of it that is remembered. */
export type Clustered = { id: string; isNew: boolean };

/** Remembers the words of a day's reports as fingerprints, in this process's memory and nowhere else. */
export interface NearCopies {
  /**
   * The cluster of a report: that of the first near copy of the last 24 hours, else a new random one. On an ordinary day two
   * short reports are never copies: “help” is what two people write.
   */
  clusterOf(concern: Concern, isSurge: boolean): Clustered;
}

const hour = 3_600_000;
const kept = 24 * hour;
const keptAtMost = 20_000;

interface Remembered {
  print: Fingerprint;
  cluster: string;
  at: number;
}

/** Compares each report with the first of each cluster only, so that a chain of small changes cannot lead far away. */
export function rememberNearCopies(clock: Clock, chance: Chance): NearCopies {
  const seed = chance.bytes(4).readUInt32LE();
  let remembered: Remembered[] = [];
  let likely = indexPrints();
  const remember = (each: Remembered) => {
    remembered.push(each);
    likely.add(each.print);
  };
  /** Within the hour after its day, or a tenth at once where there are too many: what is left has to be entered anew. */
  const forgetOld = (now: number) => {
    const oldest = remembered[0];
    const isFull = remembered.length >= keptAtMost;
    if (!oldest || (now - oldest.at <= kept + hour && !isFull)) return;
    const left = remembered.filter(({ at }) => now - at <= kept).slice(isFull ? keptAtMost / 10 : 0);
    remembered = [];
    likely = indexPrints();
    left.forEach(remember);
  };
  const isCopy = ({ at, print: earlier }: Remembered, print: Fingerprint, now: number) =>
    now - at <= kept && areNearCopies(earlier, print);
  const firstCopyOf = (print: Fingerprint, now: number) => {
    let first = remembered.length;
    for (const number of likely.of(print))
      if (number < first && isCopy(remembered[number]!, print, now)) first = number;
    return remembered[first];
  };
  return {
    clusterOf(concern, isSurge) {
      const now = clock.now().getTime();
      forgetOld(now);
      const print = fingerprintOf(seed, concern);
      const isComparable = !print.isShort || isSurge;
      const known = isComparable ? firstCopyOf(print, now) : undefined;
      if (known) return { id: known.cluster, isNew: false };
      const cluster = newId(clock, chance);
      if (isComparable) remember({ print, cluster, at: now });
      return { id: cluster, isNew: true };
    },
  };
}
