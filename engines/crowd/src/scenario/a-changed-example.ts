import { anExample } from './an-example.ts';

/** A file as it comes: anything may stand anywhere. */
export type Draft = ReturnType<typeof JSON.parse>;

/** The example after a change made by hand. */
export function changed(change: (draft: Draft) => void): unknown {
  const draft: Draft = structuredClone(anExample);
  change(draft);
  return draft;
}

type Place = readonly (string | number)[];

/** The way to every value in a file, the file itself first. */
export function placesIn(value: unknown, here: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [here];
  return [here, ...Object.entries(value).flatMap(([key, one]) => placesIn(one, [...here, key]))];
}

/** The file with one value replaced. */
export function withValueAt(whole: unknown, [key, ...rest]: Place, value: unknown): unknown {
  if (key === undefined) return value;
  const copy: Draft = Array.isArray(whole) ? [...whole] : { ...(whole as object) };
  copy[key] = withValueAt(copy[key], rest, value);
  return copy;
}
