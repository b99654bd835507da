import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment } from './run.mjs';

const CHECKS = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'style', command: ['biome', 'ci', '--error-on-warnings', '--colors=off', '.'] },
  { name: 'boundaries', command: ['depcruise', '--config', '.dependency-cruiser.mjs', 'src', 'engines'] },
  { name: 'dead code', command: ['knip', '--no-progress', '--no-config-hints'] },
];

/** Runs all checks and tests, sums them up in a last line, and answers 0 only if nothing failed. */
export async function runChecks(root, which) {
  const results = [];
  for (const check of CHECKS) results.push(await runCheck(root, check));
  results.push(await runTests(root, which));
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function runCheck(root, { name, command }) {
  const { code, output } = await run(root, command, 'pipe');
  console.log(`${code === 0 ? 'passed' : 'FAILED'}  ${name}`);
  if (code === 0) return { passed: 1, failed: 0 };
  console.log(output.trimEnd());
  return { passed: 0, failed: 1 };
}

async function runTests(root, which) {
  const folder = mkdtempSync(join(tmpdir(), 'forestall-results-'));
  const file = join(folder, 'results.json');
  const exclude = which === 'all' ? [] : ['--exclude', 'tests/journeys/**'];
  const reporters = ['default', 'json', './tests/setup/second-tries.ts'].map((one) => `--reporter=${one}`);
  const { code } = await run(root, ['vitest', 'run', ...reporters, `--outputFile.json=${file}`, ...exclude], 'inherit');
  const counts = countsIn(file);
  rmSync(folder, { recursive: true });
  const brokenOtherwise = code !== 0 && counts.failed === 0;
  return brokenOtherwise ? { ...counts, failed: 1 } : counts;
}

function countsIn(file) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
    const filesThatDidNotRun = testResults.filter(
      (one) => one.status === 'failed' && one.assertionResults.length === 0,
    );
    return { passed: numPassedTests, failed: numFailedTests + filesThatDidNotRun.length };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

function run(root, [program, ...programArguments], output) {
  const child = spawn(program, programArguments, {
    cwd: root,
    stdio: ['ignore', output, output],
    env: environment(root),
  });
  let said = '';
  const listen = (chunk) => {
    said += chunk;
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output: said }));
  });
}
