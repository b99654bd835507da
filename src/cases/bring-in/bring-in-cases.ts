import { lockMembers, recipientsFor } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { actsInsert } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId, spokenNumber } from '../../platform/ids.ts';
import { finishImport, importsOf, progressOf } from '../../platform/imports/index.ts';
import { manyCopiesInsert, type Recipient } from '../../platform/keys/index.ts';
import type { Table } from '../../platform/tables/read-table.ts';
import { newRecordKey } from '../../platform/vault/index.ts';
import { checkCases, type OldCase } from '../screens/bring-in/check-cases.ts';
import { caseSpot, type StatementContent, sealAt, stageSpot, statementSpot } from '../sealing.ts';
import { stageLength, standardsOf } from '../stages/standards.ts';
import type { BringInOptions, CaseImports } from './contract.ts';
import { listedAgainst } from './listed-against.ts';

/** The imports so far, and what a list is checked against before it is sent. */
export async function caseImportsOf(tx: Tx): Promise<CaseImports> {
  const imports = await importsOf(tx, 'cases');
  return { ...(await listedAgainst(tx)), imports: imports.map(({ become: _, ...row }) => row) };
}

/** Checks the whole list before anything begins: one fault, and it is refused. */
export async function checkedCases(
  tx: Tx,
  ground: Ground,
  { table, options }: { table: Table; options: BringInOptions },
): Promise<OldCase[]> {
  const { cases, faults } = checkCases(table, { ...options, ...(await listedAgainst(tx)), now: ground.clock.now() });
  if (faults.length > 0) throw invalid({ file: 'rows-broken' });
  return cases;
}

type Begun = { id: string; cases: OldCase[] };

/**
 * Brings in every case in the transaction of the request, or none. Lead and deputy of each hold its key from now on, and
 * nobody else; a level of concern is not taken over, since two people here have not rated it.
 */
export async function bringInCases(tx: Tx<PersonActor>, ground: Ground, { id, cases }: Begun): Promise<{ id: string }> {
  const people = [...new Set(cases.flatMap(({ leadId, deputyId }) => [leadId, deputyId]))];
  const active = await lockMembers(tx, people);
  if (people.some((person) => !active.has(person))) throw invalid({ file: 'rows-broken' });
  const recipients = new Map((await recipientsFor(tx, people)).map((each) => [each.id, each]));
  const standards = await standardsOf(tx);
  const numbers = await freeNumbers(tx, ground, cases.length);
  const told = progressOf(ground, tx.actor, id);
  for (let from = 0; from < cases.length; from += atOnce) {
    const some = cases.slice(from, from + atOnce).map((old, index) => {
      const to = [old.leadId, old.deputyId].map((person) => recipients.get(person)!);
      return placed(ground, old, numbers[from + index]!, to, stageLength(standards, old.stage));
    });
    await writeCases(tx, ground, some);
    await told(from + some.length);
  }
  await finishImport(tx, ground, id, 'cases', cases.length);
  return { id };
}

/** Few enough that progress is told often, many enough that the way to the database does not count. */
const atOnce = 50;

/** As many spoken numbers as are wanted, none of which a case here has. */
async function freeNumbers(tx: Tx, ground: Ground, count: number): Promise<string[]> {
  const free = new Set<string>();
  while (free.size < count) {
    const drawn = Array.from({ length: count - free.size }, () => spokenNumber(ground.chance));
    const taken = await tx.sql.selectFrom('cases').select('number').where('number', 'in', drawn).execute();
    const isTaken = new Set(taken.map(({ number }) => number));
    for (const number of drawn) if (!isTaken.has(number)) free.add(number);
  }
  return [...free];
}

type Placed = ReturnType<typeof placed>;

const placed = (ground: Ground, old: OldCase, number: string, to: readonly Recipient[], stageTime: number) => ({
  ...old,
  id: newId(ground.clock, ground.chance),
  visitId: newId(ground.clock, ground.chance),
  statementId: newId(ground.clock, ground.chance),
  key: newRecordKey(),
  number,
  to,
  stageTime,
});

async function writeCases(tx: Tx<PersonActor>, ground: Ground, some: readonly Placed[]): Promise<void> {
  const now = ground.clock.now();
  const { communityId, personId } = tx.actor;
  await tx.sql
    .insertInto('cases')
    .values(some.map((each) => caseRow(each, communityId, personId)))
    .execute();
  await manyCopiesInsert(
    tx,
    ground,
    some.map(({ id, key, to }) => ({ record: id, key, recipients: to })),
  ).execute();
  const facts = { channel: 'import' };
  await actsInsert(
    tx,
    ground,
    some.map(({ id }) => ({ act: 'case-opened', recordKind: 'case', recordId: id, facts })),
  ).execute();
  await tx.sql
    .insertInto('stageVisits')
    .values(some.map((each) => visitRow(each, communityId, personId, now)))
    .execute();
  await tx.sql
    .insertInto('leadChanges')
    .values(
      some.map(({ id, leadId, deputyId }) => ({
        communityId,
        caseId: id,
        position: 2,
        leadId,
        deputyId,
        why: 'opened',
        at: now,
      })),
    )
    .execute();
  const statements = some.flatMap((each) => statementRow(each, communityId, personId, now));
  if (statements.length > 0) await tx.sql.insertInto('statements').values(statements).execute();
}

const caseRow = (of: Placed, communityId: string, personId: string) => ({
  communityId,
  id: of.id,
  number: of.number,
  stage: of.stage,
  openedAt: of.openedAt,
  openedBy: personId,
  leadId: of.leadId,
  deputyId: of.deputyId,
  position: 3,
  content: sealAt(of.key, caseSpot(communityId, of.id), { title: of.title, summary: of.summary }),
  state: of.closing ? 'closed' : 'open',
  closedAt: of.closing?.at ?? null,
  closedBy: of.closing ? personId : null,
  closingReason: of.closing?.reason ?? null,
  nextReviewAt: of.closing ? null : of.nextReviewAt,
});

const visitRow = (of: Placed, communityId: string, personId: string, now: Date) => ({
  communityId,
  id: of.visitId,
  caseId: of.id,
  position: 1,
  stage: of.stage,
  enteredAt: of.openedAt,
  enteredBy: personId,
  dueAt: new Date(now.getTime() + of.stageTime),
  exit: of.closing ? 'closed' : null,
  exitedAt: of.closing?.at ?? null,
  exitedBy: of.closing ? personId : null,
  reason: of.closing ? sealAt(of.key, stageSpot(communityId, of.id, of.visitId, 'reason'), '') : null,
});

/** What of a statement an earlier system does not tell apart. */
const untold: Omit<StatementContent, 'words' | 'source'> = {
  happened: '',
  where: '',
  how: null,
  signs: [],
  protective: [],
  sameSourceAs: null,
  contradicts: [],
  names: [],
  saidBy: null,
};

const statementRow = (of: Placed, communityId: string, personId: string, now: Date) =>
  of.statement === null
    ? []
    : [
        {
          communityId,
          id: of.statementId,
          caseId: of.id,
          position: 3,
          kind: 'told',
          recordedBy: personId,
          recordedAt: now,
          content: sealAt(of.key, statementSpot(communityId, of.id, of.statementId), { ...untold, ...of.statement }),
        },
      ];
