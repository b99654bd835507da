import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addMember, addStatementFiles, answerExtract, giveExtract } from '../../cases/index.ts';
import type { Ground } from '../../platform/ground.ts';
import { programFolder } from '../../platform/program-folder.ts';
import { ago, type DemoActors } from './demo-past.ts';

/** The invented page of a notebook on what two pupils told, and what a consultant was asked of it and said. */
export async function adviseDemo(ground: Ground, { pau, marc }: DemoActors, caseId: string): Promise<void> {
  const then = ago(ground, 3 * 1_440);
  const page = await readFile(join(programFolder, 'src', 'app', 'demo', 'notebook-page.webp'));
  const extractId = await ground.database.withActor(pau, async (tx) => {
    const statements = await tx.sql
      .selectFrom('statements')
      .select('id')
      .where('caseId', '=', caseId)
      .orderBy('position')
      .execute();
    const [told, seen] = statements.map(({ id }) => id) as [string, string];
    await addStatementFiles(tx, then, caseId, told, [{ bytes: page }]);
    await addMember(tx, then, caseId, { personId: marc.personId, part: 'consultant' });
    return await giveExtract(tx, then, caseId, {
      readerId: marc.personId,
      question: 'Rooms and times on one page, and calm the day after: what would you ask him next?',
      statementIds: [told, seen],
    });
  });
  await ground.database.withActor(marc, (tx) =>
    answerExtract(tx, ago(ground, 2 * 1_440), extractId, {
      words: 'Ask what the page was for, and whom he would have liked to read it. Calm can be relief or a decision.',
    }),
  );
}
