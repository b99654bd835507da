import { allCommunities, communityOf, type NamedCommunity, presentCommunity } from '../../community/index.ts';
import { isOffered } from '../../identities/index.ts';
import type { Ground } from '../../platform/ground.ts';
import { communityNamedIn } from '../../platform/http/community-address.ts';
import { type Language, languages } from '../../platform/i18n/index.ts';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { readPublicStylesheet } from '../../platform/pages/stylesheet.ts';

/** What the public pages know of the community that an address names, as of a moment ago. */
export interface Knowledge {
  /** The communities to choose from where the address names none and there are several. */
  choices: readonly Pick<NamedCommunity, 'slug' | 'name'>[];
  /** False where the address names a community that nobody founded. */
  isThere: boolean;
  /** Whose pages these are; null where no single community is meant. */
  communityId: string | null;
  /** The languages offered, the community's own first. */
  offered: readonly Language[];
  nextRead: string | null;
  promisedMinutes: number | null;
  /** False while the database cannot be asked: what stands here was true before. */
  isCurrent: boolean;
  settingIn(language: Language): PublicSetting;
}

const keptMilliseconds = 1_000;

export const stylesheet = readPublicStylesheet([
  'src/reports/pages/reports.css',
  'src/library/pages/library.css',
  'src/library/courses/courses.css',
  'src/platform/charts/bars.css',
  'src/library/evidence/evidence.css',
  'src/library/takeaway/takeaway.css',
  'src/ways-in/public/paper.css',
]);

/** Before a community is founded, and while nothing else is known: the number that works in all of Europe. */
const unfounded = {
  name: 'Forestall',
  timeZone: 'UTC',
  languages: [...languages],
  communityId: null as string | null,
  emergencyNumbers: [{ number: '112', for: 'everything' as const }],
  crisisLines: [],
  nextRead: null,
  promisedMinutes: null,
  logo: null,
};

type Founded = Omit<
  typeof unfounded,
  'nextRead' | 'crisisLines' | 'emergencyNumbers' | 'languages' | 'promisedMinutes' | 'logo'
> &
  Pick<PublicSetting, 'emergencyNumbers' | 'crisisLines' | 'takesContact' | 'languages'> & {
    nextRead: string | null;
    promisedMinutes: number | null;
    logo: string | null;
  };
interface Told {
  own?: Language | undefined;
  isCurrent: boolean;
  isThere?: boolean;
  base?: string;
  choices?: readonly NamedCommunity[];
}

const knowledgeOf = (community: Founded, told: Told): Knowledge => {
  const { own, isCurrent, isThere = true, base = '', choices = [] } = told;
  const offered = [...new Set([...(own ? [own] : []), ...community.languages])];
  return {
    communityId: community.communityId,
    choices,
    isThere,
    offered,
    nextRead: community.nextRead,
    promisedMinutes: community.promisedMinutes,
    isCurrent,
    settingIn: (language) => ({
      communityName: community.name,
      language,
      languages: community.languages,
      timeZone: community.timeZone,
      emergencyNumbers: community.emergencyNumbers,
      crisisLines: community.crisisLines,
      logo: community.logo,
      stylesheet: stylesheet.path,
      takesContact: community.takesContact ?? false,
      base,
    }),
  };
};

const nothingKnown = knowledgeOf(unfounded, { isCurrent: false });

/** Every number to call in an emergency that any of them names, each once. */
const numbersOf = (communities: readonly NamedCommunity[]): PublicSetting['emergencyNumbers'] => [
  ...new Map(communities.flatMap((each) => each.emergencyNumbers).map((one) => [JSON.stringify(one), one])).values(),
];

const ask = async (ground: Ground, slug: string | null): Promise<Knowledge> => {
  const all = await ground.database.withoutCommunity(allCommunities);
  const one = slug === null && all.length === 1 ? all[0] : all.find((each) => each.slug === slug);
  if (one) return await askOne(ground, one, slug === null ? '' : `/${slug}`);
  if (all.length === 0 && slug === null) return nothingKnown;
  const numbers = all.length === 0 ? unfounded : { ...unfounded, emergencyNumbers: numbersOf(all) };
  return knowledgeOf(numbers, { isCurrent: true, isThere: slug === null, choices: slug === null ? all : [] });
};

const askOne = async (ground: Ground, { id }: NamedCommunity, base: string): Promise<Knowledge> => {
  const actor = { kind: 'public' as const, communityId: id };
  const { defaultLanguage, ...community } = await ground.database.withActor(actor, async (tx) => ({
    ...(await presentCommunity(tx, ground)),
    communityId: id,
    takesContact: await isOffered(tx),
    defaultLanguage: (await communityOf(tx)).defaultLanguage,
  }));
  return knowledgeOf(community, { own: languages.find((each) => each === defaultLanguage), isCurrent: true, base });
};

type Asked = { at: number; answer: Promise<Knowledge> };
const asked = new WeakMap<Ground, Map<string | null, Asked>>();

/**
 * What the pages may say of the community that the request names, at most a second old. Never throws: while the database is
 * away it is what was known before, so that the emergency number stays on the page.
 */
export const knowledge = async (ground: Ground, request: { url: string }): Promise<Knowledge> => {
  const slug = communityNamedIn(request);
  const now = ground.clock.now().getTime();
  const known = asked.get(ground) ?? new Map<string | null, Asked>();
  asked.set(ground, known);
  const last = known.get(slug);
  if (last && now - last.at < keptMilliseconds) return await last.answer;
  const before = last?.answer ?? Promise.resolve(nothingKnown);
  const answer = ask(ground, slug).catch(async () => ({ ...(await before), isCurrent: false }));
  known.set(slug, { at: now, answer });
  // Invented names are not remembered: a walk through them fills no memory.
  if (!(await answer).isThere) known.delete(slug);
  return await answer;
};
