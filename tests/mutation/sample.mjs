// Changes a sample of places, one at a time, and looks whether a test notices. Run it in a copy of the program that may be
// thrown away, with `@stryker-mutator/instrumenter` and `typed-inject` within reach:
//   node tests/mutation/sample.mjs <seed> <how many> <files to change…> (-- <config of vitest> [<tests to run>…])…
// Without tests those run that import the changed file. What one round of tests does not notice goes to the next.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createInstrumenter } from '@stryker-mutator/instrumenter';
import { createInjector } from 'typed-inject';

const [seed, count, ...given] = process.argv.slice(2);
const groups = given
  .join(' ')
  .split(' -- ')
  .map((group) => group.split(' '));
const files = groups[0].filter((file) => !/(\.test|\/index)\.ts$/.test(file));
const rounds = groups.slice(1).map(([config, ...tests]) => ({ config, tests }));

const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const quiet = () => {};
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet, trace: quiet, isDebugEnabled: () => false };
const { mutants } = await createInjector()
  .provideValue('logger', log)
  .provideValue('options', {})
  .provideValue('getLogger', () => log)
  .injectFunction(createInstrumenter)
  .instrument(
    files.map((name) => ({ name, mutate: true, content: sources.get(name) })),
    { plugins: null, excludedMutations: [], ignorers: [], noHeader: true },
  );

/** The place of a change by its drawn number: the same seed takes the same places on every machine. */
const drawn = (mutant) =>
  createHash('sha256')
    .update(`${seed}|${mutant.fileName}|${JSON.stringify(mutant.location)}|${mutant.replacement}`)
    .digest('hex');
const counted = mutants.filter(({ mutatorName }) => mutatorName !== 'StringLiteral');
const sample = counted.toSorted((one, other) => (drawn(one) < drawn(other) ? -1 : 1)).slice(0, Number(count));

const offsetOf = (source, { line, column }) =>
  source
    .split('\n')
    .slice(0, line)
    .reduce((sum, text) => sum + text.length + 1, 0) + column;

function runTests({ config, tests }, fileName, timeout) {
  const what = tests.length > 0 ? ['run', ...tests] : ['related', fileName, '--run'];
  const how = ['--config', config, '--bail', '1', '--maxWorkers', '1'];
  return spawnSync('vitest', [...what, ...how], { stdio: 'ignore', timeout });
}

/** How long a round may take before it counts as one that never ends: much longer than the unchanged program takes here and now. */
function measurePatience(round) {
  const begun = performance.now();
  if (runTests(round, files[0], 3_600_000).status !== 0) throw new Error('the tests fail on the unchanged program');
  return Math.ceil((performance.now() - begun) * 5 + 60_000);
}

function isNoticed({ fileName, location, replacement }) {
  const source = sources.get(fileName);
  const changed =
    source.slice(0, offsetOf(source, location.start)) + replacement + source.slice(offsetOf(source, location.end));
  writeFileSync(fileName, changed);
  const isSeen = rounds.some((round, at) => runTests(round, fileName, patience[at]).status !== 0);
  writeFileSync(fileName, source);
  return isSeen;
}

const patience = rounds.map(measurePatience);
const noticed = { yes: 0, no: 0 };
for (const mutant of sample) {
  const isKilled = isNoticed(mutant);
  noticed[isKilled ? 'yes' : 'no'] += 1;
  const { fileName, location, replacement } = mutant;
  const place = `${fileName}:${location.start.line + 1}:${location.start.column + 1}`;
  if (!isKilled)
    appendFileSync('survived.txt', `${place} ${mutant.mutatorName} → ${replacement.replaceAll('\n', ' ')}\n`);
  process.stdout.write(`${noticed.yes} noticed, ${noticed.no} not, of ${sample.length} of ${counted.length}\n`);
}
