import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programFolder } from '../../src/platform/program-folder.ts';
import { asvsPage, fileOf, type LastRun, readLastRun, readRequirements } from './asvs.ts';

const page = join(programFolder, 'docs/asvs.md');
const lastRun = join(programFolder, 'docs/security/last-run.json');
/** How many requirements each chapter has at levels 1 and 2, counted in the published list. */
const chapters = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

/** Tells a run by its report, as vitest writes it with --reporter=json, on top of what is known. */
function tellRun(report: string): void {
  type Report = { startTime: number; testResults: { name: string; status: 'passed' | 'failed' }[] };
  const { startTime, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const told: LastRun['files'] = {};
  for (const { name, status } of testResults) told[relative(programFolder, name)] = status;
  const files = Object.fromEntries(Object.entries({ ...readLastRun().files, ...told }).toSorted());
  const run: LastRun = { on: new Date(startTime).toISOString().slice(0, 10), files };
  writeFileSync(lastRun, `${JSON.stringify(run, null, 2)}\n`);
}

if (process.env.FORESTALL_TELL_RUN) tellRun(process.env.FORESTALL_TELL_RUN);

describe('the table of ASVS 5.0', () => {
  it('has every requirement of levels 1 and 2 once', () => {
    const requirements = readRequirements();
    const numbers = requirements.map(({ number }) => number);

    const inChapter = chapters.map((_, at) => numbers.filter((number) => number.startsWith(`${at + 1}.`)).length);

    expect(inChapter).toEqual(chapters);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(requirements.filter(({ level }) => level === '1')).toHaveLength(70);
    expect(requirements.filter(({ level }) => level === '2')).toHaveLength(183);
  });

  it('names tests that exist, or says why there is none', () => {
    const requirements = readRequirements();

    const missing = requirements.flatMap(({ number, shown }) =>
      shown.filter((test) => fileOf(test) === null).map((test) => `${number}: ${test}`),
    );

    expect(missing).toEqual([]);
    expect(requirements.filter(({ shown, said }) => shown.length === 0 && said.length < 15)).toEqual([]);
  });

  it('is the page that stands in the documents', () => {
    const made = asvsPage(readRequirements(), readLastRun());
    if (process.env.FORESTALL_WRITE_ASVS || process.env.FORESTALL_TELL_RUN) writeFileSync(page, made);

    expect(readFileSync(page, 'utf8')).toBe(made);
  });

  it('would notice a test that is gone', () => {
    expect(fileOf('a-01-every-door-has-a-lock')).not.toBeNull();
    expect(fileOf('a-01-every-door-has-no-lock')).toBeNull();
  });
});
