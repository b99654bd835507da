import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Terminal } from '../src/command/terminal.ts';
import { BadInput, columns, progressOn } from '../src/command/terminal.ts';
import { engineVersion, modelName } from '../src/result.ts';
import { simulate } from '../src/simulate.ts';
import type { Case, Outcome } from './case.ts';
import { isMet } from './case.ts';
import { cases } from './cases.ts';
import { svgOf } from './plot.ts';
import type { Judged } from './report.ts';
import { reportOf } from './report.ts';

const options = {
  only: { type: 'string', multiple: true },
  full: { type: 'boolean' },
  output: { type: 'string', short: 'o' },
} as const;

/** Status when a band is missed; the report says which. */
const bandsMissed = 1;

/** `validate [--full] [--only ID] [-o folder]`: judges the cases and writes README.md with a plot for each into the folder. */
export async function validate(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parseArgs({ args: [...args], options });
  const chosen = cases.filter(({ id, cost }) =>
    values.only ? values.only.includes(id) : values.full || cost === 'quick',
  );
  const unknown = values.only?.find((only) => !cases.some(({ id }) => id === only));
  if (unknown !== undefined)
    throw new BadInput(`--only: There is no case "${unknown}". Write one of ${cases.map(({ id }) => id).join(', ')}.`);
  const all = await judgeAll(chosen, terminal);
  const folder = values.output ?? reportFolder();
  if (values.output !== undefined || values.only === undefined) write(folder, all, terminal);
  terminal.out(columns([['case', 'bands', 'missed'], ...all.map(rowOf)]));
  return all.every(({ outcome }) => outcome.findings.every(isMet)) ? 0 : bandsMissed;
}

/** In a clone the committed report; elsewhere a folder where the command was called. */
function reportFolder(): string {
  const committed = fileURLToPath(new URL('./report', import.meta.url));
  return existsSync(committed) ? committed : 'validation-report';
}

async function judgeAll(chosen: readonly Case[], terminal: Terminal): Promise<Judged[]> {
  const progress = progressOn(terminal, 'validating');
  const all: Judged[] = [];
  for (const [i, judged] of chosen.entries()) {
    progress.show(i / chosen.length, judged.id);
    all.push({ judged, outcome: await outcomeOf(judged, terminal) });
  }
  progress.done();
  return all;
}

/** What came of a case; one that cannot be judged is missed, with the reason in place of a value. */
async function outcomeOf(judged: Case, { signal }: Terminal): Promise<Outcome> {
  try {
    return await judged.judge((scenario, given) => simulate(scenario, { ...given, signal }));
  } catch (cause) {
    signal.throwIfAborted();
    return {
      findings: [{ what: `could not be judged: ${String(cause)}`, value: Number.NaN, unit: '', low: 0, high: 0 }],
    };
  }
}

function rowOf({ judged, outcome }: Judged): string[] {
  const missed = outcome.findings.filter((finding) => !isMet(finding));
  return [
    judged.id,
    missed.length === 0 ? 'met' : 'MISSED',
    missed.map(({ what, value }) => `${what}: ${Number(value.toPrecision(4))}`).join('; '),
  ];
}

function write(folder: string, all: readonly Judged[], { err }: Terminal): void {
  mkdirSync(folder, { recursive: true });
  for (const { judged, outcome } of all)
    if (outcome.plot) writeFileSync(join(folder, `${judged.id}.svg`), svgOf(outcome.plot));
  const skipped = cases.filter((one) => !all.some(({ judged }) => judged === one));
  writeFileSync(join(folder, 'README.md'), reportOf(all, engineVersion, modelName, skipped));
  err(`Wrote ${join(folder, 'README.md')}\n`);
}
