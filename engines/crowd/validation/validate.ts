import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Terminal } from '../src/command/terminal.ts';
import { BadInput, columns, progressOn } from '../src/command/terminal.ts';
import { engineVersion } from '../src/result.ts';
import { simulate } from '../src/simulate.ts';
import type { Case } from './case.ts';
import { isMet } from './case.ts';
import { cases, outOfScope } from './cases.ts';
import { plotSvg } from './plot-svg.ts';
import type { Judged } from './validation-report.ts';
import { isKept, validationMarkdown } from './validation-report.ts';

const options = {
  only: { type: 'string', multiple: true },
  quick: { type: 'boolean' },
  output: { type: 'string', short: 'o' },
} as const;

/** Status when a band is missed: the report says which. */
const bandsMissed = 1;

/** `validate [--only ID] [--quick] [-o folder]`: judges the cases and writes REPORT.md with its plots. */
export async function validate(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parseArgs({ args: [...args], options });
  const chosen = cases.filter(({ id, cost }) =>
    values.only ? values.only.includes(id) : !values.quick || cost === 'quick',
  );
  if (chosen.length === 0)
    throw new BadInput(`--only: There is no such case. The cases are ${cases.map(({ id }) => id).join(', ')}.`);
  const judged = await judgeAll(chosen, terminal);
  const folder = values.output ?? fileURLToPath(new URL('.', import.meta.url));
  if (values.only === undefined || values.output !== undefined) writeReport(folder, judged, terminal);
  terminal.out(columns([['case', 'within its bands', ''], ...judged.map(rowOf)]));
  return judged.every(isKept) ? 0 : bandsMissed;
}

async function judgeAll(chosen: readonly Case[], terminal: Terminal): Promise<Judged[]> {
  const progress = progressOn(terminal, 'validating');
  const judged: Judged[] = [];
  for (const [i, one] of chosen.entries()) {
    progress.show(i / chosen.length, one.id);
    judged.push(await judge(one, terminal));
  }
  progress.done();
  return judged;
}

async function judge(one: Case, { signal }: Terminal): Promise<Judged> {
  try {
    return { case: one, outcome: await one.judge((scenario, given) => simulate(scenario, { ...given, signal })) };
  } catch (cause) {
    signal.throwIfAborted();
    return { case: one, outcome: { findings: [] }, failure: cause instanceof Error ? cause.message : String(cause) };
  }
}

function rowOf(one: Judged): string[] {
  const missed = one.outcome.findings.filter((finding) => !isMet(finding));
  const why =
    one.failure ??
    missed
      .map(({ what, value, low, high, unit }) =>
        `${what}: ${Number(value.toPrecision(4))} not in ${low} to ${high} ${unit}`.trim(),
      )
      .join('; ');
  return [one.case.id, isKept(one) ? 'yes' : 'NO', why];
}

function writeReport(folder: string, judged: readonly Judged[], terminal: Terminal): void {
  mkdirSync(join(folder, 'plots'), { recursive: true });
  for (const { case: one, outcome } of judged) {
    if (outcome.plot) writeFileSync(join(folder, 'plots', `${one.id}.svg`), plotSvg(outcome.plot, one.title));
  }
  writeFileSync(join(folder, 'REPORT.md'), `${validationMarkdown(judged, outOfScope, engineVersion, 'plots')}\n`);
  terminal.err(`Wrote ${join(folder, 'REPORT.md')}\n`);
}
