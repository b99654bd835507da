import type { Fault } from './fault.ts';
import type { Box } from './rings.ts';
import { boxAround, crossing, edgesOf, selfCrossing, sharedPoint, signedArea, sweepPairs } from './rings.ts';
import type { Level, Point, Ring, Scenario } from './scenario.ts';
import { most } from './scenario-shape.ts';

interface NamedRing {
  readonly path: string;
  readonly ring: Ring;
}

interface NamedArea extends NamedRing {
  readonly level: string;
}

/** Rings smaller than this many square metres hold nobody and are taken for a slip of the pen. */
const smallest = 0.01;

const at = ([x, y]: Point): string => `(${Number(x.toFixed(3))}, ${Number(y.toFixed(3))})`;

/** Polygons that cross themselves, overlap, are flat, or lie where nobody can be. */
export function planFaults(scenario: Scenario): Fault[] {
  const areas = areasOf(scenario);
  const rings = [...scenario.levels.flatMap((level, index) => ringsOf(level, index)), ...areas];
  const corners = rings.reduce((sum, { ring }) => sum + ring.length, 0);
  if (corners > most.corners) return [tooFine(corners)];
  const broken = rings.flatMap(ringFaults);
  if (broken.length > 0) return broken;
  return [
    ...scenario.levels.flatMap((level, index) => levelFaults(level, `levels[${index}]`)),
    ...targetOverlaps(scenario, areas),
    ...areas.flatMap((area) => strayFaults(area, scenario)),
  ];
}

const tooFine = (corners: number): Fault => ({
  path: 'levels',
  what: `The plan has ${corners} corners`,
  mend: `Simplify it to at most ${most.corners}`,
});

function ringsOf({ walkable }: Level, index: number): NamedRing[] {
  return walkable.flatMap(({ outer, holes }, part) => {
    const path = `levels[${index}].walkable[${part}]`;
    return [
      { path: `${path}.outer`, ring: outer },
      ...holes.map((ring, hole) => ({ path: `${path}.holes[${hole}]`, ring })),
    ];
  });
}

function areasOf({ exits, refuges, links, groups }: Scenario): NamedArea[] {
  return [
    ...exits.map(({ level, area }, i) => ({ level, ring: area, path: `exits[${i}].area` })),
    ...refuges.map(({ level, area }, i) => ({ level, ring: area, path: `refuges[${i}].area` })),
    ...links.map(({ lower }, i) => ({ level: lower.level, ring: lower.area, path: `links[${i}].lower.area` })),
    ...links.map(({ upper }, i) => ({ level: upper.level, ring: upper.area, path: `links[${i}].upper.area` })),
    ...groups.flatMap((group, i) =>
      'area' in group ? [{ level: group.level, ring: group.area, path: `groups[${i}].area` }] : [],
    ),
  ];
}

function ringFaults({ path, ring }: NamedRing): Fault[] {
  const met = selfCrossing(ring);
  if (met)
    return [
      {
        path,
        what: `The polygon crosses or touches itself at ${at(met)}`,
        mend: 'List its corners in order around the edge, each once',
      },
    ];
  if (Math.abs(signedArea(ring)) >= smallest) return [];
  return [
    { path, what: 'The polygon encloses no ground', mend: 'Give at least three corners that are not on one line' },
  ];
}

function levelFaults(level: Level, path: string): Fault[] {
  return [
    ...sizeFaults(level, path),
    ...walkableOverlaps(level, path),
    ...level.walkable.flatMap((part, i) => holeFaults(part, `${path}.walkable[${i}]`)),
  ];
}

function sizeFaults({ walkable }: Level, path: string): Fault[] {
  const box: Box = boxAround(walkable.flatMap(({ outer }) => outer));
  const across = Math.max(box.right - box.left, box.top - box.bottom);
  if (across <= most.metresAcross) return [];
  return [
    {
      path,
      what: `The level is ${Math.round(across)} m across`,
      mend: `Keep to ${most.metresAcross} m; are the units metres?`,
    },
  ];
}

function walkableOverlaps({ walkable }: Level, path: string): Fault[] {
  return pairs(
    walkable.map(({ outer }, i) => ({ path: `${path}.walkable[${i}].outer`, ring: outer })),
    'Draw them as one polygon or let them share only an edge',
  );
}

/** Holes may reach past the outer ring, as walls drawn a little too long do, but a hole must take away something, not all. */
function holeFaults({ outer, holes }: Level['walkable'][number], path: string): Fault[] {
  const named = holes.map((ring, i) => ({ path: `${path}.holes[${i}]`, ring }));
  const stray = named.filter(({ ring }) => !sharedPoint(outer, ring));
  return [
    ...pairs(named, 'Draw them as one hole or let them share only an edge'),
    ...stray.map((hole) => ({
      path: hole.path,
      what: 'The hole lies outside the walkable area',
      mend: 'Remove it or move it inside',
    })),
    ...named
      .filter(({ ring }) => coversAll(ring, outer))
      .map((hole) => ({ path: hole.path, what: 'The hole leaves nothing to walk on', mend: 'Make it smaller' })),
  ];
}

function coversAll(hole: Ring, outer: Ring): boolean {
  const same = (p: Point) => outer.some((q) => Math.hypot(p[0] - q[0], p[1] - q[1]) < 1e-5);
  if (hole.length === outer.length && hole.every(same)) return true;
  const box = boxAround(outer);
  const around = boxAround(hole);
  const isWithin =
    around.left <= box.left && around.right >= box.right && around.bottom <= box.bottom && around.top >= box.top;
  const crosses = () => edgesOf(outer).some(({ a, b }) => edgesOf(hole).some((edge) => crossing(a, b, edge.a, edge.b)));
  return isWithin && Math.abs(signedArea(hole)) >= Math.abs(signedArea(outer)) && !crosses();
}

function pairs(rings: readonly NamedRing[], mend: string): Fault[] {
  return overlapping(rings).map(([one, other, where]) => ({
    path: other.path,
    what: `It overlaps ${one.path} at ${at(where)}`,
    mend,
  }));
}

/** After this many overlaps the plan is better mended from the top. */
const enough = 100;

/** Pairs of rings with common ground. A sweep over their boxes keeps the pairs few. */
function overlapping<R extends NamedRing>(rings: readonly R[]): (readonly [R, R, Point])[] {
  const found: (readonly [R, R, Point])[] = [];
  const diagonals = rings.map(({ ring }, index) => {
    const box = boxAround(ring);
    return { ring: index, index: 0, a: [box.left, box.bottom], b: [box.right, box.top] } as const;
  });
  sweepPairs(diagonals, (p, q) => {
    const [one, other] = p.ring < q.ring ? [rings[p.ring]!, rings[q.ring]!] : [rings[q.ring]!, rings[p.ring]!];
    const where = sharedPoint(one.ring, other.ring);
    if (where) found.push([one, other, where]);
    return found.length >= enough;
  });
  return found.sort(([, p], [, q]) => (p.path < q.path ? -1 : 1));
}

/** Exits, refuges and the ends of links must not share ground: nobody could say where a person there has arrived. */
function targetOverlaps({ levels }: Scenario, areas: readonly NamedArea[]): Fault[] {
  const targets = areas.filter(({ path }) => !path.startsWith('groups'));
  return levels.flatMap(({ id }) =>
    pairs(
      targets.filter(({ level }) => level === id),
      'Move one of them so that they share no ground',
    ),
  );
}

function strayFaults(area: NamedArea, { levels }: Scenario): Fault[] {
  const level = levels.find(({ id }) => id === area.level);
  if (!level || level.walkable.some(({ outer }) => sharedPoint(outer, area.ring))) return [];
  return [
    {
      path: area.path,
      what: `It lies outside the walkable area of level "${level.id}"`,
      mend: 'Move it so that people can stand in it',
    },
  ];
}
