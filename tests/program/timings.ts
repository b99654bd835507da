/** The middle one of them, in their own unit. */
export const median = (values: number[]) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;

/** The two-sample Kolmogorov-Smirnov test: how probable such a difference is where there is none (asymptotic formula). */
export function pValue(one: readonly number[], other: readonly number[]): number {
  const below = (values: readonly number[], limit: number) =>
    values.filter((value) => value <= limit).length / values.length;
  const distance = Math.max(...[...one, ...other].map((at) => Math.abs(below(one, at) - below(other, at))));
  const size = (one.length * other.length) / (one.length + other.length);
  const x = (Math.sqrt(size) + 0.12 + 0.11 / Math.sqrt(size)) * distance;
  if (x < 0.3) return 1;
  const terms = Array.from({ length: 100 }, (_, k) => (-1) ** k * Math.exp(-2 * (k + 1) ** 2 * x ** 2));
  return Math.min(1, Math.max(0, 2 * terms.reduce((sum, term) => sum + term, 0)));
}
