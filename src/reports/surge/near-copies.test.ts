import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemChance } from '../../platform/chance.ts';
import { virtualClock } from '../../platform/clock.ts';
import { concern } from '../contract.ts';
import { rememberNearCopies } from './near-copies.ts';

const hour = 3_600_000;
const told = (what: string) => concern.parse({ dangerNow: false, what, language: 'en' });
const setUp = () => {
  const clock = virtualClock(new Date('2026-11-23T10:00:00Z'));
  return { clock, copies: rememberNearCopies(clock, systemChance) };
};

const word = fc.stringMatching(/^[a-z]{3,7}$/);
const text = fc.array(word, { minLength: 40, maxLength: 60 });
/** Another word in place of every tenth. */
const retold = (words: readonly string[]) => words.map((each, at) => (at % 10 === 4 ? `${each}ish` : each)).join(' ');

describe('near-copies', () => {
  it('finds the first of a cluster among thousands, and folds nothing else into it', () => {
    const seed = systemChance.bytes(4).readInt32LE();
    const texts = fc.sample(text, { numRuns: 3_000, seed });
    const { copies } = setUp();

    const first = texts.map((words) => copies.clusterOf(told(words.join(' ')), false));
    const again = texts.map((words) => copies.clusterOf(told(retold(words)), false));

    expect(first.every(({ isNew }) => isNew)).toBe(true);
    const missed = again.filter(({ id }, at) => id !== first[at]!.id).length;
    expect(missed, `seed ${seed}`).toBeLessThanOrEqual(3);
  });

  it('folds the very same short words on a bad day only', () => {
    const { copies } = setUp();

    const quiet = [told('help'), told('help')].map((each) => copies.clusterOf(each, false).id);
    const bad = [told('help'), told('Help!'), told('!!'), told('!!')].map((each) => copies.clusterOf(each, true).id);

    expect(new Set(quiet).size).toBe(2);
    expect(bad[1]).toBe(bad[0]);
    expect(bad[3]).toBe(bad[2]);
    expect(bad[2]).not.toBe(bad[0]);
  });

  it('forgets after a day', () => {
    const { clock, copies } = setUp();
    const words = told('somebody drew the rooms on a page and said when nobody would be there');

    const first = copies.clusterOf(words, false);
    clock.advance(23 * hour);
    const sameDay = copies.clusterOf(words, false);
    clock.advance(2 * hour);
    const dayAfter = copies.clusterOf(words, false);

    expect(sameDay).toEqual({ id: first.id, isNew: false });
    expect(dayAfter.isNew).toBe(true);
  });
});
