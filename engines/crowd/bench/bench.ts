import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Terminal } from '../src/command/terminal.ts';
import { columns } from '../src/command/terminal.ts';
import { ensemble } from '../src/ensemble/ensemble.ts';
import { estimate } from '../src/estimate/estimate.ts';
import { liveSimulation } from '../src/live.ts';
import { advance } from '../src/model/advance.ts';
import type { KernelName } from '../src/result.ts';
import { simulate, start } from '../src/simulate.ts';
import { median, processorSeconds, rateOf, specificFlow } from './measure.ts';
import { runRecast } from './recast.ts';
import type { Bench } from './scenarios.ts';
import { benches, scenarioNamed } from './scenarios.ts';

const millions = (rate: number): string => `${(rate / 1e6).toFixed(2)} M`;
const load = (): string => `load ${loadavg()[0]!.toFixed(1)}`;
const times = (ratio: number): string => `${ratio.toFixed(1)} ×`;

/**
 * Measures the engine beside a peer that npm installs and beside what was measured of others elsewhere, flows next to
 * speeds. `--quick` measures once and leaves the hundred runs out. Returns 0; rates are for the reader to judge.
 */
export async function bench(args: readonly string[], terminal: Terminal): Promise<number> {
  const isQuick = args.includes('--quick');
  terminal.out(`${cpus()[0]!.model}, ${cpus().length} cores, Node ${process.versions.node}\n\n`);
  const rows: string[][] = [
    ['plan', 'engine', 'agent-steps/s', 'JuPedSim 1.4.2', 'RVO2', 'flow, p/(m s)', 'last out, s', 'machine'],
  ];
  for (const each of benches) {
    terminal.err(`measuring ${each.name}: ${each.what}\n`);
    rows.push(...(await compare(each, isQuick ? 1 : 5)));
  }
  terminal.out(columns(rows));
  terminal.out(
    '\nRates are per processor second of one thread, steps of 0.05 s, medians of rounds in which the kernels take turns; a\n' +
      'load above the number of cores costs up to half, because threads share caches and cores. The columns JuPedSim 1.4.2 and RVO2 are ratios to\n' +
      'what was measured of them once, elsewhere; rates of recast-navigation, here and there, tell how the two machines\n' +
      'compare. Measured flows of people are 1.9 to 2.3 persons/(m s) for bodies of 0.15 m: never read a speed without it.\n\n',
  );
  terminal.out(columns(await others(isQuick, terminal)));
  return 0;
}

async function compare(each: Bench, repeats: number): Promise<string[][]> {
  const scenario = scenarioNamed(each.name);
  const rows: string[][] = [];
  const kernels = ['simd', 'reference'] as const;
  const rates = { simd: [] as number[], reference: [] as number[] };
  for (let round = 0; round < repeats; round++)
    for (const kernel of kernels) rates[kernel].push(rateOf(scenario, kernel, each.window));
  for (const kernel of kernels) {
    const result = await simulate(scenario, { kernel });
    rows.push([
      each.name,
      `this, ${kernel}`,
      ...ratios(each, median(rates[kernel])),
      specificFlow(scenario, result).toFixed(2),
      (result.timeToClear ?? Number.NaN).toFixed(1),
      load(),
    ]);
  }
  if (each.elsewhere.recast !== undefined) {
    const { rate, flow } = await runRecast(scenario, each.window);
    rows.push([each.name, 'recast-navigation', ...ratios(each, rate), flow.toFixed(2), '', load()]);
    rows.push([each.name, '  the same elsewhere', ...ratios(each, each.elsewhere.recast), '', '', '']);
  }
  return rows;
}

const ratios = ({ elsewhere }: Bench, rate: number): string[] => [
  millions(rate),
  times(rate / elsewhere.jupedsim142),
  elsewhere.rvo2 === undefined ? '' : times(rate / elsewhere.rvo2),
];

async function others(isQuick: boolean, terminal: Terminal): Promise<string[][]> {
  const rows = [['what', 'measured', 'goal', 'machine']];
  const add = (...measured: string[][]) => rows.push(...measured.map((row) => [...row, load()]));
  for (const kernel of ['simd', 'reference'] as const) add(tenThousand(kernel));
  add(...perStep());
  add(reRouting());
  add(...byHand());
  if (!isQuick) add(await hundredRuns(terminal));
  return rows;
}

function tenThousand(kernel: KernelName): string[] {
  const { world, recorder } = start(scenarioNamed('hall-10000'), { kernel });
  const before = process.memoryUsage().rss;
  const seconds = processorSeconds(() => {
    for (let k = 0; k < 400; k++) {
      advance(world);
      recorder.watch();
    }
  });
  const memory = (process.memoryUsage().rss - before) / 1e6;
  const goal = kernel === 'simd' ? '≥ 8 ×' : '≥ 4 ×';
  return [
    `10,000 people, ${kernel}: faster than real time`,
    `${times(20 / seconds)}, ${memory.toFixed(0)} MB more`,
    goal,
  ];
}

/** Whether a step costs in proportion to the people: microseconds for each at one density and 1,000 to 10,000 people. */
function perStep(): string[][] {
  return [1000, 4000, 10_000].map((count) => {
    const side = Math.sqrt(count / 0.5);
    const square = (x0: number, y0: number, x1: number, y1: number) =>
      [
        [x0, y0],
        [x1, y0],
        [x1, y1],
        [x0, y1],
      ] as const;
    const scenario = {
      ...scenarioNamed('hall-1000'),
      levels: [{ id: '0', walkable: [{ outer: square(0, 0, side, side), holes: [] }], walls: [] }],
      exits: [{ id: 'A', level: '0', area: square(side / 2 - 2, 0, side / 2 + 2, 1), closed: [] }],
      groups: [
        {
          ...scenarioNamed('hall-1000').groups[0]!,
          area: square(1, 2, side - 1, side - 1),
          count,
          goal: 'nearest-exit',
          positions: undefined,
        },
      ],
    };
    const { positions: _, ...group } = scenario.groups[0]!;
    const rate = rateOf({ ...scenario, groups: [group] } as never, 'simd', 100);
    return [`a step for each of ${count}`, `${(1e6 / rate).toFixed(2)} µs`, 'the same for all'];
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

/** The hydraulic estimate inside a process that runs, for the first time there, and as a command with its start-up. */
function byHand(): string[][] {
  return ['office-1000', 'hall-5000', 'hall-10000'].map((name) => {
    const once = () => {
      const scenario = scenarioNamed(name);
      return 1000 * processorSeconds(() => void estimate(scenario));
    };
    const [first, ...rest] = Array.from({ length: 12 }, once);
    const file = fileURLToPath(new URL(`./scenarios/${name}.json`, import.meta.url));
    const command = fileURLToPath(new URL('../bin/forestall-crowd.mjs', import.meta.url));
    const from = process.hrtime.bigint();
    execFileSync(process.execPath, [command, 'estimate', file]);
    const whole = Number(process.hrtime.bigint() - from) / 1e6;
    const said = `${median(rest).toFixed(0)} ms, first ${first!.toFixed(0)} ms, as a command ${whole.toFixed(0)} ms`;
    return [`hydraulic estimate, ${name}`, said, '≤ 50 ms'];
  });
}

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
