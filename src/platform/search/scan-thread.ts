// Run as a thread of its own: opens and looks through one batch after the other, and keeps nothing of any.
import { parentPort } from 'node:worker_threads';
import { scanBatch } from './scan-batch.ts';
import type { Batch } from './scanned.ts';

parentPort?.on('message', (batch: Batch) => {
  try {
    parentPort?.postMessage({ found: scanBatch(batch) });
  } catch (error) {
    parentPort?.postMessage({ fault: (error as Error).name });
  }
});
