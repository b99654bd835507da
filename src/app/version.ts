import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from './config.ts';

/** The version of the program, as its package says. */
export const version: string = JSON.parse(readFileSync(join(programFolder, 'package.json'), 'utf8')).version;
