import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { nextPosition } from '../commands/case-row.ts';
import { enterFor, type PersonContent, personSpot } from '../people/write-person.ts';
import { actionSpot, type StatementContent, sealAt, statementSpot } from '../sealing.ts';
import { keepStatementFiles } from '../statements/statement-files.ts';
import type { CaseArchive } from './contract.ts';
import { openActions } from './look-at.ts';

/** The case that an archive becomes. */
export type Into = { communityId: string; caseId: string; key: Buffer; number: string; leadId: string };
type Tell = () => Promise<void>;
type Statement = CaseArchive['rows']['statements'][number];

/** The statements in their order with their pictures, and what each refers to, under new ids. */
export async function bringStatements(
  tx: Tx<PersonActor>,
  ground: Ground,
  into: Into,
  archive: CaseArchive,
  pictures: ReadonlyMap<string, Buffer>,
  people: ReadonlyMap<string, string>,
  tell: Tell,
): Promise<void> {
  const { statements } = archive.rows;
  const ids = new Map(people);
  for (const { id } of statements) ids.set(id, newId(ground.clock, ground.chance));
  for (const statement of statements) {
    const id = ids.get(statement.id)!;
    await insertStatement(tx, ground, into, id, statement, contentOf(statement, ids));
    const images = archive.files
      .filter(({ recordId }) => recordId === statement.id)
      .flatMap((file) => pictures.get(file.id) ?? [])
      .map((bytes) => ({ bytes }));
    await keepStatementFiles(tx, ground, { ...into, statementId: id, before: 0 }, images);
    await tell();
  }
}

const insertStatement = async (
  tx: Tx<PersonActor>,
  ground: Ground,
  { communityId, caseId, key }: Into,
  id: string,
  { kind }: Statement,
  content: StatementContent,
) =>
  await tx.sql
    .insertInto('statements')
    .values({
      communityId,
      id,
      caseId,
      position: await nextPosition(tx, caseId),
      kind,
      recordedBy: tx.actor.personId,
      recordedAt: ground.clock.now(),
      content: sealAt(key, statementSpot(communityId, caseId, id), content),
    })
    .execute();

/** What statements of an older Forestall say nothing of. */
const untold = { where: '', how: null, signs: [], protective: [], sameSourceAs: null, contradicts: [] };
const unnamed = { names: [], saidBy: null };

/** What a statement says, with whatever it refers to under its new id. */
const contentOf = ({ content }: Statement, ids: ReadonlyMap<string, string>): StatementContent => {
  const known = JSON.parse(JSON.stringify(content), (_, value) => ids.get(value) ?? value);
  return { ...untold, ...unnamed, ...known };
};

/** The people of the case with their identifiers, which from now on are found here as any other's; answers who became whom. */
export async function bringPeople(
  tx: Tx<PersonActor>,
  ground: Ground,
  { communityId, caseId, key }: Into,
  { rows, identifiers }: CaseArchive,
  tell: Tell,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { id: before, content } of rows.casePeople) {
    const id = newId(ground.clock, ground.chance);
    ids.set(before, id);
    const identifierIds: string[] = [];
    for (const identifier of identifiers.filter((each) => content.identifierIds.includes(each.id))) {
      const entered = await enterFor(tx, ground, { kind: 'case', id: caseId, key }, identifier);
      if (entered) identifierIds.push(entered);
    }
    const { part, pseudonym, name, note } = content;
    const person: PersonContent = { part, pseudonym, name, note, identifierIds };
    await tx.sql
      .insertInto('casePeople')
      .values({
        communityId,
        id,
        caseId,
        position: await nextPosition(tx, caseId),
        madeBy: tx.actor.personId,
        madeAt: ground.clock.now(),
        content: sealAt(key, personSpot(communityId, caseId, id), person),
      })
      .execute();
    await tell();
  }
  return ids;
}

/** What was still to be done, by its old date, with the new lead until they give it to somebody. */
export async function bringActions(
  tx: Tx<PersonActor>,
  ground: Ground,
  { communityId, caseId, key, leadId }: Into,
  archive: CaseArchive,
  tell: Tell,
): Promise<void> {
  for (const action of openActions(archive)) {
    const id = newId(ground.clock, ground.chance);
    const seal = (column: 'content' | 'fallback', value: unknown) =>
      sealAt(key, actionSpot(communityId, caseId, id, column), value);
    await tx.sql
      .insertInto('actions')
      .values({
        communityId,
        id,
        caseId,
        position: await nextPosition(tx, caseId),
        category: action.category,
        assigneeId: leadId,
        dueAt: action.dueAt,
        resultDueAt: action.resultDueAt,
        isReferral: action.isReferral,
        needsVerification: action.needsVerification,
        madeBy: tx.actor.personId,
        madeAt: ground.clock.now(),
        content: seal('content', action.content),
        fallback: action.fallback === null ? null : seal('fallback', action.fallback),
      })
      .execute();
    await tell();
  }
}
