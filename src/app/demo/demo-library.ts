import {
  articleOf,
  decideVersion,
  fieldsOf,
  type Library,
  libraryBelow,
  recordTraining,
  saveText,
  tellMistake,
} from '../../library/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { ago, type DemoActors } from './demo-past.ts';

const days = (count: number): number => count * 1_440;

const ownPage = { language: 'en', id: 'prevent.telling-us-in-riba-alta' };
const ownFields = {
  title: 'Telling us in Riba Alta',
  summary: 'Where to tell what worries you in this invented town, who reads it, and when you get an answer.',
  step: 'detect',
  roles: ['public', 'teacher'],
  sources: [],
  readingAge: '11',
  status: 'written',
  reviewedBy: '',
  body: `Riba Alta does not exist. This page shows how a community puts a page of its own beside the others.

## Where to tell

1. Somebody is in danger now? Call 112.
2. If not, use [the report page](report:), by day or by night. You need no name.
3. You would rather talk? Come to the desk of the town hall on a weekday morning.

## Who reads it

A duty officer reads every report the same day. Two of them take turns. They ask the school or the health centre only where that helps.

## Go further

- [Warning signs](library:prevent.warning-signs)
- [How to report](library:prevent.how-to-report)`,
};

const ourWalk = `## In Riba Alta

We walk on the first Monday of each month, with the school service and the market stewards. Bring what was found last time.`;

/** What the invented desk of the library shows: a page of its own, a change that waits, a draft, a mistake, two trainings. */
export async function fillDemoLibrary(ground: Ground, actors: DemoActors): Promise<void> {
  const library = await libraryBelow(ground);
  const { nora, pau, ines } = actors;
  await writeOwnPage(ground, library, actors);
  const walk = articleOf(library, 'en', 'prepare.security-walk');
  if (walk)
    await ground.database.withActor(nora, async (tx) => {
      const fields = { ...fieldsOf(walk), body: `${walk.body.trim()}\n\n${ourWalk}` };
      await saveText(tx, ago(ground, 95), library, { language: 'en', id: walk.id }, { fields, send: false });
    });
  await ground.database.withActor({ kind: 'public', communityId: nora.communityId }, (tx) =>
    tellMistake(tx, ago(ground, days(2)), {
      page: '/en/library/prepare/queues',
      words: 'On my telephone the last column of the table is hard to read.',
    }),
  );
  await train(ago(ground, days(380)), library, pau, 'reading-a-report');
  await train(ago(ground, days(20)), library, ines, 'reading-a-report');
  await train(ago(ground, days(3)), library, nora, 'weighing-a-case');
}

/** Nora wrote it and Claire approved it ten days ago; a second version waits for Claire since yesterday. */
async function writeOwnPage(ground: Ground, library: Library, { nora, claire }: DemoActors): Promise<void> {
  const write = (then: Ground, body: string) => (tx: Tx<PersonActor>) =>
    saveText(tx, then, library, ownPage, { fields: { ...ownFields, body }, send: true });
  const approval = { decision: 'approve' as const, words: 'Clear and short.', position: 0 };
  await ground.database.withActor(nora, write(ago(ground, days(11)), ownFields.body));
  await ground.database.withActor(claire, (tx) => decideVersion(tx, ago(ground, days(10)), ownPage, 1, approval));
  const body = ownFields.body.replace('on a weekday morning', 'on a weekday morning, or on market day until six');
  await ground.database.withActor(nora, write(ago(ground, days(1)), body));
}

async function train(then: Ground, library: Library, who: PersonActor, courseId: string): Promise<void> {
  const course = library.courses.find(({ id }) => id === courseId);
  const answers = Object.fromEntries((course?.situations ?? []).map(({ id, best }) => [id, best]));
  await then.database.withActor(who, (tx) => recordTraining(tx, then, library.courses, { courseId, answers }));
}
