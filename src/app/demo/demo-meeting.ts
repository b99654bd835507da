import { beginMeeting, callMeeting, endMeeting, writeMinutes } from '../../cases/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { ago, type DemoActors } from './demo-past.ts';

const day = 86_400_000;
const dayMinutes = 1_440;

/** The invented team met two days ago and spoke of three cases; its next meeting is called for tomorrow. */
export async function meetInDemo(ground: Ground, { pau, claire, nora, tom, ines }: DemoActors): Promise<void> {
  const then = ago(ground, 2 * dayMinutes);
  const inDays = (from: Ground, days: number) => new Date(from.clock.now().getTime() + days * day).toISOString();
  const as = <T>(actor: PersonActor, step: (tx: Tx<PersonActor>) => Promise<T>) =>
    ground.database.withActor(actor, step);
  const others = [claire, nora, tom, ines].map(({ personId }) => personId);
  const called = ago(ground, 3 * dayMinutes);
  const id = await as(pau, (tx) => callMeeting(tx, called, { heldAt: inDays(called, 1), personIds: others }));
  const spokenOf = await as(pau, async (tx) => {
    await beginMeeting(tx, then, id, { version: 1, presentIds: [pau.personId, ...others] });
    const items = await tx.sql
      .selectFrom('meetingItems')
      .innerJoin('cases', 'cases.id', 'meetingItems.caseId')
      .select(['cases.id', 'cases.deputyId'])
      .where('meetingItems.meetingId', '=', id)
      .where('cases.leadId', '=', pau.personId)
      .orderBy('meetingItems.position')
      .limit(3)
      .execute();
    return items;
  });
  for (const [at, { id: caseId, deputyId }] of spokenOf.entries())
    await as(pau, (tx) =>
      writeMinutes(tx, then, id, caseId, {
        words: `${minutes[at]}`,
        actions: [
          {
            category: 'subject',
            words: 'Ask the family how the week went, and write down what they say',
            assigneeId: deputyId,
            dueAt: inDays(ground, 3),
          },
        ],
      }),
    );
  await as(pau, (tx) => endMeeting(tx, then, id, { version: 2, putOffRest: true }));
  await as(nora, (tx) => callMeeting(tx, ground, { heldAt: inDays(ground, 1), personIds: [pau.personId, ...others] }));
}

const minutes = [
  'Everybody told what they know. The talks are kept; the gate is mended. What is still missing: whether somebody checks on him at weekends.',
  'Two voices say the same, apart from each other. We ask once more who was there.',
  'Quieter than last week. We stay with what was agreed.',
] as const;
