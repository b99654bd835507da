import { describe, expect, it } from 'vitest';
import { roomWithDoor } from '../../validation/plans.ts';
import { ScenarioFault } from '../result.ts';
import { ensemble } from './ensemble.ts';
import { spreadOf } from './spread.ts';

const scenario = roomWithDoor({ wide: 6, deep: 5 }, 1, { count: 30 });

describe('ensemble', () => {
  it('gives the same for one worker and for three', async () => {
    const one = await ensemble(scenario, { runs: 5, workers: 1 });
    const three = await ensemble(scenario, { runs: 5, workers: 3 });

    expect(three).toEqual(one);
    expect(new Set(one.results.map(({ hash }) => hash)).size).toBe(5);
    expect(one.results.map(({ seed }) => seed)).toEqual([1, 2, 3, 4, 5]);
  });

  it('tells how far it is and stops when told to', async () => {
    const control = new AbortController();
    const seen: number[] = [];

    const run = ensemble(scenario, {
      runs: 50,
      workers: 1,
      signal: control.signal,
      onProgress: (done) => {
        seen.push(done);
        if (done === 2) control.abort(new Error('enough'));
      },
    });

    await expect(run).rejects.toThrow('enough');
    expect(seen).toEqual([1, 2]);
  });

  it('brings a fault of the geometry back from the worker', async () => {
    const run = ensemble({ ...scenario, step: 0.3 }, { runs: 2, workers: 2 });

    await expect(run).rejects.toBeInstanceOf(ScenarioFault);
  });

  it('counts a run that left somebody inside as later than any', () => {
    expect(spreadOf([3, null, 1, 2])).toEqual({ median: 2, p5: 1, p95: null });
  });
});
