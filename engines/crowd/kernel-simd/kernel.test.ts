import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { wasmBase64 } from '../src/kernel-simd/wasm.ts';
import { compile } from './compile.mjs';

describe('SIMD kernel', () => {
  it('is kept in the repository as its source compiles', async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'crowd-kernel-')), 'kernel.wasm');

    await compile(fileURLToPath(new URL('./kernel.as.ts', import.meta.url)), out);

    expect(readFileSync(out).toString('base64')).toBe(wasmBase64);
  });
});
