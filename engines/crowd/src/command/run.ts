import { ensemble } from '../ensemble/ensemble.ts';
import { spreadOf, summarise } from '../ensemble/spread.ts';
import type { EnsembleResult, SimulationResult } from '../result.ts';
import type { Preset, Scenario } from '../scenario/scenario.ts';
import { simulate } from '../simulate.ts';
import { readArguments } from './read-arguments.ts';
import { kernelFrom, presetFrom, scenarioIn, wholeNumber } from './read-input.ts';
import { runJson, runsJson } from './run-text.ts';
import type { Terminal } from './terminal.ts';
import { BadInput, columns, exitStatus, progressOn, seconds } from './terminal.ts';
import { checkOutputs, writeOutputs } from './write-output.ts';

const options = {
  seed: { type: 'string' },
  runs: { type: 'string' },
  preset: { type: 'string' },
  workers: { type: 'string' },
  kernel: { type: 'string' },
  trajectories: { type: 'string', multiple: true },
  every: { type: 'string' },
  level: { type: 'string' },
  density: { type: 'string' },
  egress: { type: 'string' },
  flow: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** `run scenario.json`: lets the people leave and says how long it took. Without --json and --preset both presets run. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, options);
  const scenario = scenarioIn(onlyFile(positionals, 'run'));
  const seed = wholeNumber('seed', values.seed, scenario.seed, 0, 4_294_967_295);
  const runs = wholeNumber('runs', values.runs, 1, 1, 100_000);
  const workers = values.workers === undefined ? {} : { workers: wholeNumber('workers', values.workers, 1, 1, 256) };
  const preset = presetFrom(values.preset) ?? scenario.preset;
  const kernel = kernelFrom(values.kernel);
  checkOutputs(values, scenario);
  const recordEvery = values.trajectories === undefined ? undefined : framesEvery(values.every);
  const first = await oneRun(scenario, { seed, preset, ...kernel, recordEvery }, terminal);
  const many =
    runs === 1 ? summarise([first]) : await manyRuns(scenario, { seed, preset, ...kernel, runs, ...workers }, terminal);
  const other: Preset = preset === 'empirical' ? 'code-conservative' : 'empirical';
  const beside =
    values.json || values.preset !== undefined
      ? []
      : [await presetRuns(scenario, { seed, preset: other, ...kernel, runs, ...workers }, terminal)];
  await writeOutputs(values, scenario, first);
  if (values.json) terminal.out(`${JSON.stringify(runs === 1 ? runJson(first) : runsJson(many))}\n`);
  else terminal.out(resultText([many, ...beside]));
  return many.results.some(({ remaining }) => remaining > 0) ? exitStatus.peopleRemain : exitStatus.done;
}

export function onlyFile(positionals: readonly string[], command: string): string {
  const [file, ...rest] = positionals;
  if (file !== undefined && rest.length === 0) return file;
  throw new BadInput(`Give one file: forestall-crowd ${command} scenario.json`);
}

function framesEvery(text: string | undefined): number {
  const value = Number(text ?? '0.5');
  if (value >= 0.01 && value <= 60) return value;
  throw new BadInput(`--every: "${text}" is not a number of seconds from 0.01 to 60.`);
}

interface RunOptions {
  readonly kernel?: 'reference' | 'simd';
  readonly seed: number;
  readonly preset: Preset;
  readonly recordEvery?: number | undefined;
  readonly exitsClosed?: readonly string[];
}

/** One run with its progress shown by the people who are safe. */
export async function oneRun(
  scenario: Scenario,
  { recordEvery, ...given }: RunOptions,
  terminal: Terminal,
): Promise<SimulationResult> {
  const progress = progressOn(terminal, given.preset);
  const result = await simulate(scenario, {
    ...given,
    ...(recordEvery !== undefined && { recordEvery }),
    signal: terminal.signal,
    onStep: ({ time, inside, people }) =>
      progress.show(people === 0 ? 1 : 1 - inside / people, `${Math.round(time)} s, ${inside} inside`),
  });
  progress.done();
  return result;
}

interface ManyRuns extends RunOptions {
  readonly runs: number;
  readonly workers?: number;
}

/** Many runs on workers, with progress shown by runs finished. */
async function manyRuns(scenario: Scenario, given: ManyRuns, terminal: Terminal): Promise<EnsembleResult> {
  const progress = progressOn(terminal, given.preset);
  const { recordEvery: _, ...rest } = given;
  const onProgress = (done: number, runs: number) => progress.show(done / runs, `${done} of ${runs} runs`);
  const result = await ensemble(scenario, { ...rest, signal: terminal.signal, onProgress });
  progress.done();
  return result;
}

/** One run here, or many on workers, as an ensemble either way. */
export const presetRuns = async (scenario: Scenario, given: ManyRuns, terminal: Terminal): Promise<EnsembleResult> =>
  given.runs === 1 ? summarise([await oneRun(scenario, given, terminal)]) : manyRuns(scenario, given, terminal);

function resultText(all: readonly EnsembleResult[]): string {
  const spread = ({ median, p5, p95 }: EnsembleResult['t50']) =>
    p5 === p95 ? seconds(median) : `${seconds(median)} (${seconds(p5)} to ${seconds(p95)})`;
  const middle = (of: (result: SimulationResult) => number) =>
    all.map(({ results }) => String(spreadOf(results.map(of)).median));
  const rows = [
    ['', ...all.map(({ results }) => results[0]!.preset)],
    ['everybody safe after', ...all.map(({ timeToClear }) => spread(timeToClear))],
    ['half safe after', ...all.map(({ t50 }) => spread(t50))],
    ['95 of 100 safe after', ...all.map(({ t95 }) => spread(t95))],
    ['people', ...middle(({ people }) => people)],
    ['out', ...middle(({ evacuated }) => evacuated)],
    ['in a refuge', ...middle(({ inRefuge }) => inRefuge)],
    ['left inside', ...middle(({ remaining }) => remaining)],
    ['highest density, persons/m²', ...all.map(({ maxDensity }) => (maxDensity.median ?? 0).toFixed(1))],
    ...Object.keys(all[0]!.results[0]!.exits).map((id) => [`out by ${id}`, ...middle(({ exits }) => exits[id]!.used)]),
  ];
  return `${columns(rows)}A planning aid, not a code approval.\n`;
}
