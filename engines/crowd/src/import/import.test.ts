import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { rectangle } from '../scenario/an-example.ts';
import { checkScenario } from '../scenario/check-scenario.ts';
import { signedArea } from '../scenario/rings.ts';
import { importDxf } from './dxf.ts';
import { importGeojson } from './geojson.ts';
import { importWkt } from './wkt.ts';

const faultsOf = (scenario: unknown) => checkScenario(scenario).faults;

type Pair = readonly [code: number, value: string | number];

/** The text of a drawing with the given entities, in millimetres. */
const drawing = (...entities: readonly Pair[][]): string =>
  [
    [0, 'SECTION'],
    [2, 'HEADER'],
    [9, '$INSUNITS'],
    [70, 4],
    [0, 'ENDSEC'],
    [0, 'SECTION'],
    [2, 'ENTITIES'],
    ...entities.flat(),
    [0, 'ENDSEC'],
    [0, 'EOF'],
  ]
    .map((pair) => pair.join('\n'))
    .join('\n');

const polyline = (layer: string, points: readonly (readonly [number, number])[], closed = 1): Pair[] => [
  [0, 'LWPOLYLINE'],
  [8, layer],
  [90, points.length],
  [70, closed],
  ...points.flatMap(([x, y]): Pair[] => [
    [10, x],
    [20, y],
  ]),
];

const line = (layer: string, a: readonly [number, number], b: readonly [number, number]): Pair[] => [
  [0, 'LINE'],
  [8, layer],
  [10, a[0]],
  [20, a[1]],
  [11, b[0]],
  [21, b[1]],
];

describe('import-wkt', () => {
  it('reads a polygon with a hole as JuPedSim writes it', () => {
    const { scenario } = importWkt('POLYGON ((0 0, 20 0, 20 10, 0 10, 0 0), (5 4, 6 4, 6 5, 5 5, 5 4))');

    expect(scenario?.levels[0]?.walkable).toEqual([{ outer: rectangle(0, 0, 20, 10), holes: [rectangle(5, 4, 6, 5)] }]);
    expect(faultsOf(scenario)).toBeUndefined();
  });

  it('reads collections, heights and any case', () => {
    const { scenario } = importWkt(
      'SRID=25831;GeometryCollection Z (polygon z ((0 0 1, 9 0 1, 9 9 1, 0 9 1, 0 0 1)), LINESTRING (1 1, 2 2), POLYGON EMPTY)',
    );

    expect(scenario?.levels[0]?.walkable).toHaveLength(1);
    expect(scenario?.levels[0]?.walls).toEqual([
      [
        [1, 1],
        [2, 2],
      ],
    ]);
  });

  it('says where the floor crosses itself', () => {
    const { faults } = importWkt('POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))');

    expect(faults?.[0]?.what).toBe('The walkable polygon crosses itself at (5, 5)');
  });

  it('says where the text goes wrong, and never throws', () => {
    expect(importWkt('POLYGON ((0 0, 1 x))').faults?.[0]?.what).toContain('"x" is not a number');
    fc.assert(
      fc.property(
        fc.stringMatching(/^(POLYGON|multi|\(|\)|,| |\d|EMPTY|-|\.)*$/),
        (text) => Object.keys(importWkt(text)).length > 0,
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('import-geojson', () => {
  const feature = (properties: object, ring: readonly (readonly number[])[]) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
  });

  it('reads floor, exits, refuges and groups by their kind', () => {
    const { scenario } = importGeojson({
      type: 'FeatureCollection',
      features: [
        feature({}, rectangle(0, 0, 20, 10)),
        feature({ kind: 'exit', name: 'East' }, rectangle(19, 4, 20, 6)),
        feature({ kind: 'exit', name: 'East' }, rectangle(0, 4, 1, 6)),
        feature({ kind: 'refuge', id: 'R', capacity: 12, secured: 8 }, rectangle(8, 0, 12, 2)),
        feature({ kind: 'group', id: 'hall', count: 40 }, rectangle(3, 3, 17, 9)),
      ],
    });

    expect(scenario?.exits.map(({ id }) => id)).toEqual(['East', 'East 2']);
    expect(scenario?.refuges[0]).toMatchObject({ id: 'R', capacity: 12, secured: 8 });
    expect(scenario?.groups[0]).toMatchObject({ id: 'hall', count: 40 });
    expect(faultsOf(scenario)).toBeUndefined();
  });

  it('lays degrees flat and says so', () => {
    const { scenario, repairs } = importGeojson(
      feature({}, [
        [2.15, 41.38],
        [2.1512, 41.38],
        [2.1512, 41.3806],
        [2.15, 41.3806],
      ]),
    );

    const area = Math.abs(signedArea(scenario!.levels[0]!.walkable[0]!.outer));
    expect(area).toBeCloseTo(100.2 * 66.8, -2);
    expect(repairs?.join()).toContain('degrees');
  });

  it('never throws on any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => Object.keys(importGeojson(json)).length > 0),
      { numRuns: 1_000 },
    );
  });
});

describe('import-dxf', () => {
  it('reads named layers in millimetres and takes a ring inside the floor for a hole', () => {
    const { scenario, repairs } = importDxf(
      drawing(
        polyline('Walkable', rectangle(0, 0, 20_000, 10_000)),
        polyline('WALKABLE', rectangle(5000, 4000, 6000, 5000)),
        polyline('Exit East', rectangle(19_000, 4000, 20_000, 6000)),
        polyline('furniture', rectangle(0, 0, 1, 1)),
      ),
    );

    expect(scenario?.levels[0]?.walkable[0]).toEqual({
      outer: rectangle(0, 0, 20, 10),
      holes: [rectangle(5, 4, 6, 5)],
    });
    expect(scenario?.exits).toEqual([{ id: 'East', level: '0', area: rectangle(19, 4, 20, 6) }]);
    expect(repairs?.join('\n')).toMatch(/scaled by 0.001.*\n.*furniture/s);
    expect(faultsOf(scenario)).toBeUndefined();
  });

  it('joins lines that nearly meet and says how many gaps it closed', () => {
    const { scenario, repairs } = importDxf(
      drawing(
        line('walkable', [0, 0], [20_000, 30]),
        line('walkable', [20_000, 10_000], [20_000, 0]),
        line('walkable', [0, 10_050], [20_000, 10_000]),
        line('walkable', [0, 10_000], [0, 0]),
      ),
    );

    expect(Math.abs(signedArea(scenario!.levels[0]!.walkable[0]!.outer))).toBeCloseTo(200, 0);
    expect(repairs?.join()).toMatch(/closed \d gaps? of up to 0.1 m/);
    expect(faultsOf(scenario)).toBeUndefined();
  });

  it('bends a bulge into short straight pieces', () => {
    const half = polyline('walkable', [
      [0, 0],
      [10_000, 0],
    ]);
    half.splice(6, 0, [42, 1]);

    const { scenario } = importDxf(drawing(half));

    expect(Math.abs(signedArea(scenario!.levels[0]!.walkable[0]!.outer))).toBeCloseTo((Math.PI * 25) / 2, 0);
  });

  it('says nothing to the terminal about values it does not know', () => {
    const said = vi.spyOn(console, 'log');
    const odd: Pair = [5001, 'from a newer release'];

    const known = importDxf(
      drawing([...polyline('walkable', [...rectangle(0, 0, 9000, 9000)] as [number, number][]), odd]),
    );
    importDxf('hello\nworld\n');

    expect(known.scenario?.levels[0]?.walkable[0]?.outer).toHaveLength(4);
    expect(said).not.toHaveBeenCalled();
    said.mockRestore();
  });

  it('says what it assumed of a refuge', () => {
    const floor = polyline('walkable', [...rectangle(0, 0, 9000, 9000)] as [number, number][]);
    const refuge = polyline('refuge store', [...rectangle(0, 0, 2000, 3000)] as [number, number][]);

    const { scenario, repairs } = importDxf(drawing(floor, refuge));

    expect(scenario?.refuges[0]).toMatchObject({ id: 'store', capacity: 12, secured: 5 });
    expect(repairs?.filter((one) => one.startsWith('refuge "store"'))).toHaveLength(2);
  });

  it('refuses other text without throwing', () => {
    expect(importDxf('hello').faults).toHaveLength(1);
    expect(importDxf(drawing()).faults?.[0]?.what).toContain('No walkable area');
    fc.assert(
      fc.property(fc.string(), (text) => importDxf(text).faults !== undefined),
      { numRuns: 200 },
    );
  });
});
