import { anExample } from './an-example.ts';

/** A file as it comes: anything may stand anywhere. */
export type Draft = ReturnType<typeof JSON.parse>;

/** The example after a change made by hand. */
export function changed(change: (draft: Draft) => void): unknown {
  const draft: Draft = structuredClone(anExample);
  change(draft);
  return draft;
}
