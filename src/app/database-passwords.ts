import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Chance } from '../platform/chance.ts';
import { OperatorFault } from '../platform/operator-fault.ts';

const passwords = z.object({ forestall_owner: z.string(), forestall_app: z.string(), forestall_sequencer: z.string() });

/** Passwords of the database's roles, by role. */
export type DatabasePasswords = z.infer<typeof passwords>;

/** Reads the passwords from the key folder, where they are made at first use and nobody else can read them. */
export function databasePasswords(keyFolder: string, chance: Chance): DatabasePasswords {
  const path = join(keyFolder, 'database-passwords.json');
  if (!existsSync(path)) write(keyFolder, path, newPasswords(chance));
  const read = passwords.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new OperatorFault(`${path} is damaged: put its latest copy back.`);
  return read.data;
}

function newPasswords(chance: Chance): DatabasePasswords {
  const one = () => chance.bytes(24).toString('hex');
  return { forestall_owner: one(), forestall_app: one(), forestall_sequencer: one() };
}

function write(keyFolder: string, path: string, made: DatabasePasswords): void {
  mkdirSync(keyFolder, { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
