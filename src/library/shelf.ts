import type { Ground } from '../platform/ground.ts';
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

/** The library that this program serves: with the operator's texts where a folder of them was named, else ours alone. */
export const libraryOf = (ground: Ground): Promise<Library> => shelves.get(ground) ?? ownLibrary();
