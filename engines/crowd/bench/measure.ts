import type { SimulationResult } from '../src/result.ts';
import type { Scenario } from '../src/scenario/scenario.ts';

/** Seconds of processor time that the work took. */
export function processorSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!;

/** The steady flow of the busiest exit per metre of its longer side: what must be looked at before any speed. */
export function specificFlow(scenario: Scenario, { exits }: Pick<SimulationResult, 'exits'>): number {
  const flows = scenario.exits.map(({ id, area }) => {
    const { used, first, last } = exits[id]!;
    const side = (axis: 0 | 1) => Math.max(...area.map((p) => p[axis])) - Math.min(...area.map((p) => p[axis]));
    return used > 1 ? (used - 1) / (last! - first!) / Math.max(side(0), side(1)) : 0;
  });
  return Math.max(...flows);
}
