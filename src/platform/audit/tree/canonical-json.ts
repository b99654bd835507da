/** What an entry may hold. Numbers must be finite; an absent value is written as null or left out by the caller. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Writes a value in its only form (RFC 8785): keys in order of their UTF-16 units, no spaces, numbers as ECMAScript
 * writes them. Equal values give equal bytes, so that a leaf can be computed again. Throws a TypeError on what JSON cannot carry.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) return canonicalObject(value as { readonly [key: string]: Json });
  if (!isScalar(value)) throw new TypeError('Not a JSON value');
  return JSON.stringify(value);
}

function canonicalObject(value: { readonly [key: string]: Json }): string {
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) throw new TypeError('Not a JSON value');
  const members = Object.keys(value)
    .sort()
    .map((key) => `${canonicalJson(key)}:${canonicalJson(value[key]!)}`);
  return `{${members.join(',')}}`;
}

function isScalar(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  // A lone half of a surrogate pair has no UTF-8 form.
  if (typeof value === 'string') return value.isWellFormed();
  return value === null || typeof value === 'boolean';
}
