import { basename, extname } from 'node:path';
import { estimate } from '../estimate/estimate.ts';
import { reportHtml } from '../report/report.ts';
import type { Language } from '../report/say.ts';
import { languages } from '../report/say.ts';
import { readArguments } from './read-arguments.ts';
import { kernelFrom, scenarioIn, wholeNumber } from './read-input.ts';
import { onlyFile, presetRuns } from './run.ts';
import type { Terminal } from './terminal.ts';
import { BadInput, exitStatus } from './terminal.ts';
import { checkFolder, writeText } from './write-output.ts';

const options = {
  output: { type: 'string', short: 'o' },
  runs: { type: 'string' },
  seed: { type: 'string' },
  workers: { type: 'string' },
  kernel: { type: 'string' },
  language: { type: 'string' },
  name: { type: 'string' },
} as const;

/** `report scenario.json -o report.html`: runs both presets over several seeds and writes one page about them. */
export async function report(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, options);
  const file = onlyFile(positionals, 'report');
  const scenario = scenarioIn(file);
  const language = languageFrom(values.language);
  const output = values.output ?? `${basename(file, extname(file))}-report.html`;
  if (output !== '-') checkFolder(output);
  const given = {
    runs: wholeNumber('runs', values.runs, 10, 1, 10_000),
    ...kernelFrom(values.kernel),
    seed: wholeNumber('seed', values.seed, scenario.seed, 0, 4_294_967_295),
    ...(values.workers !== undefined && { workers: wholeNumber('workers', values.workers, 1, 1, 256) }),
  };
  const empirical = await presetRuns(scenario, { ...given, preset: 'empirical' }, terminal);
  const conservative = await presetRuns(scenario, { ...given, preset: 'code-conservative' }, terminal);
  const name = values.name ?? basename(file, extname(file));
  const page = reportHtml({
    name,
    scenario,
    ensembles: { empirical, 'code-conservative': conservative },
    estimate: estimate(scenario),
    language,
  });
  if (output === '-') terminal.out(page);
  else await writeText(output, page);
  if (output !== '-') terminal.err(`Wrote ${output}. It is sensitive: it shows where the place is weak.\n`);
  const hasLeft = [empirical, conservative].some(({ results }) => results.some(({ remaining }) => remaining > 0));
  return hasLeft ? exitStatus.peopleRemain : exitStatus.done;
}

function languageFrom(text = 'en'): Language {
  const known = languages.find((one) => one === text);
  if (known) return known;
  throw new BadInput(`--language: "${text}" is not known. Write ${languages.join(', ')}.`);
}
