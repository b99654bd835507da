// Compiles kernel.as.ts and writes it as text, so that a fresh clone runs without a build: node kernel-simd/build.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import asc from 'assemblyscript/asc';

const here = new URL('.', import.meta.url).pathname;
const out = `${tmpdir()}/forestall-crowd-kernel.wasm`;
const options = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory'];
const { error, stderr } = await asc.main([`${here}kernel.as.ts`, '-o', out, ...options], { baseDir: '/' });
if (error) throw new Error(`${error.message}\n${stderr}`);
const text = readFileSync(out).toString('base64');
writeFileSync(
  `${here}../src/kernel-simd/wasm.ts`,
  `/** kernel-simd/kernel.as.ts as compiled by kernel-simd/build.mjs. */\nexport const wasmBase64 =\n  '${text}';\n`,
);
