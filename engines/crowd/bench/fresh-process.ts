import { execFileSync } from 'node:child_process';
import { median } from './measure.ts';

const at = (file: string): string => JSON.stringify(new URL(file, import.meta.url).href);

/** The numbers that a program prints which runs in a process of its own, with one of the scenarios already read. */
function inFreshProcess(scenario: string, program: string): readonly number[] {
  const whole = `
    import { readFileSync } from 'node:fs';
    import { estimate } from ${at('../src/estimate/estimate.ts')};
    import { advance } from ${at('../src/model/advance.ts')};
    import { start } from ${at('../src/simulate.ts')};
    import { processorSeconds } from ${at('./measure.ts')};
    import { scenarioNamed } from ${at('./scenarios.ts')};
    const scenario = scenarioNamed(${JSON.stringify(scenario)});
    ${program}`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', whole], { encoding: 'utf8' });
  return said.trim().split(' ').map(Number);
}

/**
 * Milliseconds that somebody waits for the first estimate of a process that has begun and read the file, and of processor time
 * that all its threads spend on it, those included which compile meanwhile; medians of seven.
 */
export function firstEstimate(scenario: string): { waited: number; processor: number } {
  const program = `
    let waited = 0;
    const processor = processorSeconds(() => {
      const from = performance.now();
      estimate(scenario);
      waited = performance.now() - from;
    });
    console.log(waited, 1000 * processor);`;
  const rounds = Array.from({ length: 7 }, () => inFreshProcess(scenario, program));
  return { waited: median(rounds.map(([waited]) => waited!)), processor: median(rounds.map(([, used]) => used!)) };
}

/**
 * The most memory in MB that a whole process takes which runs a scenario until everybody is out, trajectories left out. Linux tells
 * it of the program alone; `maxRSS` begins with what whoever started the process held.
 */
export const mostMemory = (scenario: string): number =>
  inFreshProcess(
    scenario,
    `const { world, recorder } = start(scenario);
    while (world.kernel.crowd.count > 0 && world.time < 600) {
      advance(world);
      recorder.watch();
    }
    recorder.result();
    console.log(Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1000);`,
  )[0]!;
