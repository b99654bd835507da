import { describe, expect, it } from 'vitest';
import { cutNormal, normalQuantile, purpose, uniform } from './chance.ts';
import { exp, log } from './geometry/arithmetic.ts';

const draws = Array.from({ length: 20_000 }, (_, k) => uniform(7, purpose.speed, k, 0));

describe('chance', () => {
  it('draws evenly and never the ends', () => {
    const tenths = new Array<number>(10).fill(0);

    for (const draw of draws) tenths[Math.floor(10 * draw)]!++;

    expect(Math.min(...draws)).toBeGreaterThan(0);
    expect(Math.max(...draws)).toBeLessThan(1);
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(180);
  });

  it('gives the same draw whatever was drawn before', () => {
    const first = uniform(1, purpose.look, 5, 9);

    uniform(1, purpose.look, 6, 9);

    expect(uniform(1, purpose.look, 5, 9)).toBe(first);
    expect(uniform(2, purpose.look, 5, 9)).not.toBe(first);
  });

  it('cuts a normal distribution without piling up at its ends', () => {
    const speeds = draws.map((u) => cutNormal(u, 1.34, 0.26, 0.8, 1.6));

    const atEnds = speeds.filter((speed) => speed < 0.801 || speed > 1.599).length;

    expect(Math.min(...speeds)).toBeGreaterThanOrEqual(0.8);
    expect(Math.max(...speeds)).toBeLessThanOrEqual(1.6);
    expect(atEnds / draws.length).toBeLessThan(0.005);
  });

  it('knows the quantiles of the normal distribution', () => {
    expect(normalQuantile(0.5)).toBeCloseTo(0, 9);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 5);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232, 5);
  });

  it('has an exponential and a logarithm as good as the host', () => {
    for (let x = -30; x < 30; x += 0.37) expect(exp(x) / Math.exp(x)).toBeCloseTo(1, 13);
    for (let x = 0.001; x < 1000; x *= 1.7) expect(log(x)).toBeCloseTo(Math.log(x), 13);
  });
});
