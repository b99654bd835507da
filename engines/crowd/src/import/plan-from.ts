import { contains, distance, innerPoint, selfCrossing, signedArea } from '../scenario/rings.ts';
import type { Point, Ring } from '../scenario/scenario.ts';
import type { Drawing, Drawn, ImportedPlan, PlanDraft, Role } from './drawing.ts';
import { unreadable } from './drawing.ts';
import { counted, joinLines, tidyRing } from './mend.ts';

interface NamedRing {
  readonly ring: Ring;
  readonly name: string | undefined;
  readonly about: Readonly<Record<string, unknown>>;
}

/** Turns what was drawn into a plan of one level: joins lines, closes gaps, and takes a ring inside the floor for a hole. */
export function planFrom({ drawn, repairs }: Drawing, level = '0'): ImportedPlan {
  const notes = [...repairs];
  const rings = (role: Role) => ringsFor(role, drawn, notes);
  const floors = floorsFrom(rings('walkable'), rings('hole'), notes);
  if (floors.length === 0) return withoutFloor(drawn);
  const scenario: PlanDraft = {
    version: 1,
    levels: [{ id: level, walkable: floors, walls: wallsFrom(drawn) }],
    exits: rings('exit').map(({ ring, name }, i) => ({ id: name ?? `exit ${i + 1}`, level, area: ring })),
    refuges: rings('refuge').map((one, i) => refugeFrom(one, one.name ?? `refuge ${i + 1}`, level, notes)),
    groups: rings('group').map(({ ring, name, about }, i) => ({
      id: name ?? `group ${i + 1}`,
      level,
      area: ring,
      count: numberIn(about, 'count') ?? 0,
      speed: about.speed ?? { normal: [1.34, 0.26], min: 0.5, max: 2.2 },
    })),
  };
  return { scenario: withOwnNames(scenario, notes), repairs: notes };
}

function withoutFloor(drawn: readonly Drawn[]): ImportedPlan {
  const crossings = drawn.flatMap(({ role, isClosed, points }) => {
    const met = role === 'walkable' && isClosed ? selfCrossing(tidyRing(points, role).ring) : undefined;
    return met ? [met] : [];
  });
  const [first] = crossings;
  if (first)
    return unreadable(
      `The walkable polygon crosses itself at (${first.map((value) => Number(value.toFixed(3))).join(', ')})`,
      'List its corners in order around the edge, each once',
    );
  return unreadable(
    'No walkable area was found',
    'Draw the floor as a closed polygon, in DXF and GeoJSON on a layer named "walkable"',
  );
}

/** A refuge as drawn; what a drawing does not say of it is assumed, and said to be. */
function refugeFrom({ ring, about }: NamedRing, id: string, level: string, notes: string[]) {
  const capacity = numberIn(about, 'capacity');
  const secured = numberIn(about, 'secured');
  const room = capacity ?? Math.floor(2 * Math.abs(signedArea(ring)));
  if (capacity === undefined) notes.push(`refuge "${id}": room for ${room} was assumed, 2 people to a square metre`);
  if (secured === undefined) notes.push(`refuge "${id}": ${assumedToSecure} s to secure it were assumed`);
  return { id, level, area: ring, capacity: room, secured: secured ?? assumedToSecure };
}

const assumedToSecure = 5;

const numberIn = (about: Readonly<Record<string, unknown>>, key: string): number | undefined =>
  typeof about[key] === 'number' ? about[key] : undefined;

function ringsFor(role: Role, drawn: readonly Drawn[], notes: string[]): NamedRing[] {
  const own = drawn.filter((one) => one.role === role);
  const found = new Map<string, Drawn[]>();
  for (const one of own.filter(({ isClosed }) => !isClosed))
    found.set(one.name ?? '', [...(found.get(one.name ?? '') ?? []), one]);
  const joined = [...found].flatMap(([name, lines]) => {
    const {
      rings,
      lines: left,
      repairs,
    } = joinLines(
      lines.map(({ points }) => points),
      `${role} ${name}`.trim(),
    );
    notes.push(...repairs);
    if (left.length > 0)
      notes.push(`${role} ${name}: left out ${counted(left.length, 'line')} that did not close`.replace(' :', ':'));
    return rings.map((points) => ({ points, name: name === '' ? undefined : name, about: {} }));
  });
  const closed = own
    .filter(({ isClosed }) => isClosed)
    .map(({ points, name, about }) => ({ points, name, about: about ?? {} }));
  return [...closed, ...joined].flatMap(({ points, name, about }) => {
    const { ring, repairs } = tidyRing(points, `${role} ${name ?? ''}`.trim());
    notes.push(...repairs);
    if (ring.length >= 3 && Math.abs(signedArea(ring)) >= 0.01) return [{ ring, name, about }];
    notes.push(`${role} ${name ?? ''}: a polygon without ground was left out`.replace(' :', ':'));
    return [];
  });
}

/** Rings inside another are holes; each hole goes to the floor around it. */
function floorsFrom(
  walkable: readonly NamedRing[],
  holes: readonly NamedRing[],
  notes: string[],
): { outer: Ring; holes: Ring[] }[] {
  const bySize = walkable.map(({ ring }) => ring).sort((a, b) => Math.abs(signedArea(b)) - Math.abs(signedArea(a)));
  const floors: { outer: Ring; holes: Ring[] }[] = [];
  for (const ring of bySize) {
    const around = floors.find(({ outer }) => isInside(ring, outer));
    if (around) {
      around.holes.push(ring);
      notes.push('walkable: a polygon inside another was taken for a hole');
    } else floors.push({ outer: ring, holes: [] });
  }
  for (const { ring } of holes) {
    const around = floors.find(
      ({ outer }) => ring.some((p) => contains(outer, p)) || contains(outer, innerPoint(ring)),
    );
    if (around) around.holes.push(ring);
    else notes.push('hole: a polygon outside every walkable area was left out');
  }
  return floors;
}

const isInside = (ring: Ring, outer: Ring): boolean =>
  contains(outer, innerPoint(ring)) &&
  ring.every((p) => contains(outer, p) || outer.some((q) => distance(p, q) < 0.001));

function wallsFrom(drawn: readonly Drawn[]): (readonly Point[])[] {
  const own = drawn.filter(({ role, points }) => role === 'wall' && points.length > 1);
  return own.map(({ points, isClosed }) => (isClosed ? [...points, points[0]!] : points));
}

/** Gives the second of two parts with one name a number. */
function withOwnNames(plan: PlanDraft, notes: string[]): PlanDraft {
  const own = <T extends { readonly id: string }>(parts: readonly T[]): T[] => {
    const seen = new Set<string>();
    return parts.map((part) => {
      let id = part.id;
      for (let number = 2; seen.has(id); number++) id = `${part.id} ${number}`;
      if (id !== part.id) notes.push(`"${part.id}" stands twice; one is now "${id}"`);
      seen.add(id);
      return { ...part, id };
    });
  };
  return { ...plan, exits: own(plan.exits), refuges: own(plan.refuges), groups: own(plan.groups) };
}
