import { loadavg } from 'node:os';
import type { Terminal } from '../src/command/terminal.ts';
import { advance } from '../src/model/advance.ts';
import type { KernelName } from '../src/result.ts';
import type { Scenario } from '../src/scenario/scenario.ts';
import { simulate, start } from '../src/simulate.ts';
import { plainLaboratory } from './laboratory/plain.ts';
import { setUp } from './laboratory/set-up.ts';
import { laboratoryModule, simdLaboratory } from './laboratory/simd.ts';
import { median, processorSeconds, specificFlow } from './measure.ts';
import { runRecast } from './recast.ts';
import type { Bench } from './scenarios.ts';
import { benches, scenarioNamed } from './scenarios.ts';

const engines = ['simd', 'reference', 'laboratory simd', 'laboratory plain'] as const;
type Engine = (typeof engines)[number];
type Rates = Readonly<Record<Engine, number>>;

/** The laboratory kernel that each kernel is measured beside. */
const beside = { simd: 'laboratory simd', reference: 'laboratory plain' } as const;

const millions = (rate: number): string => `${(rate / 1e6).toFixed(2)} M`;
const times = (ratio: number): string => `${ratio.toFixed(1)} ×`;
const load = (): string => `load ${loadavg()[0]!.toFixed(1)}`;

/** All rates of this engine and its peers on each plan as rows of a table; one round before is for the compiler alone. */
export async function compareAll(rounds: number, { err }: Terminal): Promise<string[][]> {
  const module = await laboratoryModule();
  const rows = [
    [
      'plan',
      'kernel',
      'agent-steps/s',
      'of the laboratory',
      'goal',
      'JuPedSim 1.4.2',
      'RVO2',
      'flow, p/(m s)',
      'last out, s',
      'machine',
    ],
  ];
  takeTurns(scenarioNamed(benches[0]!.name), 600, module);
  for (const each of benches) {
    err(`measuring ${each.name}: ${each.what}\n`);
    const scenario = scenarioNamed(each.name);
    const measured = Array.from({ length: rounds }, () => takeTurns(scenario, each.window, module));
    for (const kernel of ['simd', 'reference'] as const)
      rows.push(await rowOf(each, scenario, kernel, measured), laboratoryRow(each, kernel, measured));
    if (each.elsewhere.recast !== undefined) rows.push(await recastRow(each, scenario));
  }
  return rows;
}

/** Steps that an engine takes before the next one has its turn: what slows the machine slows all of them alike. */
const turn = 20;

/** Agent-steps per processor second over the window, everybody in turn; recording and hashing included in the engine's. */
function takeTurns(scenario: Scenario, window: number, module: WebAssembly.Module): Rates {
  const plan = setUp(scenario);
  const all = {
    simd: engineOf(scenario, 'simd'),
    reference: engineOf(scenario, 'reference'),
    'laboratory simd': simdLaboratory(module, plan),
    'laboratory plain': plainLaboratory(plan),
  };
  const sums = engines.map((name) => ({ name, agentSteps: 0, seconds: 0 }));
  for (let step = 0; step < window; step += turn) {
    for (const sum of sums)
      sum.seconds += processorSeconds(() => {
        for (let k = 0; k < turn; k++) {
          sum.agentSteps += all[sum.name].count;
          all[sum.name].step();
        }
      });
    sums.push(sums.shift()!);
  }
  return Object.fromEntries(sums.map(({ name, agentSteps, seconds }) => [name, agentSteps / seconds])) as Rates;
}

/** The engine on a plan with all that goes with a step: recording and hashing. */
export function engineOf(scenario: Scenario, kernel: KernelName) {
  const { world, recorder } = start(scenario, { kernel });
  return {
    get count() {
      return world.kernel.crowd.count;
    },
    step() {
      advance(world);
      recorder.watch();
    },
  };
}

const middle = (measured: readonly Rates[], of: (rates: Rates) => number): number => median(measured.map(of));

/** Ratios to peers are taken by way of the laboratory kernel, which ran beside them elsewhere and runs beside us here. */
async function rowOf(
  { name, elsewhere }: Bench,
  scenario: Scenario,
  kernel: 'simd' | 'reference',
  measured: readonly Rates[],
): Promise<string[]> {
  const result = await simulate(scenario, { kernel });
  const ratio = middle(measured, (rates) => rates[kernel] / rates[beside[kernel]]);
  const there = ratio * elsewhere[beside[kernel]];
  const all = measured.map((rates) => rates[kernel]);
  return [
    name,
    kernel,
    `${millions(median(all))} [${(Math.min(...all) / 1e6).toFixed(2)}–${(Math.max(...all) / 1e6).toFixed(2)}]`,
    `${ratio.toFixed(2)} ×`,
    `≥ ${(elsewhere.goals[kernel] / elsewhere[beside[kernel]]).toFixed(2)} ×`,
    times(there / elsewhere.jupedsim142),
    times(there / elsewhere.rvo2),
    specificFlow(scenario, result).toFixed(2),
    (result.timeToClear ?? Number.NaN).toFixed(1),
    load(),
  ];
}

function laboratoryRow({ name, elsewhere }: Bench, kernel: 'simd' | 'reference', measured: readonly Rates[]): string[] {
  const rate = middle(measured, (rates) => rates[beside[kernel]]);
  const there = `${millions(elsewhere[beside[kernel]])} elsewhere`;
  return [name, `  ${beside[kernel]}`, millions(rate), there, '', '', '', '', '', load()];
}

async function recastRow({ name, elsewhere, window }: Bench, scenario: Scenario): Promise<string[]> {
  const { rate, flow } = await runRecast(scenario, window);
  const there = `${millions(elsewhere.recast!)} elsewhere`;
  return [name, '  recast-navigation', millions(rate), there, '', '', '', flow.toFixed(2), '', load()];
}
