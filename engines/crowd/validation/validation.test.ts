import { describe, expect, it } from 'vitest';
import { simulate } from '../src/simulate.ts';
import { isMet } from './case.ts';
import { cases } from './cases.ts';

const isFull = process.env.FORESTALL_FULL === '1';

describe('validation', () => {
  it.for(cases.filter(({ cost }) => isFull || cost === 'quick'))(
    '$id: $title',
    { timeout: isFull ? 3_600_000 : 120_000 },
    async (each) => {
      const { findings } = await each.judge(simulate);

      const missed = findings.filter((finding) => !isMet(finding));

      expect(missed).toEqual([]);
    },
  );

  it('answers every test of the four suites or says why not', async () => {
    const { outOfScope } = await import('./cases.ts');
    const answered = new Set([...cases.flatMap(({ answers }) => answers), ...outOfScope.flatMap(({ tests }) => tests)]);
    const count = (prefix: string, last: number) => Array.from({ length: last }, (_, k) => `${prefix} ${k + 1}`);
    const rimea = count('RiMEA 4.1.1 test', 16).flatMap((test) =>
      test.endsWith(' 12') ? ['a', 'b', 'c', 'd'].map((part) => test + part) : [test],
    );
    const nist = [
      '1.1',
      '2.1',
      '2.2',
      '2.3',
      '2.4',
      '2.5',
      '2.6',
      '2.7',
      '2.8',
      '2.9',
      '2.10',
      '3.1',
      '3.2',
      '3.3',
      '4.1',
      '5.1',
      '5.2',
    ];

    const wanted = [
      ...rimea,
      ...nist.map((test) => `NIST Verif.${test}`),
      ...count('ISO 20414 test', 17),
      ...count('IMO test', 12),
    ];

    expect(wanted.filter((test) => !answered.has(test))).toEqual([]);
  });
});
