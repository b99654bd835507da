import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Terminal } from './terminal.ts';
import { BadInput } from './terminal.ts';

/** A program of the package that is not part of the library: it gets the rest of the command line and gives the status. */
type Program = (args: readonly string[], terminal: Terminal) => Promise<number>;

/** `validate`: runs all validation cases and writes the validation report. */
export const validate: Program = async (args, terminal) => (await programIn('validation', 'validate'))(args, terminal);

/** `bench`: measures the engine beside its peers and prints the table. */
export const bench: Program = async (args, terminal) => (await programIn('bench', 'bench'))(args, terminal);

async function programIn(folder: string, name: string): Promise<Program> {
  const url = new URL(`../../${folder}/${name}${extname(fileURLToPath(import.meta.url))}`, import.meta.url);
  if (!existsSync(fileURLToPath(url)))
    throw new BadInput(
      `${folder}: This folder does not come with the package. Run the command in a clone of the repository.`,
    );
  const program: Readonly<Record<string, unknown>> = await import(url.href);
  return program[name] as Program;
}
