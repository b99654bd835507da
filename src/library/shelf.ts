import { findCommunityId } from '../community/index.ts';
import type { Ground } from '../platform/ground.ts';
import { communityNamedIn } from '../platform/http/community-address.ts';
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
  const opening = openLibrary(operatorsFolder).then((library) => {
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

/** Whose library: that of the community which an address names, or of a community by its id. */
export type Whose = { url: string } | { communityId: string };

interface Edited {
  /** The state of the console's texts that was laid over, so that the library stays the very same while nothing changes. */
  state: string;
  library: Library;
}

type Looked = { askedAt: number; now: Promise<Edited> };
const edited = new WeakMap<Ground, Map<string, Looked>>();

const communityOf = (ground: Ground, whose: Whose): Promise<string | null> =>
  'communityId' in whose
    ? Promise.resolve(whose.communityId)
    : ground.database.withoutCommunity((sql) => findCommunityId(sql, communityNamedIn(whose)));

const look = async (ground: Ground, whose: Whose, before: Promise<Edited> | undefined): Promise<Edited> => {
  const [below, last] = await Promise.all([libraryBelow(ground), before]);
  try {
    const community = await communityOf(ground, whose);
    if (community === null) return { state: '', library: below };
    const edits = await editsSince(ground, community, last?.state);
    return edits ? { state: edits.state, library: layEdits(below, edits) } : (last ?? { state: '', library: below });
  } catch {
    return last ?? { state: '', library: below };
  }
};

/**
 * The library of a community: what its console approved over the operator's folder over ours, at most a second old; while
 * the database is away it is what stood before.
 */
export const libraryOf = async (ground: Ground, whose: Whose): Promise<Library> => {
  const key = 'communityId' in whose ? whose.communityId : (communityNamedIn(whose) ?? '');
  const at = ground.clock.now().getTime();
  const all = edited.get(ground) ?? new Map<string, Looked>();
  edited.set(ground, all);
  const known = all.get(key);
  if (known && at - known.askedAt < lookAgainAfterMilliseconds) return (await known.now).library;
  const now = look(ground, whose, known?.now);
  all.set(key, { askedAt: at, now });
  const { state, library } = await now;
  // Invented names are not remembered: a walk through them fills no memory.
  if (state === '' && key !== '') all.delete(key);
  return library;
};

/** Makes the next reader here see what was just approved; other processes see it within a second. */
export const lookAgain = (ground: Ground): void => {
  for (const looked of edited.get(ground)?.values() ?? []) looked.askedAt = 0;
};
