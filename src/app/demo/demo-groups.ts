import { groupSettingsOf, recordGroup, setGroupSettings } from '../../cases/index.ts';
import type { Ground } from '../../platform/ground.ts';
import { keepYear } from '../../programme/index.ts';
import type { DemoActors } from './demo-past.ts';

/** Last year of the invented place, in the order of its list; what no group was recorded for stands last. */
const lastYear = [
  { opened: 46, unfounded: 19, helped: 17, 'passed-on': 4, legal: 1 },
  { opened: 31, unfounded: 12, helped: 14, 'passed-on': 2, legal: 0 },
  { opened: 18, unfounded: 3, helped: 12, 'passed-on': 0, legal: 1 },
  { opened: 7, unfounded: 5, helped: 2, 'passed-on': 0, legal: 0 },
  { opened: 22, unfounded: 13, helped: 11, 'passed-on': 1, legal: 0 },
];

/** Groups as a community may record them: an invented ground, a list, a record on some cases, and last year as it was counted. */
export async function recordDemoGroups(ground: Ground, { nora, olga, pau }: DemoActors): Promise<void> {
  const { groups } = await ground.database.withActor(nora, async (tx) => {
    await setGroupSettings(tx, ground, {
      version: 0,
      isOn: true,
      heading: 'Language spoken at home',
      groups: [
        { name: 'Catalan', people: 5_200 },
        { name: 'Spanish', people: 4_100 },
        { name: 'Amazigh or Arabic', people: 900 },
        { name: 'Another', people: 650 },
      ],
      document: 'Ordinance of Riba Alta on equal treatment (invented)',
      section: 'Section 4',
      counsel: '',
      threshold: 11,
    });
    return await groupSettingsOf(tx);
  });
  await ground.database.withActor(pau, async (tx) => {
    const led = tx.sql.selectFrom('cases').select('id').where('leadId', '=', pau.personId).where('state', '=', 'open');
    for (const [at, { id }] of (await led.orderBy('number').limit(6).execute()).entries())
      await recordGroup(tx, ground, id, { version: 0, groupId: groups[at % groups.length]!.id });
  });
  await ground.database.withActor(olga, async (tx) => {
    const names = [...groups.map(({ id }) => id), 'not-recorded'];
    const counts = Object.fromEntries(lastYear.map((each, at) => [names[at]!, each]));
    const year = ground.clock.now().getUTCFullYear() - 1;
    await keepYear(tx, ground, await groupSettingsOf(tx), year, counts);
  });
}
