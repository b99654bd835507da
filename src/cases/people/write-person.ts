import type { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { enterIdentifier, type Identifier, identifiersOf, removeIdentifier } from '../../platform/identifiers/index.ts';
import { newId } from '../../platform/ids.ts';
import { caseKey, lockOpenCase, nextPosition } from '../commands/case-row.ts';
import { type CaseSpot, openAt, sealAt } from '../sealing.ts';
import { type personIdentifierInput, writePersonInput } from './contract.ts';

type Fields = z.output<typeof writePersonInput>;
/** What the record of a person holds; their identifiers lie with the case's, each under its own tag. */
export type PersonContent = Pick<Fields, 'part' | 'pseudonym' | 'name' | 'note'> & { identifierIds: string[] };

export const personSpot = (community: string, caseId: string, row: string): CaseSpot => ({
  community,
  caseId,
  table: 'case_people',
  column: 'content',
  row,
});

/** Somebody of this case, locked, and what is written of them. */
async function lockPerson(tx: Tx, key: Buffer, caseId: string, id: string) {
  const row = await tx.sql
    .selectFrom('casePeople')
    .selectAll()
    .where('id', '=', id)
    .where('caseId', '=', caseId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return { ...row, opened: openAt<PersonContent>(key, personSpot(row.communityId, caseId, id), row.content) };
}

async function rewrite(
  tx: Tx,
  key: Buffer,
  row: { communityId: string; caseId: string; id: string; version: number },
  content: PersonContent,
): Promise<void> {
  await tx.sql
    .updateTable('casePeople')
    .set({
      version: row.version + 1,
      content: sealAt(key, personSpot(row.communityId, row.caseId, row.id), content),
    })
    .where('id', '=', row.id)
    .execute();
}

/** Enters somebody into the case by a pseudonym, or writes anew what is known of them, on top of the version that was read. */
export async function writePerson(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  input: z.input<typeof writePersonInput>,
): Promise<void> {
  const { personId, version, ...fields } = writePersonInput.parse(input);
  const key = await caseKey(tx, ground, caseId);
  await lockOpenCase(tx, caseId);
  const act = (name: string, id: string) =>
    recordAct(tx, ground, { act: name, recordKind: 'case', recordId: caseId, facts: { person: id } });
  if (personId !== null) {
    const row = await lockPerson(tx, key, caseId, personId);
    if (row.version !== version) throw conflict('changed-since-you-opened-it');
    await act('person-of-case-changed', personId);
    return await rewrite(tx, key, row, { ...fields, identifierIds: row.opened.identifierIds });
  }
  const id = newId(ground.clock, ground.chance);
  const { communityId } = tx.actor;
  await act('person-of-case-entered', id);
  const content: PersonContent = { ...fields, identifierIds: [] };
  await tx.sql
    .insertInto('casePeople')
    .values({
      communityId,
      id,
      caseId,
      position: await nextPosition(tx, caseId),
      madeBy: tx.actor.personId,
      madeAt: ground.clock.now(),
      content: sealAt(key, personSpot(communityId, caseId, id), content),
    })
    .execute();
}

/** Takes somebody out of the case: their identifiers and links go too, what was said in statements stays. */
export async function removePerson(tx: Tx<PersonActor>, ground: Ground, caseId: string, id: string): Promise<void> {
  const key = await caseKey(tx, ground, caseId);
  await lockOpenCase(tx, caseId);
  const { opened } = await lockPerson(tx, key, caseId, id);
  await recordAct(tx, ground, {
    act: 'person-of-case-removed',
    recordKind: 'case',
    recordId: caseId,
    facts: { person: id },
  });
  for (const identifier of opened.identifierIds) await removeIdentifier(tx, caseId, identifier);
  await tx.sql.deleteFrom('casePeople').where('id', '=', id).execute();
}

/** Enters an exact identifier of somebody, or takes one out: only by it can they be recognised elsewhere. */
export async function identifyPerson(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  id: string,
  input: z.output<typeof personIdentifierInput>,
): Promise<void> {
  const key = await caseKey(tx, ground, caseId);
  await lockOpenCase(tx, caseId);
  const row = await lockPerson(tx, key, caseId, id);
  const { identifierIds } = row.opened;
  const act = input.act === 'enter' ? 'identifier-entered' : 'identifier-removed';
  await recordAct(tx, ground, { act, recordKind: 'case', recordId: caseId, facts: { person: id } });
  if (input.act === 'remove') {
    if (!identifierIds.includes(input.identifierId)) throw notFound();
    await removeIdentifier(tx, caseId, input.identifierId);
    const left = identifierIds.filter((each) => each !== input.identifierId);
    return await rewrite(tx, key, row, { ...row.opened, identifierIds: left });
  }
  const added = await enterFor(tx, ground, { kind: 'case', id: caseId, key }, input);
  if (added === null) throw conflict('already-answered');
  await rewrite(tx, key, row, { ...row.opened, identifierIds: [...identifierIds, added] });
}

/**
 * Enters an identifier for one person of the case and gives its id; null where it stands there already: the same one of somebody
 * else is kept once, with whom it was entered for first.
 */
export async function enterFor(
  tx: Tx<PersonActor>,
  ground: Ground,
  record: { kind: 'case'; id: string; key: Buffer },
  { field, value }: Pick<Identifier, 'field' | 'value'>,
): Promise<string | null> {
  const before = new Set((await identifiersOf(tx, record)).map((each) => each.id));
  await enterIdentifier(tx, ground, record, field, value);
  return (await identifiersOf(tx, record)).find((each) => !before.has(each.id))?.id ?? null;
}
