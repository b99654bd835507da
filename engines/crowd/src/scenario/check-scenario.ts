import type { Fault } from './fault.ts';
import { paceFaults } from './pace.ts';
import { planFaults } from './plan-faults.ts';
import { referenceFaults } from './references.ts';
import type { Scenario } from './scenario.ts';
import { readScenario } from './scenario-shape.ts';
import { standingFaults } from './standing-room.ts';

export type Checked =
  | { readonly scenario: Scenario; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly scenario?: never };

/** At most this many faults come back; a file with more is better mended from the top. */
const shownFaults = 100;

/** Reads any JSON value: a scenario with its defaults filled in, or every fault found at the first stage that found one. Never throws. */
export function checkScenario(json: unknown): Checked {
  const faults: Fault[] = [];
  const scenario = readScenario(json, faults);
  if (!scenario) return { faults: faults.slice(0, shownFaults) };
  for (const stage of [contradictions, planFaults, standingFaults]) {
    const found = stage(scenario);
    if (found.length > 0) return { faults: found.slice(0, shownFaults) };
  }
  return { scenario };
}

const contradictions = (scenario: Scenario): Fault[] => [...referenceFaults(scenario), ...paceFaults(scenario)];

/** Reads the text of a scenario file as `checkScenario` reads its value; says where NaN or Infinity is written. */
export function checkScenarioText(text: string): Checked {
  try {
    return checkScenario(JSON.parse(text));
  } catch (cause) {
    const withMarks = text.replace(stringOrNoNumber, (found, noNumber) =>
      noNumber ? JSON.stringify(mark + found) : found,
    );
    if (withMarks !== text && isJson(withMarks)) return checkScenario(JSON.parse(withMarks, asNumber));
    const what = `This is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`;
    return { faults: [{ path: '(file)', what, mend: 'Mend the JSON; `forestall-crowd init` writes an example' }] };
  }
}

/** Strings, so that they are passed over, and what programs write for numbers that JSON has not. */
const stringOrNoNumber = /"(?:[^"\\]|\\.)*"|(-?\b(?:NaN|Infinity)\b)/g;
const mark = 'no number in JSON: ';

const asNumber = (_key: string, value: unknown): unknown =>
  typeof value === 'string' && value.startsWith(mark) ? Number(value.slice(mark.length)) : value;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
