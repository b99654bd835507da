import { boxAround } from '../scenario/rings.ts';
import type { Point } from '../scenario/scenario.ts';
import type { Drawn, ImportedPlan } from './drawing.ts';
import { roleOf, unreadable } from './drawing.ts';
import { planFrom } from './plan-from.ts';

/** A plan narrower than this, in the file's units, is taken for degrees: 0.05° is some five kilometres. */
const mostDegrees = 0.05;
const metresPerDegree = 111_320;

/**
 * Reads GeoJSON: polygons and lines whose property `kind` (or `role`, `layer`) says walkable, hole, wall, exit, refuge or
 * group, with `id` or `name`, `count`, `capacity` and `secured` beside it. A polygon without `kind` is walkable. Metres;
 * degrees are laid flat around the middle of the plan and said to be.
 */
export function importGeojson(json: unknown): ImportedPlan {
  const repairs: string[] = [];
  const drawn = featuresIn(json).flatMap((feature) => drawnFrom(feature, repairs));
  if (drawn.length === 0)
    return unreadable('There is no polygon in this GeoJSON', 'Give a FeatureCollection with at least one Polygon');
  return planFrom({ drawn: inMetres(drawn, repairs), repairs });
}

interface Feature {
  readonly geometry: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function featuresIn(json: unknown): Feature[] {
  if (!isObject(json)) return [];
  if (json.type === 'FeatureCollection')
    return Array.isArray(json.features) ? json.features.filter(isObject).map(asFeature) : [];
  return [json.type === 'Feature' ? asFeature(json) : { geometry: json, properties: {} }];
}

const asFeature = ({ geometry, properties }: Readonly<Record<string, unknown>>): Feature => ({
  geometry,
  properties: isObject(properties) ? properties : {},
});

function drawnFrom({ geometry, properties }: Feature, repairs: string[]): Drawn[] {
  if (!isObject(geometry)) return [];
  const label = [properties.kind, properties.role, properties.layer].find((one) => typeof one === 'string');
  const known = label === undefined ? { role: 'walkable' as const } : roleOf(label);
  if (!known) {
    repairs.push(`A feature of the kind "${String(label).slice(0, 60)}" was left out`);
    return [];
  }
  const given = properties.id ?? properties.name ?? known.name;
  const name = typeof given === 'string' || typeof given === 'number' ? { name: String(given).slice(0, 100) } : {};
  return shapesIn(geometry, repairs).map((shape) => {
    const isHole = shape.isHole && known.role === 'walkable';
    return {
      role: isHole ? 'hole' : known.role,
      points: shape.points,
      isClosed: shape.isClosed,
      about: properties,
      ...name,
    };
  });
}

interface DrawnShape {
  readonly points: readonly Point[];
  readonly isClosed: boolean;
  readonly isHole: boolean;
}

function shapesIn(
  { type, coordinates, geometries }: Readonly<Record<string, unknown>>,
  repairs: string[],
): DrawnShape[] {
  const rings = (polygon: unknown) =>
    listOf(polygon).map((ring, i) => ({ points: pointsIn(ring), isClosed: true, isHole: i > 0 }));
  const line = (points: unknown) => ({ points: pointsIn(points), isClosed: false, isHole: false });
  if (type === 'Polygon') return rings(coordinates);
  if (type === 'MultiPolygon') return listOf(coordinates).flatMap(rings);
  if (type === 'LineString') return [line(coordinates)];
  if (type === 'MultiLineString') return listOf(coordinates).map(line);
  if (type === 'GeometryCollection')
    return listOf(geometries)
      .filter(isObject)
      .flatMap((one) => (one.type === type ? [] : shapesIn(one, repairs)));
  repairs.push(`A ${String(type).slice(0, 40)} was left out: it has no ground`);
  return [];
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const pointsIn = (value: unknown): Point[] =>
  listOf(value).flatMap((one) => {
    const [x, y] = listOf(one);
    return Number.isFinite(x) && Number.isFinite(y) ? [[x as number, y as number] as const] : [];
  });

function inMetres(drawn: readonly Drawn[], repairs: string[]): readonly Drawn[] {
  const box = boxAround(drawn.flatMap(({ points }) => points));
  const [across, up] = [box.right - box.left, box.top - box.bottom];
  const isDegrees = across < mostDegrees && up < mostDegrees && Math.abs(box.left) <= 180 && Math.abs(box.top) <= 90;
  if (!isDegrees) return drawn;
  repairs.push('The coordinates are degrees; they were laid flat in metres from the south-west corner of the plan');
  const shrink = Math.cos((((box.bottom + box.top) / 2) * Math.PI) / 180);
  const flat = ([x, y]: Point): Point => [
    (x - box.left) * metresPerDegree * shrink,
    (y - box.bottom) * metresPerDegree,
  ];
  return drawn.map((one) => ({ ...one, points: one.points.map(flat) }));
}
