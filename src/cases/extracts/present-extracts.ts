import { membersById } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { openRecordKey } from '../../platform/keys/index.ts';
import type { MyDay } from '../contract.ts';
import { named } from '../present.ts';
import type { CaseExtract, GivenExtract } from './contract.ts';
import { openAnswer, openExtract, openTeamKey } from './sealing.ts';

const rowsAtMost = 100;

/** What was given to consultants of a case and what they answered, opened with the case's key, the latest first. */
export async function extractsOf(tx: Tx, caseId: string, key: Buffer): Promise<CaseExtract[]> {
  const rows = await tx.sql
    .selectFrom('extracts')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('position', 'desc')
    .execute();
  const answers = Map.groupBy(
    await answersTo(
      tx,
      rows.map(({ id }) => id),
    ),
    ({ extractId }) => extractId,
  );
  const people = rows.flatMap((row) => [row.readerId, row.givenBy, ...(row.endedBy ? [row.endedBy] : [])]);
  const names = await membersById(tx, people);
  return rows.map((row) => {
    const own = openTeamKey(key, row);
    const by = row.endedBy === null ? null : named(row.endedBy, names);
    return {
      id: row.id,
      position: row.position,
      reader: named(row.readerId, names),
      by: named(row.givenBy, names),
      at: row.givenAt.toISOString(),
      ended: row.endedAt && { at: row.endedAt.toISOString(), by },
      ...openExtract(own, row),
      answers: (answers.get(row.id) ?? []).map((answer) => ({
        id: answer.id,
        at: answer.answeredAt.toISOString(),
        words: openAnswer(own, answer),
        statementId: answer.statementId,
      })),
    };
  });
}

const answersTo = async (tx: Tx, extracts: readonly string[]) =>
  extracts.length === 0
    ? []
    : await tx.sql
        .selectFrom('extractAnswers')
        .selectAll()
        .where('extractId', 'in', extracts)
        .orderBy('position')
        .execute();

/** The extract as its reader sees it, opened with their own key: nothing else of the case. */
export async function readExtract(tx: Tx<PersonActor>, ground: Ground, id: string): Promise<GivenExtract> {
  const row = await mine(tx)
    .selectAll('extracts')
    .select('cases.number')
    .where('extracts.id', '=', id)
    .executeTakeFirst();
  const key = await openRecordKey(tx, ground, id);
  if (!row || !key) throw notFound();
  const names = await membersById(tx, [row.givenBy]);
  return {
    id,
    number: row.number,
    by: named(row.givenBy, names),
    at: row.givenAt.toISOString(),
    ...openExtract(key, row),
    answers: (await answersTo(tx, [id])).map((answer) => ({
      id: answer.id,
      at: answer.answeredAt.toISOString(),
      words: openAnswer(key, answer),
      isRecorded: answer.statementId !== null,
    })),
  };
}

const mine = (tx: Tx<PersonActor>) =>
  tx.sql
    .selectFrom('extracts')
    .innerJoin('cases', 'cases.id', 'extracts.caseId')
    .where('extracts.readerId', '=', tx.actor.personId)
    .where('extracts.endedAt', 'is', null);

/** What this person was given to read as a consultant, the oldest first, and whether they have answered. */
export async function adviceAskedOfMe(tx: Tx<PersonActor>): Promise<MyDay['advice']> {
  const rows = await mine(tx)
    .select((is) => [
      'extracts.id',
      'extracts.givenAt',
      'cases.number as caseNumber',
      is
        .exists(is.selectFrom('extractAnswers as a').select('a.id').whereRef('a.extractId', '=', 'extracts.id'))
        .as('isAnswered'),
    ])
    .orderBy('extracts.givenAt')
    .limit(rowsAtMost)
    .execute();
  return rows.map(({ id, caseNumber, givenAt, isAnswered }) => ({
    id,
    caseNumber,
    givenAt: givenAt.toISOString(),
    isAnswered: Boolean(isAnswered),
  }));
}
