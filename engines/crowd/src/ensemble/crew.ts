import type { SimulationOptions, SimulationResult } from '../result.ts';
import type { Fault } from '../scenario/fault.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** What a worker is told: once what to run, then one seed after the other. */
export interface Job {
  readonly scenario?: Scenario;
  readonly options?: Pick<SimulationOptions, 'preset' | 'exitsClosed' | 'kernel'>;
  readonly seed: number;
}

export type Answer =
  | { readonly seed: number; readonly result: SimulationResult }
  | { readonly seed: number; readonly faults: readonly Fault[] | undefined; readonly message: string };

/** A worker thread of Node or a Web Worker, seen alike. */
export interface Worker {
  send(job: Job): void;
  onAnswer(listener: (answer: Answer) => void): void;
  onFailure(listener: (error: Error) => void): void;
  dismiss(): void;
}

/** Starts one worker: a thread in Node, a Web Worker in a browser. */
export const hire = (): Promise<Worker> => ('Worker' in globalThis ? hireInBrowser() : hireInNode());

async function hireInBrowser(): Promise<Worker> {
  const worker = new globalThis.Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return {
    send: (job) => worker.postMessage(job),
    onAnswer: (listener) => worker.addEventListener('message', ({ data }) => listener(data)),
    onFailure: (listener) => worker.addEventListener('error', ({ message }) => listener(new Error(message))),
    dismiss: () => worker.terminate(),
  };
}

async function hireInNode(): Promise<Worker> {
  const name = 'node:worker_threads';
  const threads: typeof import('node:worker_threads') = await import(/* @vite-ignore */ name);
  const worker = new threads.Worker(new URL('./worker.ts', import.meta.url));
  return {
    send: (job) => worker.postMessage(job),
    onAnswer: (listener) => void worker.on('message', listener),
    onFailure: (listener) => void worker.on('error', listener),
    dismiss: () => void worker.terminate(),
  };
}

/** Workers that are worth having here: one a core, less none. */
export const coresHere = (): number => Math.max(1, globalThis.navigator?.hardwareConcurrency ?? 1);
