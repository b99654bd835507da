import {
  addLeave,
  addShift,
  findFirstCommunity,
  foundCommunity,
  type NewPerson,
  newPerson,
} from '../../community/index.ts';
import { confirmKitHalf, takeIdentity } from '../../identities/index.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Ground } from '../../platform/ground.ts';
import { prepareReport, receiveReport } from '../../reports/index.ts';
import { followUpDemo } from './demo-follow-up.ts';
import { recordDemoGroups } from './demo-groups.ts';
import { fillDemoLibrary } from './demo-library.ts';
import { meetInDemo } from './demo-meeting.ts';
import { ago, type DemoActors } from './demo-past.ts';
import { type DemoKey, demoCommunity, demoParts, demoPeople } from './demo-people.ts';
import { demoReports } from './demo-reports.ts';
import { askDemoRequest } from './demo-requests.ts';
import { walkDemoCases } from './walk-demo-cases.ts';

export type DemoPerson = { email: string; password: string; what: string };

/** The same password for all invented people, made by this installation and good for nothing else. */
const demoPassword = (ground: Ground) =>
  `demo-${ground.keyStore.installationSecret('demo password').toString('hex').slice(0, 8)}`;

/** Loads the invented community the first time; gives the people who can sign in. */
export async function loadDemo(ground: Ground): Promise<DemoPerson[]> {
  const password = demoPassword(ground);
  if (!(await ground.database.withoutCommunity(findFirstCommunity))) await invent(ground, password);
  return demoPeople.map(({ key, email }) => ({ email, password, what: demoParts[key] }));
}

async function invent(ground: Ground, password: string): Promise<void> {
  const people = new Map<DemoKey, NewPerson>();
  for (const { key, ...who } of demoPeople) people.set(key, await newPerson(ground, who, password));
  const { communityId, recoveryKit } = await foundCommunity(ago(ground, 30 * 1_440), demoCommunity, [
    ...people.values(),
  ]);
  const actors = Object.fromEntries(
    [...people].map(([key, { id, roles, keyPair }]) => [
      key,
      { kind: 'person', communityId, personId: id, roles, keyPair },
    ]),
  ) as DemoActors;
  await keepRota(ground, actors);
  await handOutKit(ground, actors, recoveryKit);
  const reportIds = [];
  for (const report of demoReports) {
    const then = ago(ground, report.minutesAgo);
    const prepared = await prepareReport(then);
    const actor: Actor = report.channel === 'web' ? { kind: 'public', communityId } : actors.pau;
    await ground.database.withActor(actor, async (tx) => {
      await receiveReport(tx, then, report.concern, prepared, report.channel);
      await takeIdentity(tx, then, prepared.id, report.contact);
    });
    reportIds.push(prepared.id);
  }
  await followUpDemo(ground, actors, reportIds);
  await walkDemoCases(ground, actors);
  await askDemoRequest(ground, actors);
  await meetInDemo(ground, actors);
  await recordDemoGroups(ground, actors);
  await fillDemoLibrary(ground, actors);
}

/** Sheet A to the custodian, sheet B to the overseer: from now on a reporter can leave a contact. */
async function handOutKit(ground: Ground, { claire, olga }: DemoActors, kit: { halfA: string; halfB: string }) {
  const then = ago(ground, 29 * 1_440);
  await ground.database.withActor(claire, (tx) => confirmKitHalf(tx, then, { half: 'A', mark: kit.halfA.slice(0, 9) }));
  await ground.database.withActor(olga, (tx) => confirmKitHalf(tx, then, { half: 'B', mark: kit.halfB.slice(0, 9) }));
}

/** Two weeks of shifts of twelve hours, changing at 7 and 19 UTC, all by day and by night. */
async function keepRota(ground: Ground, actors: DemoActors): Promise<void> {
  const start = new Date(ground.clock.now());
  start.setUTCHours(7, 0, 0, 0);
  const halfDay = 12 * 3_600_000;
  await ground.database.withActor(actors.nora, async (tx) => {
    for (let shift = -2; shift < 28; shift += 1) {
      const startsAt = new Date(start.getTime() + shift * halfDay);
      const [officer, second] =
        Math.floor(shift / 14) % 2 === 0 ? [actors.pau, actors.ines] : [actors.ines, actors.pau];
      await addShift(tx, ground, {
        startsAt: startsAt.toISOString(),
        endsAt: new Date(startsAt.getTime() + halfDay).toISOString(),
        officerId: officer.personId,
        secondId: second.personId,
      });
    }
    // Somebody falls ill on the third night: the rota shows a gap that a coordinator still has to close.
    const ill = { startsAt: new Date(start.getTime() + 5 * halfDay), endsAt: new Date(start.getTime() + 6 * halfDay) };
    const { personId } = actors.pau;
    await addLeave(tx, ground, { personId, startsAt: ill.startsAt.toISOString(), endsAt: ill.endsAt.toISOString() });
  });
}
