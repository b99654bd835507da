import type { Fault } from './fault.ts';

export type JsonSchema = { readonly [key: string]: unknown };

/** The form a JSON value must have: reads it, adding to `faults` what is wrong, and says the same as JSON Schema. */
export interface Shape<T> {
  readonly schema: JsonSchema;
  read(value: unknown, path: string, faults: Fault[]): T | undefined;
}

/** An entry of an object that may be left out; `fallback` is then used. */
interface Optional<T> extends Shape<T> {
  readonly fallback: T;
}

type Entries = Readonly<Record<string, Shape<unknown>>>;
type Read<S> = S extends Shape<infer T> ? T : never;
type ReadEntries<E extends Entries> = { readonly [K in keyof E]: Read<E[K]> };

const longest = 60;

/** The value as short text for a message, whatever it is. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const plainKey = /^[A-Za-z_][\w-]*$/;

/** The path of an entry below another, as one would write it in JavaScript. */
export const below = (path: string, key: string | number): string => {
  if (typeof key === 'number') return `${path}[${key}]`;
  if (!plainKey.test(key)) return `${path}[${shown(key)}]`;
  return path === '' ? key : `${path}.${key}`;
};

interface Limits {
  readonly min?: number;
  readonly max?: number;
  readonly above?: number;
}

const within = (value: number, { min, max, above }: Limits): boolean =>
  (min === undefined || value >= min) && (max === undefined || value <= max) && (above === undefined || value > above);

function limitsAsText({ min, max, above }: Limits): string {
  if (above !== undefined) return max === undefined ? `above ${above}` : `above ${above} and at most ${max}`;
  if (min !== undefined) return max === undefined ? `of at least ${min}` : `from ${min} to ${max}`;
  return max === undefined ? '' : `of at most ${max}`;
}

function limitsAsSchema({ min, max, above }: Limits): JsonSchema {
  return {
    ...(min !== undefined && { minimum: min }),
    ...(max !== undefined && { maximum: max }),
    ...(above !== undefined && { exclusiveMinimum: above }),
  };
}

/** A finite number within limits. NaN and the infinities are refused. */
export function number(limits: Limits = {}, kind: 'number' | 'integer' = 'number'): Shape<number> {
  const wanted = kind === 'integer' ? 'a whole number' : 'a number';
  return {
    schema: { type: kind, ...limitsAsSchema(limits) },
    read(value, path, faults) {
      const isRight = kind === 'integer' ? Number.isInteger(value) : Number.isFinite(value);
      if (isRight && within(value as number, limits)) return value as number;
      faults.push({
        path,
        what: `${shown(value)} is not allowed here`,
        mend: `Give ${wanted} ${limitsAsText(limits)}`.trim(),
      });
      return undefined;
    },
  };
}

export const integer = (limits: Limits = {}): Shape<number> => number(limits, 'integer');

/** Text of 1 to 100 characters. */
export const text: Shape<string> = {
  schema: { type: 'string', minLength: 1, maxLength: 100 },
  read(value, path, faults) {
    if (typeof value === 'string' && value.length >= 1 && value.length <= 100) return value;
    faults.push({ path, what: `${shown(value)} is not a name`, mend: 'Give a text of 1 to 100 characters in quotes' });
    return undefined;
  },
};

export const flag: Shape<boolean> = {
  schema: { type: 'boolean' },
  read(value, path, faults) {
    if (typeof value === 'boolean') return value;
    faults.push({ path, what: `${shown(value)} is neither yes nor no`, mend: 'Write true or false without quotes' });
    return undefined;
  },
};

/** One of a few fixed words (or numbers). */
export function word<const W extends string | number>(...words: readonly W[]): Shape<W> {
  const mend = `Write ${words.map((one) => JSON.stringify(one)).join(' or ')}`;
  return {
    schema: words.length === 1 ? { const: words[0] } : { enum: words },
    read(value, path, faults) {
      if (words.includes(value as W)) return value as W;
      faults.push({ path, what: `${shown(value)} is not known`, mend });
      return undefined;
    },
  };
}

/** `null` or a value of the other shape. */
export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return {
    schema: { anyOf: [shape.schema, { type: 'null' }] },
    read: (value, path, faults) => (value === null ? null : shape.read(value, path, faults)),
  };
}

/** A list whose items all have one shape, `least` to `most` of them. */
export function list<T>(item: Shape<T>, least = 0, most = 1_000_000): Shape<readonly T[]> {
  return {
    schema: { type: 'array', items: item.schema, ...(least > 0 && { minItems: least }), maxItems: most },
    read(value, path, faults) {
      if (!Array.isArray(value) || value.length < least || value.length > most) {
        const mend = `Give a list […] of ${least} to ${most}`;
        faults.push({ path, what: `${shown(value)} is not allowed here`, mend });
        return undefined;
      }
      const before = faults.length;
      const items = Array.from(value, (one: unknown, index) => item.read(one, below(path, index), faults));
      return faults.length > before ? undefined : (items as readonly T[]);
    },
  };
}

/** A list with a fixed length and one shape for each place. */
export function tuple<const S extends readonly Shape<unknown>[]>(
  ...shapes: S
): Shape<{ readonly [I in keyof S]: Read<S[I]> }> {
  const length = shapes.length;
  return {
    schema: { type: 'array', prefixItems: shapes.map((one) => one.schema), minItems: length, maxItems: length },
    read(value, path, faults) {
      if (!Array.isArray(value) || value.length !== length) {
        faults.push({
          path,
          what: `${shown(value)} stands where ${length} values are needed`,
          mend: `Give a list […] of ${length}`,
        });
        return undefined;
      }
      const before = faults.length;
      const items = shapes.map((shape, index) => shape.read(value[index], below(path, index), faults));
      return faults.length > before ? undefined : (items as { readonly [I in keyof S]: Read<S[I]> });
    },
  };
}

/** An object used as a table from names to values of one shape. */
export function table<T>(item: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return {
    schema: { type: 'object', additionalProperties: item.schema, minProperties: 1 },
    read(value, path, faults) {
      if (!isObject(value) || Object.keys(value).length === 0) {
        faults.push({
          path,
          what: `${shown(value)} is not a table of names`,
          mend: 'Give an object such as {"A": 0.7, "B": 0.3}',
        });
        return undefined;
      }
      const before = faults.length;
      const entries = Object.entries(value).map(([key, one]) => [key, item.read(one, below(path, key), faults)]);
      return faults.length > before ? undefined : (Object.fromEntries(entries) as Record<string, T>);
    },
  };
}

export const optional = <T>(shape: Shape<T>, fallback: T): Optional<T> => ({
  schema: { ...shape.schema, default: fallback },
  fallback,
  read: (value, path, faults) => (value === undefined ? fallback : shape.read(value, path, faults)),
});

const isOptional = (shape: Shape<unknown>): shape is Optional<unknown> => 'fallback' in shape;

/** An object with exactly these entries: an unknown key is a fault that names it, a missing one too unless optional. */
export function object<const E extends Entries>(entries: E): Shape<ReadEntries<E>> {
  const names = Object.keys(entries);
  const required = names.filter((name) => !isOptional(entries[name]!));
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, entries[name]!.schema])),
      required,
      additionalProperties: false,
    },
    read(value, path, faults) {
      if (!isObject(value)) {
        faults.push({
          path: path || '(file)',
          what: `${shown(value)} stands where an object is needed`,
          mend: `Give an object {…} with ${required.join(', ')}`,
        });
        return undefined;
      }
      const before = faults.length;
      refuseUnknownKeys(value, names, path, faults);
      const read = names.map((name) => [name, readEntry(entries[name]!, value, name, path, faults)]);
      return faults.length > before ? undefined : (Object.fromEntries(read) as ReadEntries<E>);
    },
  };
}

function refuseUnknownKeys(value: object, names: readonly string[], path: string, faults: Fault[]): void {
  for (const key of Object.keys(value).filter((one) => !names.includes(one))) {
    faults.push({
      path: below(path, key),
      what: 'This key is unknown',
      mend: `Remove it or use one of ${names.join(', ')}`,
    });
  }
}

function readEntry(shape: Shape<unknown>, value: Record<string, unknown>, name: string, path: string, faults: Fault[]) {
  const has = Object.hasOwn(value, name);
  if (has || isOptional(shape)) return shape.read(has ? value[name] : undefined, below(path, name), faults);
  faults.push({ path: below(path, name), what: 'This key is missing', mend: `Add "${name}"` });
  return undefined;
}

/** Objects told apart by which of the named keys they have; the words in `words` are allowed beside them. */
export function either<const W extends string, T>(
  words: readonly W[],
  shapes: Readonly<Record<string, Shape<T>>>,
): Shape<W | T> {
  const keys = Object.keys(shapes);
  const choices = [...words.map((one) => JSON.stringify(one)), ...keys.map((key) => `{"${key}": …}`)].join(' or ');
  const schemas = Object.values(shapes).map((shape) => shape.schema);
  return {
    schema: { anyOf: words.length > 0 ? [{ enum: words }, ...schemas] : schemas },
    read(value, path, faults) {
      if (words.includes(value as W)) return value as W;
      const key = isObject(value) ? keys.find((one) => Object.hasOwn(value, one)) : undefined;
      if (key !== undefined) return shapes[key]!.read(value, path, faults);
      const what = isObject(value)
        ? `None of the keys ${keys.join(', ')} is here`
        : `${shown(value)} is not known here`;
      faults.push({ path, what, mend: `Write ${choices}` });
      return undefined;
    },
  };
}
