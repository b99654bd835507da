import type { Case, Finding, Outcome } from './case.ts';
import { isMet } from './case.ts';
import { outOfScope } from './cases.ts';

export interface Judged {
  readonly judged: Case;
  readonly outcome: Outcome;
}

const round = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 3 : 1);

function bandOf({ low, high, unit }: Finding): string {
  if (low === high) return `${round(low)} ${unit}`;
  if (low === -Infinity) return `≤ ${round(high)} ${unit}`;
  if (high === Infinity) return `≥ ${round(low)} ${unit}`;
  return `${round(low)} … ${round(high)} ${unit}`;
}

const rowOf = (finding: Finding): string =>
  `| ${finding.what} | ${round(finding.value)} | ${bandOf(finding)} | ${isMet(finding) ? 'met' : '**missed**'} |`;

const sectionOf = ({ judged, outcome }: Judged): string =>
  [
    `## ${judged.title}`,
    `\`${judged.id}\` · ${judged.answers.join(' · ')}`,
    judged.criterion,
    ['| what | engine | band | |', '|---|---|---|---|', ...outcome.findings.map(rowOf)].join('\n'),
    ...(outcome.plot ? [`![${judged.title}](${judged.id}.svg)`] : []),
  ].join('\n\n');

/** The validation report in Markdown: every case with our value in its band, misses named first. */
export function reportOf(all: readonly Judged[], engine: string, model: string, skipped: readonly Case[]): string {
  const missed = all.flatMap(({ judged, outcome }) =>
    outcome.findings
      .filter((finding) => !isMet(finding))
      .map((finding) => `- ${judged.id}: ${finding.what} is ${round(finding.value)}, band ${bandOf(finding)}`),
  );
  const met = all.filter(({ outcome }) => outcome.findings.every(isMet)).length;
  return `${[
    '# Validation report',
    `Engine ${engine}, ${model}. ${met} of ${all.length} cases met. Written by \`forestall-crowd validate\`; the cases are re-authored from the published criteria of RiMEA 4.1.1, NIST TN 1822, ISO 20414 and IMO MSC.1/Circ.1533. Bands are stated by those sources or, where they leave it open, in the case.`,
    '## Misses',
    missed.length > 0 ? missed.join('\n') : 'None.',
    '## Not claimed',
    [
      ...outOfScope.map(({ tests, why }) => `- ${tests.join(', ')}: ${why}.`),
      ...skipped.map(({ id, title }) => `- ${id} (${title}): long, run with \`--full\`.`),
    ].join('\n'),
    ...all.map(sectionOf),
  ].join('\n\n')}\n`;
}
