import { cpus, loadavg } from 'node:os';
import type { Terminal } from '../src/command/terminal.ts';
import { columns } from '../src/command/terminal.ts';
import { ensemble } from '../src/ensemble/ensemble.ts';
import { estimate } from '../src/estimate/estimate.ts';
import { liveSimulation } from '../src/live.ts';
import { advance } from '../src/model/advance.ts';
import type { KernelName } from '../src/result.ts';
import type { Scenario } from '../src/scenario/scenario.ts';
import { start } from '../src/simulate.ts';
import { box, plan } from '../validation/plans.ts';
import { compareAll, engineOf } from './compare.ts';
import { firstEstimate, mostMemory } from './fresh-process.ts';
import { median, processorSeconds } from './measure.ts';
import { scenarioNamed } from './scenarios.ts';

const load = (): string => `load ${loadavg()[0]!.toFixed(1)}`;
const times = (ratio: number): string => `${ratio.toFixed(1)} ×`;

/**
 * Measures the engine beside its laboratory kernels and a peer that npm installs, flows next to speeds. `--quick` measures
 * once and leaves the hundred runs out. Returns 0; rates are for the reader to judge.
 */
export async function bench(args: readonly string[], terminal: Terminal): Promise<number> {
  const isQuick = args.includes('--quick');
  terminal.out(`${cpus()[0]!.model}, ${cpus().length} cores, Node ${process.versions.node}, ${load()}\n\n`);
  terminal.out(columns(await compareAll(isQuick ? 2 : 5, terminal)));
  terminal.out(
    '\nRates are per processor second of one thread, steps of 0.05 s, medians of rounds in which the kernels take turns every\n' +
      'twenty steps. "Of the laboratory" is the ratio to the plain collision-free speed model in the same process at the same\n' +
      'moment: this is what the goals are about, because what slows the machine slows both. It leads to the columns JuPedSim\n' +
      '1.4.2 and RVO2, which ran beside the same laboratory kernel once, elsewhere. Measured flows of people are 1.9 to 2.3\n' +
      'persons/(m s) for bodies of 0.15 m: never read a speed without it.\n\n',
  );
  terminal.out(columns(await others(isQuick, terminal)));
  return 0;
}

async function others(isQuick: boolean, terminal: Terminal): Promise<string[][]> {
  const rows = [['what', 'measured', 'goal', 'machine']];
  const add = (...measured: string[][]) => rows.push(...measured.map((row) => [...row, load()]));
  for (const kernel of ['simd', 'reference'] as const) add(tenThousand(kernel));
  add(['10,000 people until all are out: the whole process', `${mostMemory('hall-10000').toFixed(0)} MB`, '≤ 200 MB']);
  add(...perStep());
  add(reRouting());
  add(...byHand());
  if (!isQuick) add(await hundredRuns(terminal));
  return rows;
}

function tenThousand(kernel: KernelName): string[] {
  const { world, recorder } = start(scenarioNamed('hall-10000'), { kernel });
  const seconds = processorSeconds(() => {
    for (let k = 0; k < 400; k++) {
      advance(world);
      recorder.watch();
    }
  });
  const goal = kernel === 'simd' ? '≥ 8 ×' : '≥ 4 ×';
  return [`10,000 people, ${kernel}: faster than real time`, times(20 / seconds), goal];
}

/** Whether a step costs in proportion to the people: microseconds for each at one density, three crowds in turn. */
function perStep(): string[][] {
  const crowds = [1000, 4000, 10_000].map((count) => ({ count, engine: engineOf(square(count), 'simd'), seconds: 0 }));
  for (let turn = 0; turn < 12; turn++)
    for (const each of crowds) {
      const seconds = processorSeconds(() => {
        for (let k = 0; k < 10; k++) each.engine.step();
      });
      if (turn >= 2) each.seconds += seconds;
    }
  return crowds.map(({ count, seconds }) => {
    return [`a step for each of ${count}`, `${((1e6 * seconds) / (100 * count)).toFixed(2)} µs`, 'the same for all'];
  });
}

/** So many people spread over a square at half a person a square metre, with an exit of 4 m. */
function square(count: number): Scenario {
  const side = Math.sqrt(count / 0.5);
  return plan({
    floor: box(0, 0, side, side),
    exits: { A: box(side / 2 - 2, 0, side / 2 + 2, 1) },
    groups: [{ area: box(1, 2, side - 1, side - 1), count, speed: { constant: 1.2 }, radius: 0.2 }],
  });
}

function reRouting(): string[] {
  const live = liveSimulation(scenarioNamed('hall-5000'));
  live.step(100);
  const plain = processorSeconds(() => live.step(1));
  live.closeExit('A');
  const closing = processorSeconds(() => live.step(1));
  return [
    'an exit closes, 100 × 100 m, 5,000 people',
    `${(1000 * Math.max(0, closing - plain)).toFixed(1)} ms`,
    '≤ 60 ms',
  ];
}

/** S1 to S6 of the measured scenarios, the counter-flow at its fullest. */
const scenarios = [
  'hall-1000',
  'hall-5000',
  'hall-10000',
  'bottleneck-1000',
  'office-1000',
  'counter-flow-100',
  'hall-2000',
];

/** The hydraulic answer for the first time in a process and later, and with the loss of every exit. */
function byHand(): string[][] {
  return scenarios.map((name) => {
    const scenario = scenarioNamed(name);
    const warm = Array.from({ length: 12 }, () => milliseconds(() => void estimate(scenario)));
    const losses = Array.from({ length: 5 }, () => milliseconds(() => void estimate(scenario).losses));
    const { waited, processor } = firstEstimate(name);
    const first = `first ${waited.toFixed(0)} ms (of processors ${processor.toFixed(0)})`;
    const said = `${first}, then ${median(warm).toFixed(0)} ms, with losses ${median(losses).toFixed(0)} ms`;
    return [`hydraulic answer, ${name}`, said, '≤ 50 ms'];
  });
}

const milliseconds = (work: () => void): number => 1000 * processorSeconds(work);

async function hundredRuns(terminal: Terminal): Promise<string[]> {
  const [from, before] = [process.hrtime.bigint(), process.cpuUsage()];
  const { timeToClear } = await ensemble(scenarioNamed('hall-2000'), {
    runs: 100,
    workers: 2,
    signal: terminal.signal,
    onProgress: (done) => done % 10 === 0 && terminal.err(`${done} of 100 runs\n`),
  });
  const seconds = Number(process.hrtime.bigint() - from) / 1e9;
  const { user, system } = process.cpuUsage(before);
  const processor = `${((user + system) / 1e6).toFixed(1)} s of processor time`;
  const what = `100 runs of 2,000 people, 2 workers: median ${timeToClear.median} s`;
  return [what, `${seconds.toFixed(1)} s, ${processor}`, '≤ 60 s'];
}
