import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changed, placesIn, withValueAt } from './a-changed-example.ts';
import { anExample, rectangle } from './an-example.ts';
import { checkScenario } from './check-scenario.ts';

const pathsOf = (json: unknown): string[] => (checkScenario(json).faults ?? []).map(({ path }) => path);

describe('check-scenario, whatever it is given', () => {
  const junk = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(Number.NaN, Infinity, -0, undefined, 1e308, '__proto__', {}, [], null),
  );

  it('never throws on any JSON', () => {
    fc.assert(
      fc.property(junk, (json) => {
        const checked = checkScenario(json);
        return checked.faults !== undefined && checked.faults.length > 0;
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws when any one value of a good file is replaced', () => {
    const places = placesIn(anExample);
    fc.assert(
      fc.property(fc.constantFrom(...places), junk, (place, value) => {
        const checked = checkScenario(withValueAt(anExample, place, value));
        return (checked.scenario !== undefined) !== (checked.faults !== undefined && checked.faults.length > 0);
      }),
      { numRuns: 3_000 },
    );
  });

  it('does not hang on 99,000 people in one place or four thousand holes in one another', {
    timeout: 20_000,
  }, () => {
    const crowd = { id: 'c', level: 'ground', positions: Array(99_000).fill([5, 5]), speed: { constant: 1 } };
    const heap = Array(4_000).fill(rectangle(20, 15, 22, 17));

    expect(pathsOf(changed((draft) => draft.groups.push(crowd)))).toContain('groups[2].positions[1]');
    expect(pathsOf(changed((draft) => (draft.levels[0].walkable[0].holes = heap)))).toHaveLength(100);
  });

  const round = (radii: readonly number[]) =>
    radii.map((radius, i) => {
      const angle = (2 * Math.PI * i) / radii.length;
      return [15 + radius * Math.cos(angle), 10 + radius * Math.sin(angle)];
    });
  const asGroupArea = (ring: readonly unknown[]) => pathsOf(changed((draft) => (draft.groups[0].area = ring)));

  it('finds no crossing in any star-shaped ring', () => {
    const radii = fc.array(fc.double({ min: 2, max: 9, noNaN: true }), { minLength: 5, maxLength: 24 });
    fc.assert(
      fc.property(radii, (some) => !asGroupArea(round(some)).includes('groups[0].area')),
      { numRuns: 1_000 },
    );
  });

  it('finds the crossing after any two neighbouring corners of a round ring are swapped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 60 }), fc.nat(), (corners, choice) => {
        const ring = round(Array(corners).fill(7));
        const at = choice % (corners - 1);
        const swapped = [...ring.slice(0, at), ring[at + 1], ring[at], ...ring.slice(at + 2)];
        return asGroupArea(swapped).includes('groups[0].area');
      }),
      { numRuns: 1_000 },
    );
  });
});
