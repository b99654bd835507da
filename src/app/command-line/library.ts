import { setTimeout as wait } from 'node:timers/promises';
import { type AskedLink, checkLinks, keepCheckedLinks, openLibrary } from '../../library/index.ts';
import { systemClock } from '../../platform/clock.ts';
import { type Config, contentFolderOf } from '../config.ts';

const words: Record<AskedLink['state'], string> = {
  reached: 'reached',
  moved: 'moved to',
  dead: 'dead',
  unsure: 'not sure',
  'no-network': 'no network',
};

const lineOf = ({ url, state, because }: AskedLink): string => `${words[state]} (${because}) ${url}`;

/** Asks every linked page whether it is still there, politely, and notes the day; answers whether none is dead. */
export async function checkLibraryLinks(config: Config): Promise<boolean> {
  const folder = contentFolderOf(config);
  const { resources, sources } = await openLibrary(folder);
  const addresses = [...resources, ...sources.values()].flatMap(({ url }) => url ?? []);
  const asked = await checkLinks({
    addresses,
    pauseMilliseconds: 1_000,
    timeoutMilliseconds: 15_000,
    hostsAtATime: 4,
    wait: (milliseconds) => wait(milliseconds),
    onProgress: (link, done, all) => console.log(`${done} of ${all}: ${lineOf(link)}`),
  });
  if (asked === null) {
    console.error('There is no network: nothing was checked, and nothing was changed.');
    return false;
  }
  await keepCheckedLinks(folder, asked, systemClock.now().toISOString().slice(0, 10));
  return summarise(asked);
}

function summarise(asked: readonly AskedLink[]): boolean {
  const inState = (state: AskedLink['state']) => asked.filter((link) => link.state === state);
  console.log(`\n${inState('reached').length + inState('moved').length} of ${asked.length} reached.`);
  for (const state of ['moved', 'unsure', 'dead'] as const) {
    const some = inState(state);
    if (some.length > 0) console.log(`\n${some.length} ${words[state]}:\n${some.map(lineOf).join('\n')}`);
  }
  return inState('dead').length === 0;
}
