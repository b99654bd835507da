import { Refused } from '../errors.ts';
import { receiptGate } from '../vault/index.ts';
import { withoutNul } from './read-input.ts';

const bytesAtMost = 205 * 1024 * 1024;

/** Two large forms in memory at once; the others wait their turn. */
const gate = receiptGate({ atOnce: 2, queue: 100 });
const largeFrom = 2 * 1024 * 1024;

const tooLarge = () => new Refused({ kind: 'too-large' });

/** Reads a posted form whole; refuses one that is larger than ten files of 20 MB and the words, announced or not. */
export async function readForm(request: Request): Promise<FormData> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (length > bytesAtMost) throw tooLarge();
  if (length < largeFrom) return await formOf(request);
  const form = await gate.run(() => formOf(Number.isNaN(length) ? counted(request) : request));
  if (form === 'busy') throw new Refused({ kind: 'too-fast', retryAfterSeconds: 10 });
  return form;
}

async function formOf(sent: Request | Response): Promise<FormData> {
  try {
    return cleaned(await sent.formData());
  } catch (error) {
    if (error instanceof Refused) throw error;
    return new FormData();
  }
}

function cleaned(form: FormData): FormData {
  const fields = [...form];
  if (!fields.some(([, value]) => typeof value === 'string' && value.includes('\0'))) return form;
  const clean = new FormData();
  for (const [name, value] of fields) clean.append(name, typeof value === 'string' ? withoutNul(value) : value);
  return clean;
}

/** The same body, refused as soon as more comes than a form may have. */
function counted(request: Request): Response {
  let bytes = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.length;
      if (bytes > bytesAtMost) controller.error(tooLarge());
      else controller.enqueue(chunk);
    },
  });
  const type = request.headers.get('content-type') ?? '';
  return new Response(request.body?.pipeThrough(counter) ?? null, { headers: { 'content-type': type } });
}
