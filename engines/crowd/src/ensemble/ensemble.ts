import type { EnsembleOptions, EnsembleResult, SimulationResult } from '../result.ts';
import { ScenarioFault } from '../result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Answer, Job, Worker } from './crew.ts';
import { coresHere, hire } from './crew.ts';
import { summarise } from './spread.ts';

/**
 * Runs the scenario with the seeds seed, seed + 1, … on workers. Each run is worked out by one worker alone, so the
 * answer is the same to the bit for any number of them. Rejects with `ScenarioFault` or the signal's reason.
 */
export async function ensemble(scenario: Scenario, options: EnsembleOptions): Promise<EnsembleResult> {
  options.signal?.throwIfAborted();
  const count = Math.max(1, Math.min(options.workers ?? coresHere(), options.runs));
  const workers = await Promise.all(Array.from({ length: count }, hire));
  try {
    return summarise(await share(scenario, options, workers));
  } finally {
    for (const worker of workers) worker.dismiss();
  }
}

function share(scenario: Scenario, options: EnsembleOptions, workers: readonly Worker[]): Promise<SimulationResult[]> {
  const { runs, signal, onProgress } = options;
  const first = options.seed ?? scenario.seed;
  const results = new Array<SimulationResult>(runs);
  let [next, done] = [0, 0];
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    const hand = (worker: Worker, isFirst: boolean) => {
      if (next >= runs) return;
      const seed = (first + next++) >>> 0;
      worker.send(isFirst ? { scenario, options: carried(options)!, seed } : { seed });
    };
    const take = (worker: Worker, answer: Answer) => {
      if (!('result' in answer))
        return reject(answer.faults ? new ScenarioFault(answer.faults) : new Error(answer.message));
      results[(answer.seed - first) >>> 0] = answer.result;
      done++;
      onProgress?.(done, runs);
      if (done === runs) resolve(results);
      else hand(worker, false);
    };
    if (runs === 0) resolve([]);
    for (const worker of workers) {
      worker.onAnswer((answer) => take(worker, answer));
      worker.onFailure(reject);
      hand(worker, true);
    }
  });
}

const carried = ({ preset, exitsClosed, kernel }: EnsembleOptions): Job['options'] => ({
  ...(preset && { preset }),
  ...(exitsClosed && { exitsClosed }),
  ...(kernel && { kernel }),
});
