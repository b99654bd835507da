import { execFileSync } from 'node:child_process';
import { median } from './measure.ts';

const at = (file: string): string => JSON.stringify(new URL(file, import.meta.url).href);

/** The number that a program prints which runs in a process of its own, with one of the scenarios already read. */
function inFreshProcess(scenario: string, program: string): number {
  const whole = `
    import { estimate } from ${at('../src/estimate/estimate.ts')};
    import { advance } from ${at('../src/model/advance.ts')};
    import { start } from ${at('../src/simulate.ts')};
    import { processorSeconds } from ${at('./measure.ts')};
    import { scenarioNamed } from ${at('./scenarios.ts')};
    const scenario = scenarioNamed(${JSON.stringify(scenario)});
    ${program}`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', whole]));
}

/** Milliseconds of processor time of the first estimate of a process that has begun and read the file; the median of seven. */
export const firstEstimate = (scenario: string): number =>
  median(
    Array.from({ length: 7 }, () =>
      inFreshProcess(scenario, 'console.log(1000 * processorSeconds(() => void estimate(scenario)));'),
    ),
  );

/** The most memory in MB that a whole process takes which runs a scenario until everybody is out, trajectories left out. */
export const mostMemory = (scenario: string): number =>
  inFreshProcess(
    scenario,
    `const { world, recorder } = start(scenario);
    while (world.kernel.crowd.count > 0 && world.time < 600) {
      advance(world);
      recorder.watch();
    }
    recorder.result();
    console.log(process.resourceUsage().maxRSS / 1000);`,
  );
