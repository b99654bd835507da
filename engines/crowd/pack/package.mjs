// Writes the package as it is published into dist: JavaScript and types, because Node runs no TypeScript inside
// node_modules. `npm pack ./dist` and `npm publish ./dist` take it from there. Another folder: node pack/package.mjs FOLDER
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const out = resolve(process.argv[2] ?? at('dist'));

/** The compiler leaves the names of types' files and of the worker as they are in the source. */
function renameInside(file) {
  const text = readFileSync(file, 'utf8');
  const renamed = text.replace(/(from '|import\('|new URL\(')(\.[^']*)\.ts'/g, "$1$2.js'");
  if (renamed !== text) writeFileSync(file, renamed);
}

function emit() {
  const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  execFileSync(process.execPath, [compiler, '-p', at('pack'), '--outDir', join(out, 'lib')], { stdio: 'inherit' });
  for (const file of globSync(join(out, 'lib/**/*.{js,d.ts}'))) renameInside(file);
}

/** The manifest without what only a clone needs, with the JavaScript for its door and what the validation cases draw from. */
function manifest() {
  const { private: _, scripts: __, devDependencies, ...rest } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  return {
    ...rest,
    dependencies: { ...rest.dependencies, 'fast-check': devDependencies['fast-check'] },
    exports: { '.': { types: './lib/src/index.d.ts', default: './lib/src/index.js' } },
  };
}

rmSync(out, { recursive: true, force: true });
emit();
for (const part of ['bin', 'schema', 'README.md', 'picture.png'])
  cpSync(at(part), join(out, part), { recursive: true });
writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
