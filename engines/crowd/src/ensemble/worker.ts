import { ScenarioFault } from '../result.ts';
import { simulate } from '../simulate.ts';
import type { Answer, Job } from './crew.ts';

let known: Job | undefined;

async function answer(job: Job): Promise<Answer> {
  if (job.scenario) known = job;
  try {
    return { seed: job.seed, result: await simulate(known!.scenario!, { ...known!.options, seed: job.seed }) };
  } catch (error) {
    const faults = error instanceof ScenarioFault ? error.faults : undefined;
    return { seed: job.seed, faults, message: String(error) };
  }
}

if ('WorkerGlobalScope' in globalThis) {
  addEventListener('message', async ({ data }: MessageEvent<Job>) => postMessage(await answer(data)));
} else {
  const name = 'node:worker_threads';
  const { parentPort }: typeof import('node:worker_threads') = await import(/* @vite-ignore */ name);
  parentPort!.on('message', async (job: Job) => parentPort!.postMessage(await answer(job)));
}
