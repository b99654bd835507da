import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from '../../src/platform/program-folder.ts';

export type Requirement = { number: string; level: string; words: string; shown: string[]; said: string };
/** Test file by its path → how it ended in the last run that was told. */
export type LastRun = { on: string; files: Record<string, 'passed' | 'failed'> };

const spoken = ['person', 'open', 'not applicable'];
const isSpoken = (part: string) => spoken.some((kind) => part.startsWith(`${kind}:`));

/** The requirements, as the list says them: a line each of number, level, words of our own, and what shows it. */
export function readRequirements(): Requirement[] {
  const lines = readFileSync(join(programFolder, 'docs/security/asvs.txt'), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [number = '', level = '', words = '', how = ''] = line.split(' | ');
      const said = isSpoken(how) ? how : (how.match(/(?:^|, )((?:person|open): .*)$/)?.[1] ?? '');
      const tests = how.slice(0, how.length - said.length).split(', ');
      return { number, level, words, shown: tests.filter((test) => test !== ''), said };
    });
}

/** The file of a named test: of a promise, or by its path. */
export function fileOf(test: string): string | null {
  const paths = [`tests/promises/${test}.test.ts`, `${test}.test.ts`, `${test}.test.tsx`];
  return paths.find((path) => existsSync(join(programFolder, path))) ?? null;
}

export function readLastRun(): LastRun {
  return JSON.parse(readFileSync(join(programFolder, 'docs/security/last-run.json'), 'utf8')) as LastRun;
}

/** The end of a requirement's tests in the last run: failed where one failed, passed where all that are named passed. */
function resultOf({ shown, said }: Requirement, { files }: LastRun): string {
  if (shown.length === 0) return said.split(':')[0]!;
  const ends = shown.map((test) => files[fileOf(test) ?? ''] ?? 'not run');
  const told = ends.includes('failed') ? 'failed' : ends.includes('not run') ? 'not run' : 'passed';
  return said ? `${told}, and a ${said.split(':')[0]}` : told;
}

/** The page of all requirements, from the list and the last run. */
export function asvsPage(requirements: readonly Requirement[], run: LastRun): string {
  const results = requirements.map((each) => resultOf(each, run));
  const count = (start: string) => results.filter((result) => result.startsWith(start)).length;
  const rows = requirements.map(
    ({ number, level, words, shown, said }, at) =>
      `| ${number} | ${level} | ${words} | ${[...shown.map((test) => `\`${test}\``), said].filter(Boolean).join(', ')} | ${results[at]} |`,
  );
  return `# Application security requirements

Made by \`tests/security/asvs.test.ts\` from \`docs/security/asvs.txt\` and the last run that was told (${run.on}); not edited by hand.
Numbers and levels are those of OWASP ASVS 5.0.0, levels 1 and 2, compared with the published list; the words are ours, and say
less than the requirement itself. *person*: only somebody who looks can tell. *open*: not met today.

${requirements.length} requirements: ${count('passed')} passed, ${count('failed')} failed, ${count('not run')} with tests that the last run left out, ${count('person')} for a person alone, ${count('open')} open, ${count('not applicable')} not applicable.

| number | level | in our words | shown by | last run |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}
