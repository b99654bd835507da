import { spawn } from 'node:child_process';
import { fileTypeFromBuffer } from 'file-type';
import { receiptGate } from '../vault/index.ts';
import { cutOff } from './cut-off.ts';

const taken = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'image/tiff'];
const secondsAtMost = 20;

/** One conversion at a time for the whole process, a few in line: images never take the machine from the words. */
const gate = receiptGate({ atOnce: 1, queue: 40 });

/**
 * Makes the image anew from its pixels, so that nothing of camera, place or person is left and nothing hostile survives; null
 * where it is no image we take or cannot be read. A process of its own does it, without our environment and cut
 * off from files and network, killed after 20 s. A logo is made small enough for a page that must stay below 60 kB.
 */
export async function cleanImage(bytes: Uint8Array, as: 'photo' | 'logo' = 'photo'): Promise<Buffer | null> {
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !taken.includes(type.mime)) return null;
  const cleaned = await gate.run(() => convert(bytes, as));
  return cleaned === 'busy' ? null : cleaned;
}

function convert(bytes: Uint8Array, as: 'photo' | 'logo'): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const [program, ...rest] = cutOff('convert-image.mjs');
    const child = spawn(program, [...rest, as], {
      env: { MALLOC_ARENA_MAX: '2' },
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: secondsAtMost * 1_000,
      killSignal: 'SIGKILL',
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', () => resolve(null));
    child.on('close', (code) => resolve(code === 0 && chunks.length > 0 ? Buffer.concat(chunks) : null));
    child.stdin.on('error', () => {});
    child.stdin.end(bytes);
  });
}
