// Compiles kernel.as.ts and writes it as text, so that a fresh clone runs without a build: node kernel-simd/build.mjs
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from './compile.mjs';

const at = (name) => fileURLToPath(new URL(name, import.meta.url));
const out = join(mkdtempSync(join(tmpdir(), 'crowd-kernel-')), 'kernel.wasm');
await compile(at('./kernel.as.ts'), out);
const text = readFileSync(out).toString('base64');
const said = '/** kernel-simd/kernel.as.ts as compiled by kernel-simd/build.mjs. */';
writeFileSync(at('../src/kernel-simd/wasm.ts'), `${said}\nexport const wasmBase64 =\n  '${text}';\n`);
