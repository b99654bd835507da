import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { AskedLink } from './ask-address.ts';

/** In the operator's folder: each address that was reached, with the day (UTC) on which it was. */
const fileName = 'checked-links.json';
const checkedLinks = z.record(z.string(), z.iso.date());
export type CheckedLinks = z.infer<typeof checkedLinks>;

/** When each address was last reached; nothing where none was ever checked or the file is broken. */
export const readCheckedLinks = async (folder: string): Promise<CheckedLinks> => {
  try {
    return checkedLinks.parse(JSON.parse(await readFile(join(folder, fileName), 'utf8')));
  } catch {
    return {};
  }
};

const isReached = ({ state }: AskedLink) => state === 'reached' || state === 'moved';

/** Notes what was reached on this day; an address that is dead is no longer noted as reached. */
export const keepCheckedLinks = async (folder: string, asked: readonly AskedLink[], day: string): Promise<void> => {
  const kept = new Map(Object.entries(await readCheckedLinks(folder)));
  for (const link of asked) {
    if (isReached(link)) kept.set(link.url, day);
    else if (link.state === 'dead') kept.delete(link.url);
  }
  await mkdir(folder, { recursive: true });
  const text = JSON.stringify(Object.fromEntries([...kept].toSorted(([a], [b]) => (a < b ? -1 : 1))), null, 2);
  await writeFile(join(folder, `${fileName}.new`), `${text}\n`);
  await rename(join(folder, `${fileName}.new`), join(folder, fileName));
};
