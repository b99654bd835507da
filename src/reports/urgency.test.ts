import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ConcernInput,
  concern,
  imminenceFlags,
  motivationSigns,
  preparationSigns,
  proximalSigns,
  signs,
} from './contract.ts';
import { urgencyOf } from './urgency.ts';

const told = (input: Partial<ConcernInput>) =>
  concern.parse({ dangerNow: false, what: 'Something.', language: 'en', ...input });

describe('urgency', () => {
  it.each([
    ['danger now', { dangerNow: true }, 'immediate', 'danger-now'],
    ['a flag of imminence', { imminence: ['child-missing'] }, 'immediate', 'imminence-flag'],
    ['motivation and preparation together', { signs: ['M1', 'P1'] }, 'urgent', 'motivation-and-preparation'],
    ['a proximal behaviour', { signs: ['W7'] }, 'urgent', 'proximal-behaviour'],
    ['a named target or time', { signs: ['X4'], targetOrTimeNamed: true }, 'urgent', 'leakage-names-target-or-time'],
    ['nothing ticked at all', {}, 'unsorted', 'nothing-ticked'],
    ['motivation alone', { signs: ['M4'] }, 'routine', 'anything-else'],
    ['preparation alone', { signs: ['P5'] }, 'routine', 'anything-else'],
  ] as const)('orders %s', (_, input, urgency, rule) => {
    expect(urgencyOf(told(input as Partial<ConcernInput>))).toEqual({ urgency, rule });
  });

  it('never orders a concern lower for telling more', () => {
    const ranks = { immediate: 0, urgent: 1, unsorted: 2, routine: 3 };
    const some = fc.subarray([...signs]);

    fc.assert(
      fc.property(some, some, fc.subarray([...imminenceFlags]), fc.boolean(), (first, more, imminence, dangerNow) => {
        const less = urgencyOf(told({ signs: [...new Set([...first, 'M1' as const])] }));
        const all = urgencyOf(told({ signs: [...new Set([...first, ...more, 'M1' as const])], imminence, dangerNow }));
        expect(ranks[all.urgency]).toBeLessThanOrEqual(ranks[less.urgency]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('needs both halves of a warning or a sign that stands alone', () => {
    for (const sign of signs) {
      const { urgency } = urgencyOf(told({ signs: [sign] }));
      expect(urgency).toBe((proximalSigns as readonly string[]).includes(sign) ? 'urgent' : 'routine');
    }
    for (const motivation of motivationSigns) {
      for (const preparation of preparationSigns)
        expect(urgencyOf(told({ signs: [motivation, preparation] })).urgency).toBe('urgent');
    }
  });
});
