import { Refused } from '../errors.ts';
import { receiptGate } from '../vault/index.ts';

const bytesAtMost = 205 * 1024 * 1024;

/** Two large forms in memory at once; the others wait their turn. */
const gate = receiptGate({ atOnce: 2, queue: 100 });
const largeFrom = 2 * 1024 * 1024;

/** Reads a posted form whole; refuses one that is larger than ten files of 20 MB and the words. */
export async function readForm(request: Request): Promise<FormData> {
  const length = Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY);
  if (length > bytesAtMost) throw new Refused({ kind: 'too-large' });
  if (length < largeFrom) return await formOf(request);
  const form = await gate.run(() => formOf(request));
  if (form === 'busy') throw new Refused({ kind: 'too-fast', retryAfterSeconds: 10 });
  return form;
}

async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    return new FormData();
  }
}
