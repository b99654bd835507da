import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from './a-changed-example.ts';
import { placesIn, withValueAt } from './a-changed-example.ts';
import { anExample } from './an-example.ts';
import type { Fault } from './fault.ts';
import { readScenario, scenarioSchema } from './scenario-shape.ts';

const published: Draft = JSON.parse(
  readFileSync(new URL('../../schema/scenario-1.schema.json', import.meta.url), 'utf8'),
);

/** Whether a JSON value agrees with a schema, for the words of JSON Schema that ours uses. */
function agrees(schema: Draft, value: Draft): boolean {
  if ('const' in schema) return value === schema.const;
  if ('enum' in schema) return schema.enum.includes(value);
  if ('anyOf' in schema) return schema.anyOf.some((one: Draft) => agrees(one, value));
  const types: Record<string, () => boolean> = {
    null: () => value === null,
    boolean: () => typeof value === 'boolean',
    string: () => typeof value === 'string' && value.length >= schema.minLength && value.length <= schema.maxLength,
    integer: () => Number.isInteger(value) && inLimits(schema, value),
    number: () => Number.isFinite(value) && inLimits(schema, value),
    array: () => Array.isArray(value) && listAgrees(schema, value),
    object: () => typeof value === 'object' && value !== null && !Array.isArray(value) && objectAgrees(schema, value),
  };
  return types[schema.type]!();
}

const inLimits = ({ minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity }: Draft, value: number) =>
  value >= minimum && value <= maximum && value > exclusiveMinimum;

const listAgrees = ({ items, prefixItems, minItems = 0, maxItems = Infinity }: Draft, value: Draft[]) =>
  value.length >= minItems &&
  value.length <= maxItems &&
  value.every((one, i) => agrees(prefixItems?.[i] ?? items, one));

function objectAgrees(
  { properties = {}, required = [], additionalProperties, minProperties = 0 }: Draft,
  value: Draft,
): boolean {
  const keys = Object.keys(value);
  const keyAgrees = (key: string) => {
    const schema = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    return schema !== false && agrees(schema, value[key]);
  };
  return (
    keys.length >= minProperties && required.every((key: string) => Object.hasOwn(value, key)) && keys.every(keyAgrees)
  );
}

function isRead(json: unknown): boolean {
  const faults: Fault[] = [];
  readScenario(json, faults);
  return faults.length === 0;
}

describe('schema', () => {
  it('is published as the checker reads it', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(scenarioSchema())));
  });

  it('agrees with the checker on the form of every file that differs from a good one in one value', () => {
    const places = placesIn(anExample);
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(0, -1, 0.3, 1e9, '', 'nearest-exit', [], {}, [
        [0, 0],
        [1, 0],
        [0, 1],
      ]),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), value, (place, one) => {
        const file = withValueAt(anExample, place, one);
        return agrees(published, file) === isRead(file);
      }),
      { numRuns: 3_000 },
    );
  });

  it('agrees with the checker when a key is missing or added anywhere', () => {
    const objects = placesIn(anExample).filter((place) => typeof at(place) === 'object' && !Array.isArray(at(place)));
    for (const place of objects) {
      for (const key of [...Object.keys(at(place)), 'colour']) {
        const { [key]: dropped, ...rest } = at(place);
        const file = withValueAt(anExample, place, dropped === undefined ? { ...rest, [key]: 1 } : rest);
        expect(agrees(published, file), `${place.join('.')} ${key}`).toBe(isRead(file));
      }
    }
  });
});

const at = (place: readonly (string | number)[]): Draft => place.reduce((value: Draft, key) => value[key], anExample);
