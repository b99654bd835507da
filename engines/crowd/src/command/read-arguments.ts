import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import { BadInput } from './terminal.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The options and files of a command line. Throws for an option that is unknown, or given twice where one counts. */
export function readArguments<T extends Options>(args: readonly string[], options: T) {
  const read = parseArgs({ args: [...args], options, allowPositionals: true, tokens: true });
  const names = read.tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
  const twice = names.find((name, i) => names.indexOf(name) < i && options[name]?.multiple !== true);
  if (twice !== undefined) throw new BadInput(`--${twice}: It is given more than once. Give it once.`);
  return read;
}
