import { describe, expect, it } from 'vitest';
import type { Statement } from '../../../console/api/cases.ts';
import { independentSources, knownOf, missingIn } from './what-is-known.ts';

const statement = (id: string, more: Partial<Statement> = {}): Statement => ({
  id,
  position: 1,
  kind: 'told',
  words: 'Words.',
  source: 'Somebody',
  happened: 'Monday',
  where: '',
  how: null,
  signs: [],
  protective: [],
  sameSourceAs: null,
  contradicts: [],
  recordedBy: { id: 'p', name: 'P' },
  recordedAt: '2026-11-23T10:00:00.000Z',
  files: [],
  names: [],
  saidBy: null,
  ...more,
});

describe('what is known', () => {
  it('counts a voice once, however many statements repeat it, and the team’s conclusions not at all', () => {
    const all = [
      statement('a', { signs: ['P1'] }),
      statement('b', { signs: ['P1'], sameSourceAs: 'a' }),
      statement('c', { signs: ['P1'], sameSourceAs: 'b' }),
      statement('d', { signs: ['P1'], kind: 'seen' }),
      statement('e', { signs: ['P1'], kind: 'assessed' }),
    ];

    const [known] = knownOf('preparation', all);

    expect(known).toMatchObject({ sign: 'P1', sources: 2, isFirstHand: true, isContradicted: false });
    expect(independentSources(all.slice(0, 3), all)).toBe(1);
  });

  it('does not lose itself in statements that name each other', () => {
    const all = [statement('a', { sameSourceAs: 'b' }), statement('b', { sameSourceAs: 'a' })];

    expect(independentSources(all, all)).toBeGreaterThan(0);
  });

  it('says what somebody contradicts', () => {
    const all = [statement('a', { signs: ['M4'] }), statement('b', { contradicts: ['a'] })];

    expect(knownOf('motivation', all)[0]?.isContradicted).toBe(true);
  });

  it('lists what is missing, and takes it off when somebody writes it', () => {
    const first = [statement('a', { signs: ['M4'], happened: '' })];
    const later = [
      ...first,
      statement('b', { kind: 'seen', signs: ['P10'], protective: ['family'], happened: 'Tuesday' }),
    ];

    expect(missingIn(first)).toEqual(['preparation', 'protective', 'means', 'second-source', 'first-hand', 'date']);
    expect(missingIn(later)).toEqual(['date']);
  });
});
