import { exp, log } from './geometry/arithmetic.ts';

/** What a draw is for; each purpose has its own independent sequence for every person. */
export const purpose = { place: 1, speed: 2, preMovement: 3, share: 4, look: 5, slot: 6, squeeze: 7 } as const;

function mix(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A number in (0, 1) that depends on nothing but its arguments, so the order of draws never matters. */
export function uniform(seed: number, what: number, person: number, draw: number): number {
  const a = mix(mix(mix(mix(seed ^ 0x9e3779b9) ^ what) ^ person) ^ draw);
  const b = mix(a ^ 0x85ebca6b);
  return ((a >>> 5) * 67108864 + (b >>> 6) + 0.5) / 9007199254740992;
}

const central = [2.50662823884, -18.61500062529, 41.39119773534, -25.44106049637] as const;
const centralBelow = [-8.4735109309, 23.08336743743, -21.06224101826, 3.13082909833] as const;
const tail = [
  0.3374754822726147, 0.9761690190917186, 0.1607979714918209, 0.0276438810333863, 0.0038405729373609,
  0.0003951896511919, 0.0000321767881768, 0.0000002888167364, 0.0000003960315187,
] as const;

/** Inverse of the normal distribution by Moro's rational form; absolute error below 3e-9. */
export function normalQuantile(p: number): number {
  const y = p - 0.5;
  if (Math.abs(y) < 0.42) {
    const s = y * y;
    const above = ((central[3] * s + central[2]) * s + central[1]) * s + central[0];
    return (
      (y * above) / ((((centralBelow[3] * s + centralBelow[2]) * s + centralBelow[1]) * s + centralBelow[0]) * s + 1)
    );
  }
  const z = log(-log(y > 0 ? 1 - p : p));
  const x = tail.reduceRight((sum, c) => sum * z + c, 0);
  return y > 0 ? x : -x;
}

/** A normal draw cut to [least, most] by drawing inside the cut, so that no mass gathers at its ends. */
export function cutNormal(u: number, mean: number, deviation: number, least: number, most: number): number {
  if (deviation <= 0 || least >= most) return Math.min(most, Math.max(least, mean));
  const [a, b] = [normalShare((least - mean) / deviation), normalShare((most - mean) / deviation)];
  return Math.min(most, Math.max(least, mean + deviation * normalQuantile(a + (b - a) * u)));
}

/** Share of the normal distribution below z, by bisection-free Zelen and Severo; error below 1e-7. */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const poly = ((((1.330274429 * t - 1.821255978) * t + 1.781477937) * t - 0.356563782) * t + 0.31938153) * t;
  const upper = 0.3989422804014327 * exp((-z * z) / 2) * poly;
  return Math.min(1 - 1e-12, Math.max(1e-12, z > 0 ? 1 - upper : upper));
}

export const logNormal = (u: number, mu: number, sigma: number): number => exp(mu + sigma * normalQuantile(u));
