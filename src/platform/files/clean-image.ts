import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { programFolder } from '../program-folder.ts';
import { receiptGate } from '../vault/index.ts';

const taken = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'image/tiff'];
const secondsAtMost = 20;
const memoryMegabytes = 512;

/** One conversion at a time for the whole process, a few in line: images never take the machine from the words. */
const gate = receiptGate({ atOnce: 1, queue: 40 });

/**
 * Makes the image anew from its pixels, so that nothing of camera, place or person is left and nothing hostile survives; null
 * where it is no image we take or cannot be read. A process of its own does it, without our environment, without a network where
 * the system lets us take it away, killed after 20 s.
 */
export async function cleanImage(bytes: Uint8Array): Promise<Buffer | null> {
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !taken.includes(type.mime)) return null;
  const cleaned = await gate.run(() => convert(bytes));
  return cleaned === 'busy' ? null : cleaned;
}

/** Linux: a user and a network namespace of its own, in which there is no way out. */
const withoutNetwork = ['/usr/bin/unshare', '--map-root-user', '--net'];
let isCuttable: boolean | undefined;

function canCutTheNetwork(): boolean {
  const [program, ...rest] = withoutNetwork;
  isCuttable ??= spawnSync(program!, [...rest, '/bin/true'], { stdio: 'ignore' }).status === 0;
  return isCuttable;
}

function convert(bytes: Uint8Array): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const script = join(programFolder, 'src', 'platform', 'files', 'convert-image.mjs');
    const converter = [process.execPath, `--max-old-space-size=${memoryMegabytes}`, script];
    const [program, ...rest] = canCutTheNetwork() ? [...withoutNetwork, ...converter] : converter;
    const child = spawn(program!, rest, {
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
