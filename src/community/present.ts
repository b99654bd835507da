import type { z } from 'zod';
import type { Tx } from '../platform/db/database.ts';
import type { Ground } from '../platform/ground.ts';
import type { publicCommunity } from './contract.ts';
import { type Community, communityOf } from './queries/communities.ts';
import { deskAt, nextReadOf, promisedMinutesOf } from './queries/duty.ts';
import { logoOf } from './settings/logo.ts';

const languages = ['en', 'ca', 'es', 'fr'] as const;

/** What everybody may know of the community of this transaction. */
export async function presentCommunity(tx: Tx, ground: Ground): Promise<z.infer<typeof publicCommunity>> {
  const community: Community = await communityOf(tx);
  const now = ground.clock.now();
  const desk = await deskAt(tx, now);
  return {
    slug: community.slug,
    name: community.name,
    languages: languages.filter((language) => community.offeredLanguages.includes(language)),
    timeZone: community.timeZone,
    country: community.country,
    emergencyNumbers: community.emergencyNumbers,
    crisisLines: community.crisisLines,
    nextRead: nextReadOf(desk, now, 'routine')?.toISOString() ?? null,
    promisedMinutes: promisedMinutesOf(desk),
    logo: (await logoOf(tx))?.mark ?? null,
  };
}
