import { fileURLToPath } from 'node:url';

/** The folder of the program: two levels up from the sources and from the build alike. */
export const programFolder = fileURLToPath(new URL('../..', import.meta.url));
