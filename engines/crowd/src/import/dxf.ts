import type { IArcEntity, ICircleEntity, IEntity, ILineEntity, ILwpolylineEntity, IPolylineEntity } from 'dxf-parser';
import * as dxf from 'dxf-parser';
import type { Point } from '../scenario/scenario.ts';
import type { Drawn, ImportedPlan } from './drawing.ts';
import { roleOf, unreadable } from './drawing.ts';
import { planFrom } from './plan-from.ts';

/** Metres in one unit by the number the file gives as $INSUNITS. */
const metresIn: Readonly<Record<number, number>> = {
  1: 0.0254,
  2: 0.3048,
  4: 0.001,
  5: 0.01,
  6: 1,
  10: 0.9144,
  14: 0.1,
};

/** Widest angle one straight piece of an arc may stand for. */
const arcStep = Math.PI / 12;

/** Largest drawing that is read, in characters. */
const longest = 50_000_000;

/**
 * Reads a DXF drawing by the names of its layers: walkable, hole or obstacle, wall, exit, refuge, group; "exit East" is the
 * exit East. Lines, polylines, arcs and circles are read, lines that meet are joined, small gaps closed; the rest is named.
 */
export function importDxf(text: string): ImportedPlan {
  if (text.length > longest) return unreadable('The drawing is too large', 'Save the layers of the plan alone');
  const drawing = parsed(text);
  if (!drawing) return unreadable('The text is not a DXF drawing', 'Save it as ASCII DXF, release 2000 or later');
  const repairs: string[] = [];
  const scale = scaleOf(drawing.header?.$INSUNITS, repairs);
  const drawn = drawing.entities.flatMap((entity) => drawnFrom(entity, scale, repairs));
  return planFrom({ drawn, repairs: counted(repairs) });
}

interface Parsed {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly entities: readonly IEntity[];
}

/** Numbers of the kinds of value that a drawing may hold; each says how to read the line after it. */
const kinds: readonly (readonly [from: number, to: number])[] = [
  [0, 149],
  [160, 179],
  [210, 239],
  [270, 481],
  [999, 1071],
];

/** The drawing without values of kinds that no release knows, which the parser would report on standard output. */
function knownPairs(text: string): string | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  const pairs: string[] = [];
  for (let i = 0; i + 1 < lines.length; i += 2) {
    const code = Number(lines[i]);
    if (!Number.isInteger(code)) return undefined;
    if (kinds.some(([from, to]) => code >= from && code <= to)) pairs.push(lines[i]!, lines[i + 1]!);
  }
  return pairs.length > 0 ? pairs.join('\n') : undefined;
}

function parsed(whole: string): Parsed | undefined {
  const text = knownPairs(whole);
  if (text === undefined) return undefined;
  try {
    // The package is CommonJS: Node puts its class one level deeper than bundlers do.
    const found = dxf as unknown as { DxfParser?: typeof dxf.DxfParser; default: typeof dxf.DxfParser };
    const drawing = new (found.DxfParser ?? found.default)().parseSync(text);
    return drawing && Array.isArray(drawing.entities) ? (drawing as Parsed) : undefined;
  } catch {
    return undefined;
  }
}

function scaleOf(units: unknown, repairs: string[]): number {
  const scale = typeof units === 'number' ? metresIn[units] : undefined;
  if (scale === undefined) repairs.push('The drawing does not say its unit; metres were assumed');
  else if (scale !== 1) repairs.push(`The drawing was scaled by ${scale} to metres`);
  return scale ?? 1;
}

function drawnFrom(entity: IEntity, scale: number, repairs: string[]): Drawn[] {
  const known = roleOf(entity.layer ?? '');
  if (!known) {
    repairs.push(`Layer "${(entity.layer ?? '').slice(0, 60)}" was left out`);
    return [];
  }
  const outline = outlineOf(entity);
  if (!outline) {
    repairs.push(`${entity.type} on layer "${entity.layer.slice(0, 60)}" was left out; explode it into polylines`);
    return [];
  }
  const points = outline.points.filter((p) => p.every(Number.isFinite)).map(([x, y]): Point => [x * scale, y * scale]);
  return points.length > 1 ? [{ ...known, points, isClosed: outline.isClosed }] : [];
}

interface Outline {
  readonly points: readonly Point[];
  readonly isClosed: boolean;
}

function outlineOf(entity: IEntity): Outline | undefined {
  switch (entity.type) {
    case 'LINE':
      return { points: (entity as ILineEntity).vertices.map(({ x, y }): Point => [x, y]), isClosed: false };
    case 'LWPOLYLINE':
    case 'POLYLINE':
      return polyline(entity as ILwpolylineEntity | IPolylineEntity);
    case 'ARC':
      return { points: arc(entity as IArcEntity), isClosed: false };
    case 'CIRCLE':
      return { points: circle(entity as ICircleEntity), isClosed: true };
    default:
      return undefined;
  }
}

function polyline({ vertices, shape }: ILwpolylineEntity | IPolylineEntity): Outline {
  const pieces = shape ? vertices.length : vertices.length - 1;
  const points = vertices.slice(0, pieces).flatMap((from, i) => {
    const to = vertices[(i + 1) % vertices.length]!;
    return bulged([from.x, from.y], [to.x, to.y], from.bulge ?? 0);
  });
  const last = vertices.at(-1);
  return { points: shape || !last ? points : [...points, [last.x, last.y]], isClosed: shape };
}

/** The first point and those along the arc to the second; the bulge is the tangent of a quarter of the arc's angle. */
function bulged(from: Point, to: Point, bulge: number): Point[] {
  const angle = 4 * Math.atan(bulge);
  const pieces = Math.min(48, Math.ceil(Math.abs(angle) / arcStep));
  if (pieces < 2) return [from];
  const half = [(to[0] - from[0]) / 2, (to[1] - from[1]) / 2] as const;
  const away = 1 / Math.tan(angle / 2);
  const centre: Point = [from[0] + half[0] - half[1] * away, from[1] + half[1] + half[0] * away];
  const [dx, dy] = [from[0] - centre[0], from[1] - centre[1]];
  return Array.from({ length: pieces }, (_, i): Point => {
    const turned = (angle * i) / pieces;
    return [
      centre[0] + dx * Math.cos(turned) - dy * Math.sin(turned),
      centre[1] + dx * Math.sin(turned) + dy * Math.cos(turned),
    ];
  });
}

function arc({ center, radius, startAngle, endAngle }: IArcEntity): Point[] {
  const angle = endAngle > startAngle ? endAngle - startAngle : endAngle - startAngle + 2 * Math.PI;
  const pieces = Math.max(1, Math.min(48, Math.ceil(angle / arcStep)));
  return Array.from({ length: pieces + 1 }, (_, i) => onCircle(center, radius, startAngle + (angle * i) / pieces));
}

const circle = ({ center, radius }: ICircleEntity): Point[] =>
  Array.from({ length: 24 }, (_, i) => onCircle(center, radius, i * arcStep));

const onCircle = ({ x, y }: { x: number; y: number }, radius: number, angle: number): Point => [
  x + radius * Math.cos(angle),
  y + radius * Math.sin(angle),
];

/** Each repair once, with how often it was made. */
function counted(repairs: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const one of repairs) times.set(one, (times.get(one) ?? 0) + 1);
  return Array.from(times, ([one, count]) => (count > 1 ? `${one} (${count} times)` : one));
}
