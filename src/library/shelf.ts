import { existsSync } from 'node:fs';
import type { Ground } from '../platform/ground.ts';
import { editsSince, layEdits } from './editing/edits.ts';
import { inWords } from './reading/faults.ts';
import type { Library } from './reading/library.ts';
import { openLibrary } from './reading/open-library.ts';

let own: Promise<Library> | undefined;
const shelves = new WeakMap<Ground, Promise<Library>>();

/** The library as it came with the program, read once in a process. */
const ownLibrary = (): Promise<Library> => {
  own ??= openLibrary();
  return own;
};

const report = (ground: Ground, library: Library): void => {
  const shown = library.faults.slice(0, 100).map(inWords);
  if (shown.length > 0) ground.log.warn({ faults: shown, count: library.faults.length }, 'library');
};

/** Starts to read the library with the operator's own folder over it; faults go to the log, the rest is served. */
export const stockShelf = (ground: Ground, operatorsFolder: string): void => {
  const reading = existsSync(operatorsFolder) ? openLibrary(operatorsFolder) : ownLibrary();
  const opening = reading.then((library) => {
    report(ground, library);
    return library;
  });
  opening.catch((error: Error) =>
    ground.log.error({ name: error.name, code: (error as { code?: string }).code }, 'library'),
  );
  shelves.set(ground, opening);
};

/** The texts of the program with those of the operator's folder over them: what stands below the console. */
export const libraryBelow = (ground: Ground): Promise<Library> => shelves.get(ground) ?? ownLibrary();

const lookAgainAfterMilliseconds = 1_000;

interface Edited {
  /** The state of the console's texts that was laid over, so that the library stays the very same while nothing changes. */
  state: string;
  library: Library;
}

type Looked = { askedAt: number; now: Promise<Edited> };
const edited = new WeakMap<Ground, Map<string, Looked>>();

const look = async (ground: Ground, communityId: string, before: Promise<Edited> | undefined): Promise<Edited> => {
  const [below, last] = await Promise.all([libraryBelow(ground), before]);
  try {
    const edits = await editsSince(ground, communityId, last?.state);
    return edits ? { state: edits.state, library: layEdits(below, edits) } : (last ?? { state: '', library: below });
  } catch {
    return last ?? { state: '', library: below };
  }
};

/**
 * The library of a community: what its console approved over the operator's folder over ours, at most a second old; while
 * the database is away it is what stood before. Where no single community is meant, what stands below the console.
 */
export const libraryOf = async (ground: Ground, { communityId }: { communityId: string | null }): Promise<Library> => {
  if (communityId === null) return await libraryBelow(ground);
  const at = ground.clock.now().getTime();
  const all = edited.get(ground) ?? new Map<string, Looked>();
  edited.set(ground, all);
  const known = all.get(communityId);
  if (known && at - known.askedAt < lookAgainAfterMilliseconds) return (await known.now).library;
  const now = look(ground, communityId, known?.now);
  all.set(communityId, { askedAt: at, now });
  return (await now).library;
};

/** Makes the next reader here see what was just approved; other processes see it within a second. */
export const lookAgain = (ground: Ground): void => {
  for (const looked of edited.get(ground)?.values() ?? []) looked.askedAt = 0;
};
