import type { Terminal } from '../src/command/terminal.ts';
import { columns } from '../src/command/terminal.ts';
import { ensemble } from '../src/ensemble/ensemble.ts';
import { estimate } from '../src/estimate/estimate.ts';
import { liveSimulation } from '../src/live.ts';
import { advance } from '../src/model/advance.ts';
import type { KernelName } from '../src/result.ts';
import { simulate, start } from '../src/simulate.ts';
import { processorSeconds, rateOf, specificFlow } from './measure.ts';
import { runRecast } from './recast.ts';
import type { Bench } from './scenarios.ts';
import { benches, scenarioNamed } from './scenarios.ts';

const millions = (rate: number): string => `${(rate / 1e6).toFixed(2)} M`;
const times = (ratio: number): string => `${ratio.toFixed(1)} ×`;

/**
 * Measures the engine beside a peer that npm installs and beside what was measured of others elsewhere, flows next to
 * speeds. `--quick` measures each once and leaves the hundred runs out. Returns 0; rates are for the reader to judge.
 */
export async function bench(args: readonly string[], terminal: Terminal): Promise<number> {
  const isQuick = args.includes('--quick');
  const rows: string[][] = [
    ['plan', 'engine', 'agent-steps/s', 'JuPedSim 1.4.2', 'RVO2', 'flow, p/(m s)', 'last out, s'],
  ];
  for (const each of benches) {
    terminal.err(`measuring ${each.name}: ${each.what}\n`);
    rows.push(...(await compare(each, isQuick ? 1 : 3)));
  }
  terminal.out(columns(rows));
  terminal.out(
    '\nRates are per processor second of one thread, steps of 0.05 s. The columns JuPedSim 1.4.2 and RVO2 are ratios to\n' +
      'what was measured of them once, elsewhere; rates of recast-navigation, here and there, tell how the two machines\n' +
      'compare. Measured flows of people are 1.9 to 2.3 persons/(m s) for bodies of 0.15 m: never read a speed without it.\n\n',
  );
  terminal.out(columns(await others(isQuick, terminal)));
  return 0;
}

async function compare(each: Bench, repeats: number): Promise<string[][]> {
  const scenario = scenarioNamed(each.name);
  const rows: string[][] = [];
  for (const kernel of ['simd', 'reference'] as const) {
    const rate = rateOf(scenario, kernel, each.window, repeats);
    const result = await simulate(scenario, { kernel });
    rows.push([
      each.name,
      `this, ${kernel}`,
      ...ratios(each, rate),
      specificFlow(scenario, result).toFixed(2),
      (result.timeToClear ?? Number.NaN).toFixed(1),
    ]);
  }
  if (each.elsewhere.recast !== undefined) {
    const { rate, flow } = await runRecast(scenario, each.window);
    rows.push([each.name, 'recast-navigation', ...ratios(each, rate), flow.toFixed(2), '']);
    rows.push([each.name, '  the same elsewhere', ...ratios(each, each.elsewhere.recast), '', '']);
  }
  return rows;
}

const ratios = ({ elsewhere }: Bench, rate: number): string[] => [
  millions(rate),
  times(rate / elsewhere.jupedsim142),
  elsewhere.rvo2 === undefined ? '' : times(rate / elsewhere.rvo2),
];

async function others(isQuick: boolean, terminal: Terminal): Promise<string[][]> {
  const rows = [['what', 'measured', 'goal']];
  for (const kernel of ['simd', 'reference'] as const) rows.push(tenThousand(kernel));
  rows.push(...perStep(), reRouting(), byHand());
  if (!isQuick) rows.push(await hundredRuns(terminal));
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
    const rate = rateOf({ ...scenario, groups: [group] } as never, 'simd', 100, 1);
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

function byHand(): string[] {
  const scenario = scenarioNamed('office-1000');
  estimate(scenario);
  return [
    'hydraulic estimate of the office',
    `${(1000 * processorSeconds(() => void estimate(scenario))).toFixed(1)} ms`,
    '≤ 50 ms',
  ];
}

async function hundredRuns(terminal: Terminal): Promise<string[]> {
  const from = process.hrtime.bigint();
  const { timeToClear } = await ensemble(scenarioNamed('hall-2000'), {
    runs: 100,
    workers: 2,
    signal: terminal.signal,
    onProgress: (done) => done % 10 === 0 && terminal.err(`${done} of 100 runs\n`),
  });
  const seconds = Number(process.hrtime.bigint() - from) / 1e9;
  return [`100 runs of 2,000 people, 2 workers: median ${timeToClear.median} s`, `${seconds.toFixed(1)} s`, '≤ 60 s'];
}
