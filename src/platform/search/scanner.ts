import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { programFolder } from '../program-folder.ts';
import { receiptGate } from '../vault/index.ts';
import type { Batch, Found } from './scanned.ts';

/** One search at a time in the whole process, a few in line: looking through everything never takes the machine from the desk. */
export const searchGate = receiptGate({ atOnce: 1, queue: 20 });

let thread: Worker | undefined;

const threadFile = join(programFolder, 'src', 'platform', 'search', 'scan-thread.ts');

/** The thread that opens and matches; begun at the first search, and again should it have ended. It never keeps the process alive. */
function currentThread(): Worker {
  if (thread) return thread;
  const begun = new Worker(threadFile, { resourceLimits: { maxOldGenerationSizeMb: 128 } });
  begun.unref();
  begun.once('exit', () => {
    if (thread === begun) thread = undefined;
  });
  thread = begun;
  return begun;
}

/** Looks through one batch in the thread; one at a time, since the gate lets one search in. */
export function scanInThread(batch: Batch): Promise<Found[]> {
  const worker = currentThread();
  return new Promise((resolve, reject) => {
    const settle = () => {
      worker.off('message', answered);
      worker.off('error', reject);
      worker.off('exit', ended);
    };
    const answered = ({ found, fault }: { found?: Found[]; fault?: string }) => {
      settle();
      if (found) resolve(found);
      else reject(new Error(`a search ended with ${fault}`));
    };
    const ended = () => {
      settle();
      reject(new Error('the search thread ended'));
    };
    worker.on('message', answered);
    worker.once('error', reject);
    worker.once('exit', ended);
    worker.postMessage(batch);
  });
}
