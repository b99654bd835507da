import type { MyDay } from '../../cases/contract.ts';
import { type Community, communitiesKept, type From, read } from './client.ts';
import { refusalOf } from './refusal.ts';

type Lists = { [List in Exclude<keyof MyDay, 'onDuty'>]: From<MyDay[List][number]>[] };
/** What waits for somebody in every community that they serve, each thing with the community it waits in. */
export type MergedDay = Lists & { onDuty: From<NonNullable<MyDay['onDuty']>>[] };

const dayIn = async (community: Community): Promise<{ day: MyDay; community: Community } | null> => {
  try {
    return { day: await read<MyDay>('/my-day', community.slug), community };
  } catch (error) {
    if (refusalOf(error).kind === 'not-found') return null;
    throw error;
  }
};

/** The moment by which each kind of thing is ordered, soonest first. */
const dueOf = (thing: object): string => {
  const { nextDueAt, dueAt, expiresAt, nextReviewAt, heldAt, endsAt, until } = thing as Record<
    string,
    string | null | undefined
  >;
  return nextDueAt ?? dueAt ?? expiresAt ?? nextReviewAt ?? heldAt ?? endsAt ?? until ?? '';
};

/** Joins the days of several communities: each list in the order of what is due, each thing with its community. */
export const mergeDays = (days: readonly { day: MyDay; community: Community | null }[]): MergedDay => {
  const joined = <Thing extends object>(things: (day: MyDay) => readonly Thing[]): From<Thing>[] => {
    const all = days.flatMap(({ day, community }) =>
      things(day).map((thing): From<Thing> => (community ? { ...thing, community } : thing)),
    );
    return days.length === 1 ? all : all.toSorted((one, other) => dueOf(one).localeCompare(dueOf(other)));
  };
  return {
    onDuty: joined(({ onDuty }) => (onDuty ? [onDuty] : [])),
    reports: joined(({ reports }) => reports),
    handovers: joined(({ handovers }) => handovers),
    offers: joined(({ offers }) => offers),
    actions: joined(({ actions }) => actions),
    asked: joined(({ asked }) => asked),
    advice: joined(({ advice }) => advice),
    reviews: joined(({ reviews }) => reviews),
    meetings: joined(({ meetings }) => meetings),
    sharingEnds: joined(({ sharingEnds }) => sharingEnds),
    sharedWithMe: joined((day) => day.sharedWithMe),
  };
};

/** Reads the day in every community; one that no longer lets the person in is left out. */
export const readMyDay = async (): Promise<MergedDay> => {
  const communities = communitiesKept();
  if (communities.length < 2) return mergeDays([{ day: await read<MyDay>('/my-day'), community: null }]);
  return mergeDays((await Promise.all(communities.map(dayIn))).filter((each) => each !== null));
};
