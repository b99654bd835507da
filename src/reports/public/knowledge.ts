import { findSoleCommunity, presentCommunity } from '../../community/index.ts';
import type { Ground } from '../../platform/ground.ts';
import { type Language, languages } from '../../platform/i18n/index.ts';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { readPublicStylesheet } from '../../platform/pages/stylesheet.ts';

/** What the public pages know of the community, as of a moment ago. */
export interface Knowledge {
  /** The languages offered, the community's own first. */
  offered: readonly Language[];
  nextRead: string | null;
  /** False while the database cannot be asked: what stands here was true before. */
  isCurrent: boolean;
  settingIn(language: Language): PublicSetting;
}

const keptMilliseconds = 1_000;

export const stylesheet = readPublicStylesheet([
  'src/reports/pages/reports.css',
  'src/library/pages/library.css',
  'src/library/courses/courses.css',
  'src/library/evidence/evidence.css',
  'src/library/takeaway/takeaway.css',
]);

/** Before a community is founded, and while nothing else is known: the number that works in all of Europe. */
const unfounded = {
  name: 'Forestall',
  timeZone: 'UTC',
  emergencyNumbers: [{ number: '112', for: 'everything' as const }],
  crisisLines: [],
  nextRead: null,
};

type Founded = Omit<typeof unfounded, 'nextRead' | 'crisisLines' | 'emergencyNumbers'> &
  Pick<PublicSetting, 'emergencyNumbers' | 'crisisLines'> & { nextRead: string | null };

const knowledgeOf = (community: Founded, own: Language | undefined, isCurrent: boolean): Knowledge => {
  const offered = [...new Set([...(own ? [own] : []), ...languages])];
  return {
    offered,
    nextRead: community.nextRead,
    isCurrent,
    settingIn: (language) => ({
      communityName: community.name,
      language,
      languages,
      timeZone: community.timeZone,
      emergencyNumbers: community.emergencyNumbers,
      crisisLines: community.crisisLines,
      stylesheet: stylesheet.path,
    }),
  };
};

const nothingKnown = knowledgeOf(unfounded, undefined, false);

const ask = async (ground: Ground): Promise<Knowledge> => {
  const found = await ground.database.withoutCommunity(findSoleCommunity);
  if (!found) return nothingKnown;
  const actor = { kind: 'public' as const, communityId: found.id };
  const community = await ground.database.withActor(actor, (tx) => presentCommunity(tx, ground));
  const own = languages.find((language) => language === found.defaultLanguage);
  return knowledgeOf(community, own, true);
};

const asked = new WeakMap<Ground, { at: number; answer: Promise<Knowledge> }>();

/**
 * What the pages may say of the community, at most a second old. Never throws: while the database is away it is what was
 * known before, so that the emergency number stays on the page.
 */
export const knowledge = async (ground: Ground): Promise<Knowledge> => {
  const now = ground.clock.now().getTime();
  const last = asked.get(ground);
  if (last && now - last.at < keptMilliseconds) return await last.answer;
  const before = last?.answer ?? Promise.resolve(nothingKnown);
  const answer = ask(ground).catch(async () => ({ ...(await before), isCurrent: false }));
  asked.set(ground, { at: now, answer });
  return await answer;
};
