import type { Dice } from './dice.ts';
import { hostileValue, hostileWords } from './hostile-values.ts';

/** As much of a JSON schema as the description of the API uses. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  format?: string;
};

/** What a described value could be drawn from: the ids that there are, and the named parts of the description. */
export type Stock = { ids: readonly string[]; named: Record<string, Schema> };

const deepest = 6;

/** A value as the schema wants it, with something hostile in its place here and there. */
export function fromSchema(dice: Dice, schema: Schema, stock: Stock, depth = 0): unknown {
  if (depth > deepest || dice.inHundred(depth === 0 ? 2 : 8)) return hostileValue(dice);
  const within = (inner: Schema) => fromSchema(dice, inner, stock, depth + 1);
  if (schema.$ref) return within(stock.named[schema.$ref.split('/').at(-1)!] ?? {});
  if ('const' in schema) return schema.const;
  if (schema.enum) return dice.oneOf(schema.enum);
  const variants = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (variants) return within(dice.oneOf(variants));
  if (schema.properties) return objectOf(dice, schema, within);
  if (schema.type === 'array')
    return Array.from({ length: dice.oneOf([0, 1, 1, 2, 40]) }, () => within(schema.items ?? {}));
  return plain(dice, schema, stock);
}

function objectOf(dice: Dice, { properties = {}, required = [] }: Schema, within: (inner: Schema) => unknown): object {
  const told = Object.entries(properties).filter(([name]) => dice.inHundred(required.includes(name) ? 95 : 60));
  const made = told.map(([name, inner]) => [name, within(inner)] as const);
  return Object.fromEntries(dice.inHundred(5) ? [...made, [hostileWords(dice), hostileValue(dice)]] : made);
}

function plain(dice: Dice, { type, format }: Schema, { ids }: Stock): unknown {
  if (type === 'boolean') return dice.inHundred(50);
  if (type === 'integer' || type === 'number') return dice.oneOf([0, 1, 2, 3, 7, 30, -1, 2_147_483_648, 1.5]);
  if (type === 'null') return null;
  if (format === 'uuid') return dice.oneOf(ids);
  if (format === 'date-time')
    return dice.oneOf(['2026-11-24T09:00:00Z', '2026-11-24T09:00:00+14:00', '1970-01-01T00:00:00Z']);
  if (format === 'date') return dice.oneOf(['2026-11-24', '0001-01-01', '2026-02-31']);
  if (format === 'email') return dice.oneOf(['a@b.example', `"${'x'.repeat(64)}"@b.example`]);
  return dice.inHundred(40) ? dice.oneOf(['en', 'A word.', '112', ...ids.slice(0, 3)]) : hostileWords(dice);
}
