import { membersById } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { identifiersOf, sameIdentifiers } from '../../platform/identifiers/index.ts';
import { openRecordKeys } from '../../platform/keys/index.ts';
import { caseKey } from '../commands/case-row.ts';
import { named } from '../present.ts';
import { openAt } from '../sealing.ts';
import type { CasePeople, CasePerson } from './contract.ts';
import { type PersonContent, personSpot } from './write-person.ts';

type Link = CasePeople['links'][number];
type Match = CasePeople['matches'][number];
/** Somebody of a case that the reader holds the key of. */
type Known = PersonContent & { id: string; caseId: string; position: number; version: number };

/**
 * The people of one case, and what may be the same person elsewhere: among what the reader can open, and only while the case is
 * open. Of everything else it says no more than that the coordinator can be asked.
 */
export async function peopleOf(tx: Tx<PersonActor>, ground: Ground, caseId: string): Promise<CasePeople> {
  const key = await caseKey(tx, ground, caseId);
  const people = await knownIn(tx, new Map([[caseId, key]]));
  const record = { kind: 'case', id: caseId, key } as const;
  const identifiers = await identifiersOf(tx, record);
  const isOpen = await tx.sql
    .selectFrom('cases')
    .select('id')
    .where('id', '=', caseId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  const found = isOpen ? await matchesOf(tx, ground, record, people) : { matches: [], mayBeHidden: false };
  const linked = await linksOf(tx, ground, people);
  return {
    people: people.map(
      ({ id, position, version, part, pseudonym, name, note, identifierIds }): CasePerson => ({
        id,
        position,
        version,
        part,
        pseudonym,
        name,
        note,
        identifiers: identifiers.filter((each) => identifierIds.includes(each.id)),
      }),
    ),
    matches: found.matches.filter((match) => !linked.links.some((link) => isSame(link, match))),
    links: linked.links,
    askCoordinator: found.mayBeHidden || linked.areHidden,
  };
}

/** Everybody of a case by the pseudonym that they have now, and nothing else of them. */
export const pseudonymsOf = async (tx: Tx, caseId: string, key: Buffer) =>
  (await knownIn(tx, new Map([[caseId, key]]))).map(({ id, pseudonym }) => ({ id, pseudonym }));

const isSame = (link: Link, match: Match): boolean =>
  link.personId === match.personId && link.recordId === match.recordId && link.otherPersonId === match.otherPersonId;

/** Everybody in the cases whose keys these are. */
async function knownIn(tx: Tx, keys: ReadonlyMap<string, Buffer>): Promise<Known[]> {
  if (keys.size === 0) return [];
  const rows = await tx.sql
    .selectFrom('casePeople')
    .selectAll()
    .where('caseId', 'in', [...keys.keys()])
    .orderBy('position')
    .execute();
  return rows.map(({ communityId, id, caseId, position, version, content }) => ({
    id,
    caseId,
    position,
    version,
    ...openAt<PersonContent>(keys.get(caseId)!, personSpot(communityId, caseId, id), content),
  }));
}

async function matchesOf(
  tx: Tx<PersonActor>,
  ground: Ground,
  record: { kind: 'case'; id: string; key: Buffer },
  people: readonly Known[],
): Promise<{ matches: Match[]; mayBeHidden: boolean }> {
  const same = await sameIdentifiers(tx, ground, record);
  const numbers = await numbersOf(tx, same.matches);
  const cases = same.matches.filter(({ kind }) => kind === 'case').map(({ id }) => id);
  const others = await knownIn(tx, await openRecordKeys(tx, ground, [...new Set(cases)]));
  const matches = same.matches.flatMap(({ kind, id, field, own, theirs }): Match[] => {
    const mine = people.find(({ identifierIds }) => identifierIds.includes(own));
    if (!mine) return [];
    const other = others.find(({ identifierIds }) => identifierIds.includes(theirs));
    const pseudonym = other?.pseudonym ?? null;
    const number = numbers.get(id) ?? '';
    return [{ personId: mine.id, kind, recordId: id, number, otherPersonId: other?.id ?? null, pseudonym, field }];
  });
  return { matches, mayBeHidden: same.mayBeHidden };
}

async function numbersOf(tx: Tx, records: readonly { kind: 'case' | 'report'; id: string }[]) {
  const numbers = new Map<string, string>();
  for (const [kind, table] of [['case', 'cases'] as const, ['report', 'reports'] as const]) {
    const ids = records.filter((each) => each.kind === kind).map(({ id }) => id);
    if (ids.length === 0) continue;
    const rows = await tx.sql.selectFrom(table).select(['id', 'number']).where('id', 'in', ids).execute();
    for (const { id, number } of rows) numbers.set(id, number);
  }
  return numbers;
}

/** Standing links of these people, none to what has since proved unfounded or no concern. */
function standing(tx: Tx, people: readonly string[]) {
  return tx.sql
    .selectFrom('samePersonLinks as link')
    .leftJoin('reports', 'reports.id', 'link.otherReportId')
    .select(['link.id', 'link.personId', 'link.otherPersonId', 'link.otherReportId', 'link.linkedBy', 'link.linkedAt'])
    .where('link.undoneAt', 'is', null)
    .where((is) => is.or([is('link.personId', 'in', people), is('link.otherPersonId', 'in', people)]))
    .where((is) =>
      is.or([
        is('reports.outcome', 'is', null),
        is('reports.outcome', 'not in', ['unsubstantiated', 'misuse', 'test']),
      ]),
    )
    .orderBy('link.linkedAt')
    .execute();
}

async function linksOf(
  tx: Tx<PersonActor>,
  ground: Ground,
  people: readonly Known[],
): Promise<{ links: Link[]; areHidden: boolean }> {
  if (people.length === 0) return { links: [], areHidden: false };
  const mine = new Set(people.map(({ id }) => id));
  const rows = (await standing(tx, [...mine])).map((row) => {
    const isMine = mine.has(row.personId);
    return {
      ...row,
      own: isMine ? row.personId : row.otherPersonId!,
      other: isMine ? row.otherPersonId : row.personId,
    };
  });
  const cases = await casesOf(
    tx,
    rows.flatMap(({ other }) => (other === null ? [] : [other])),
  );
  const records = rows.map(({ other, otherReportId }) => (other === null ? otherReportId! : cases.get(other)));
  const keys = await openRecordKeys(tx, ground, [...new Set(records.filter((id) => id !== undefined))]);
  const elsewhere = new Map([...keys].filter(([id]) => [...cases.values()].includes(id)));
  const others = await knownIn(tx, elsewhere);
  const numbers = await numbersOf(
    tx,
    [...keys.keys()].map((id) => ({ kind: elsewhere.has(id) ? ('case' as const) : ('report' as const), id })),
  );
  const names = await membersById(
    tx,
    rows.map(({ linkedBy }) => linkedBy),
  );
  const links = rows.flatMap((row, index): Link[] => {
    const recordId = records[index];
    if (recordId === undefined || !keys.has(recordId)) return [];
    return [
      {
        id: row.id,
        personId: row.own,
        kind: row.other === null ? 'report' : 'case',
        recordId,
        number: numbers.get(recordId) ?? '',
        otherPersonId: row.other,
        pseudonym: others.find(({ id }) => id === row.other)?.pseudonym ?? null,
        by: named(row.linkedBy, names),
        at: row.linkedAt.toISOString(),
      },
    ];
  });
  return { links, areHidden: records.some((id) => id !== undefined && !keys.has(id)) };
}

/** The case of each of these people, where it did not close as no concern. */
async function casesOf(tx: Tx, people: readonly string[]): Promise<Map<string, string>> {
  if (people.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('casePeople as person')
    .innerJoin('cases', 'cases.id', 'person.caseId')
    .select(['person.id', 'person.caseId'])
    .where('person.id', 'in', people)
    .where((is) => is.or([is('cases.closingReason', 'is', null), is('cases.closingReason', '<>', 'no-concern')]))
    .execute();
  return new Map(rows.map(({ id, caseId }) => [id, caseId]));
}
