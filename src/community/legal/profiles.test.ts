import { describe, expect, it } from 'vitest';
import { legalProfileIds, profileOfCountry } from '../contract/legal.ts';
import { confirmable, profiles } from './profiles.ts';

const all = Object.values(profiles);

describe('legal profiles', () => {
  it.each(all.map((profile) => [profile.id, profile] as const))(
    '%s names each ground once, with where it stands',
    (_, profile) => {
      const names = confirmable(profile);

      expect(new Set(names).size).toBe(names.length);
      for (const { document, section, words } of profile.bases) {
        expect([document, section].every((part) => part.length > 2)).toBe(true);
        expect(Object.values(words).every((text) => text.trim().length > 10)).toBe(true);
        expect(new Set(Object.values(words)).size).toBe(4);
      }
    },
  );

  it.each(all.map((profile) => [profile.id, profile] as const))(
    '%s keeps nothing beyond five years without a person',
    (_, { retention }) => {
      for (const { days, ceiling } of Object.values(retention)) {
        expect(days).toBeGreaterThan(0);
        expect(days).toBeLessThanOrEqual(ceiling);
        expect(ceiling).toBeLessThanOrEqual(1_826);
      }
    },
  );

  it.each(all.map((profile) => [profile.id, profile] as const))(
    '%s has the other side answered within a quarter of a year, and says where that stands or that it is its own',
    (_, { answering }) => {
      const days = answering.unit === 'months' ? 31 : 1;

      expect(answering.within).toBeGreaterThan(0);
      expect((answering.within + answering.further) * days).toBeLessThanOrEqual(93);
      expect(Object.values(answering.source ?? { own: 'its own' }).every((part) => part.length > 2)).toBe(true);
      expect(new Set(Object.values(answering.words)).size).toBe(4);
    },
  );

  it('has a ground for an emergency under every one', () => {
    const without = all.filter(({ bases }) => !bases.some(({ isEmergency }) => isEmergency));

    expect(without).toEqual([]);
    expect(Object.keys(profiles)).toEqual([...legalProfileIds]);
  });

  it.each([
    ['US', 'us-school'],
    ['es', 'spain'],
    ['FR', 'france'],
    ['GB', 'united-kingdom'],
    ['PT', 'european-union'],
    ['BR', 'elsewhere'],
  ])('%s falls under %s', (country, id) => {
    expect(profileOfCountry(country)).toBe(id);
  });
});
