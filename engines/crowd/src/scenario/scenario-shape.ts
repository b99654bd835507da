import type { Fault } from './fault.ts';
import type { Goal, Group, PreMovement, Ring, Scenario, Speed } from './scenario.ts';
import type { JsonSchema, Shape } from './shape.ts';
import { either, flag, integer, list, number, object, optional, orNull, table, text, tuple, word } from './shape.ts';
import { speedTables } from './speed-tables.ts';

/** The most a file may ask for, so that no file can make the engine run out of memory or time. */
export const most = {
  coordinate: 1e7,
  people: 100_000,
  seconds: 86_400,
  metresAcross: 3_000,
  corners: 20_000,
} as const;

const coordinate = number({ min: -most.coordinate, max: most.coordinate });
const point = tuple(coordinate, coordinate);
const line = list(point, 2, most.corners);
const seconds = number({ min: 0, max: most.seconds });
const speed = number({ min: 0.05, max: 10 });

/** A ring; a last point that repeats the first, as GeoJSON and WKT write it, is dropped. */
const ring: Shape<Ring> = {
  schema: list(point, 3, most.corners).schema,
  read(value, path, faults) {
    const points = list(point, 3, most.corners).read(value, path, faults);
    const [first, last] = [points?.[0], points?.at(-1)];
    const isRepeated = points && points.length > 3 && first![0] === last![0] && first![1] === last![1];
    return isRepeated ? points.slice(0, -1) : points;
  },
};

const walkable = object({ outer: ring, holes: optional(list(ring), []) });
const level = object({ id: text, walkable: list(walkable, 1), walls: optional(list(line), []) });
const interval = tuple(seconds, orNull(seconds));
const exit = object({ id: text, level: text, area: ring, closed: optional(list(interval), []) });

const refuge = object({
  id: text,
  level: text,
  area: ring,
  capacity: integer({ min: 0, max: most.people }),
  secured: seconds,
});

const linkEnd = object({ level: text, area: ring });

const link = object({
  id: text,
  kind: word('stairs', 'ramp', 'escalator', 'door'),
  lower: linkEnd,
  upper: linkEnd,
  length: number({ above: 0, max: 500 }),
  width: number({ above: 0.3, max: 100 }),
});

const normalSpeed = object({
  normal: tuple(speed, number({ min: 0, max: 5 })),
  min: optional<number | undefined>(speed, undefined),
  max: optional<number | undefined>(speed, undefined),
});

/** Cuts the distribution at three deviations where the file says nothing. */
const cutNormal: Shape<Speed> = {
  schema: normalSpeed.schema,
  read(value, path, faults) {
    const { normal, min, max } = normalSpeed.read(value, path, faults) ?? {};
    if (normal === undefined) return undefined;
    const [mean, deviation] = normal;
    return { normal, min: min ?? Math.max(0.1, mean - 3 * deviation), max: max ?? Math.min(10, mean + 3 * deviation) };
  },
};

const speedShape = either<never, Speed>([], {
  normal: cutNormal,
  constant: object({ constant: speed }),
  table: object({ table: word(...Object.keys(speedTables)) }),
});

const preMovement = either<never, PreMovement>([], {
  lognormal: object({ lognormal: tuple(number({ min: -10, max: 11 }), number({ min: 0, max: 5 })) }),
  uniform: object({ uniform: tuple(seconds, seconds) }),
  constant: object({ constant: seconds }),
});

const goal = either<'nearest-exit' | 'quickest-exit' | 'nearest-refuge', Goal>(
  ['nearest-exit', 'quickest-exit', 'nearest-refuge'],
  {
    exit: object({ exit: text }),
    exits: object({ exits: table(number({ min: 0, max: 1 })) }),
    refuge: object({ refuge: text }),
  },
);

const traits = {
  id: text,
  level: text,
  speed: speedShape,
  radius: optional(number({ min: 0.05, max: 0.5 }), 0.15),
  preMovement: optional(preMovement, { constant: 0 }),
  goal: optional(goal, 'nearest-exit'),
  together: optional(flag, false),
  assisted: optional(flag, false),
};

const group = either<never, Group>([], {
  positions: object({ ...traits, positions: list(point, 0, most.people) }),
  count: object({ ...traits, area: ring, count: integer({ min: 0, max: most.people }) }),
});

/** The whole file, defaults filled in, references and geometry not yet looked at. */
const scenarioShape: Shape<Scenario> = object({
  version: word(1),
  levels: list(level, 1, 100),
  exits: list(exit, 0, 1_000),
  refuges: optional(list(refuge, 0, 1_000), []),
  links: optional(list(link, 0, 1_000), []),
  groups: list(group, 0, 10_000),
  step: optional(number({ min: 0.001, max: 0.5 }), 0.05),
  seed: optional(integer({ min: 0, max: 4_294_967_295 }), 1),
  maxTime: optional(number({ above: 0, max: most.seconds }), 1800),
  preset: optional(word('empirical', 'code-conservative'), 'empirical'),
});

/** The published JSON Schema of the file, draft 2020-12. It says all that a schema can; the checker says the rest. */
export const scenarioSchema = (): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://forestall.example/schema/crowd-scenario-1.json',
  title: 'Crowd scenario, version 1',
  description: 'Metres, seconds, right-handed plane. Every id is unique in its list.',
  ...scenarioShape.schema,
});

/** Reads the file's form; nothing comes back when a fault was found. */
export function readScenario(json: unknown, faults: Fault[]): Scenario | undefined {
  const scenario = scenarioShape.read(json, '', faults);
  return faults.length === 0 ? scenario : undefined;
}
