import { readFileSync } from 'node:fs';
import { liveSimulation } from '../live.ts';
import { ScenarioFault } from '../result.ts';
import { checkScenarioText } from '../scenario/check-scenario.ts';
import type { Fault } from '../scenario/fault.ts';
import type { Preset, Scenario } from '../scenario/scenario.ts';
import { BadInput } from './terminal.ts';

/** The text of a file, or of standard input for "-"; says plainly when it cannot be read. */
export function textOf(file: string): string {
  try {
    // Some editors put a mark before the text.
    return readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    const why =
      cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
        ? 'There is no such file'
        : 'It cannot be read';
    throw new BadInput(`${file}: ${why}. Give the path of a scenario file.`);
  }
}

/** A checked scenario; throws `ScenarioFault` with every fault of the file. */
export function scenarioIn(file: string): Scenario {
  const { scenario, faults } = checkScenarioText(textOf(file));
  if (!scenario) throw new ScenarioFault(inFile(file, faults));
  return scenario;
}

/** Faults of a file as a whole under its name. */
export const inFile = (file: string, faults: readonly Fault[]): Fault[] =>
  faults.map((fault) => (fault.path === '(file)' && file !== '-' ? { ...fault, path: file } : fault));

/** As `scenarioIn`, and lays the plan out as a run would: people who do not fit, areas that reach no exit. */
export function runnableScenarioIn(file: string): Scenario {
  const scenario = scenarioIn(file);
  liveSimulation(scenario);
  return scenario;
}

/** A whole number given as an option; throws `BadInput` outside its limits. */
export function wholeNumber(
  name: string,
  text: string | undefined,
  fallback: number,
  min: number,
  max: number,
): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new BadInput(`--${name}: "${text}" is not a whole number from ${min} to ${max}.`);
}

/** Which kernel an option asks for, as something to spread into a run's options: the engine chooses where none is named. */
export function kernelFrom(text: string | undefined): { kernel?: 'reference' | 'simd' } {
  if (text === undefined) return {};
  if (text === 'reference' || text === 'simd') return { kernel: text };
  throw new BadInput(`--kernel: "${text}" is not known. Write reference or simd.`);
}

/** A preset given as an option. */
export function presetFrom(text: string | undefined): Preset | undefined {
  if (text === undefined || text === 'empirical' || text === 'code-conservative') return text;
  throw new BadInput(`--preset: "${text}" is not known. Write empirical or code-conservative.`);
}
