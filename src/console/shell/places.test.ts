import { describe, expect, it } from 'vitest';
import { places, placesFor } from './places.ts';

const namesFor = (...roles: Parameters<typeof placesFor>[0]) => placesFor(roles).map(({ name }) => name);

describe('places', () => {
  it('leads each role to what it may see, and nobody further', () => {
    const overseer = namesFor('overseer');
    const duty = namesFor('duty-officer', 'team-member');
    const administrator = namesFor('administrator');

    expect(overseer).toEqual(['my-day', 'library', 'identities', 'keeping', 'oversight', 'programme']);
    expect(duty).toEqual(['my-day', 'reports', 'cases', 'find', 'library', 'rota']);
    expect(administrator).toEqual(['my-day', 'library', 'rota', 'ways-in', 'people', 'settings']);
  });

  it('gives each place a key of its own', () => {
    expect(new Set(places.map(({ key }) => key)).size).toBe(places.length);
  });
});
