import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const node = (args: readonly string[], cwd: string): string =>
  execFileSync(process.execPath, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** A folder in which the package is installed as from the registry. */
function installed(): { folder: string; own: string } {
  const folder = mkdtempSync(join(tmpdir(), 'crowd-package-'));
  const own = join(folder, 'node_modules', '@forestall', 'crowd');
  mkdirSync(dirname(own), { recursive: true });
  node([here('./package.mjs'), own], folder);
  const { resolve } = createRequire(import.meta.url);
  const { dependencies } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies))
    symlinkSync(dirname(resolve(`${name}/package.json`)), join(folder, 'node_modules', name));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  return { folder, own };
}

describe('package', () => {
  it('runs as command and as library where Node runs no TypeScript', { timeout: 120_000 }, () => {
    const { folder, own } = installed();
    const command = join(own, 'bin', 'forestall-crowd.mjs');
    const program = `import { checkScenario, ensemble } from '@forestall/crowd';
      import { readFileSync } from 'node:fs';
      const { scenario } = checkScenario(JSON.parse(readFileSync('hall.json', 'utf8')));
      console.log((await ensemble(scenario, { runs: 2, workers: 2 })).results.length);`;
    writeFileSync(join(folder, 'two-runs.js'), program);

    node([command, 'init', 'hall.json'], folder);
    const ran = node([command, 'run', 'hall.json', '--json'], folder);
    const counted = node(['two-runs.js'], folder);
    const judged = node([command, 'validate', '--only', 'speed-in-a-corridor', '-o', 'judged'], folder);

    expect(JSON.parse(ran)).toBeDefined();
    expect(counted.trim()).toBe('2');
    expect(judged).toMatch(/speed-in-a-corridor +met/);
    expect(readFileSync(join(folder, 'judged', 'README.md'), 'utf8')).toContain('1 of 1 cases met');
    expect(existsSync(join(own, 'lib', 'src', 'index.d.ts'))).toBe(true);
    expect(existsSync(join(own, 'src'))).toBe(false);
  });
});
