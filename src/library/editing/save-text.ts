import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, invalid, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import type { WrittenText } from '../contract.ts';
import type { Library } from '../reading/library.ts';
import { lockText, publicationsOf, publish, versionsOf } from './versions.ts';
import { checkWritten, markdownOf, type TextPlace } from './written-text.ts';

/** The audit act on one version of a text; nothing of its words goes into the log. */
const record = (tx: Tx, ground: Ground, act: string, { language, id }: TextPlace, facts: Record<string, number>) =>
  recordAct(tx, ground, { act, recordKind: 'library-text', recordId: null, facts: { language, text: id, ...facts } });

/**
 * Keeps the author's draft as it is, sound or not; with `send` it waits for another person, if nothing is wrong with it.
 * Each author has one open version of a text; what was sent does not change any more.
 */
export async function saveText(
  tx: Tx<PersonActor>,
  ground: Ground,
  library: Library,
  place: TextPlace,
  { fields, send }: { fields: WrittenText; send: boolean },
): Promise<void> {
  const now = ground.clock.now();
  const markdown = markdownOf(place, fields, now.toISOString().slice(0, 10));
  if (send) requireSound(library, place, markdown);
  await lockText(tx, place);
  const versions = await versionsOf(tx, place);
  const mine = versions.find(({ authorId, state }) => authorId === tx.actor.personId && isOpen(state));
  if (mine?.state === 'waiting') throw conflict('already-decided');
  const number = mine?.number ?? (versions[0]?.number ?? 0) + 1;
  const state = send ? 'waiting' : 'draft';
  if (mine) await changeDraft(tx, place, number, { markdown, state, writtenAt: now });
  else await addVersion(tx, place, number, { markdown, state, writtenAt: now });
  await record(tx, ground, send ? 'library-text-sent' : 'library-draft-saved', place, { version: number });
}

const isOpen = (state: string): boolean => state === 'draft' || state === 'waiting';

/** Each fault stands beside its field: a body's with the line. */
function requireSound(library: Library, place: TextPlace, markdown: string): void {
  const { faults } = checkWritten(library, place, markdown);
  if (faults.length > 0) throw invalid(Object.fromEntries(faults.map(({ field }) => [field, 'has-faults'])));
}

type Writing = { markdown: string; state: 'draft' | 'waiting'; writtenAt: Date };

async function addVersion(tx: Tx<PersonActor>, { language, id }: TextPlace, number: number, writing: Writing) {
  const { communityId, personId: authorId } = tx.actor;
  await tx.sql
    .insertInto('libraryVersions')
    .values({ communityId, language, textId: id, number, authorId, ...writing })
    .execute();
}

async function changeDraft(tx: Tx, { language, id }: TextPlace, number: number, writing: Writing): Promise<void> {
  await tx.sql
    .updateTable('libraryVersions')
    .set(writing)
    .where('language', '=', language)
    .where('textId', '=', id)
    .where('number', '=', number)
    .execute();
}

/** Takes an open version back; it stays in the history and is never public. */
export async function withdrawVersion(
  tx: Tx<PersonActor>,
  ground: Ground,
  place: TextPlace,
  number: number,
): Promise<void> {
  const version = (await versionsOf(tx, place)).find((each) => each.number === number);
  if (!version) throw notFound();
  if (!isOpen(version.state)) throw conflict('already-decided');
  await settle(tx, place, number, { state: 'withdrawn' });
  await record(tx, ground, 'library-text-withdrawn', place, { version: number });
}

const settle = (
  tx: Tx,
  { language, id }: TextPlace,
  number: number,
  change: { state: string; deciderId?: string; decidedAt?: Date; words?: string },
) =>
  tx.sql
    .updateTable('libraryVersions')
    .set(change)
    .where('language', '=', language)
    .where('textId', '=', id)
    .where('number', '=', number)
    .execute();

export type Deciding = { decision: 'approve' | 'return'; words: string; position: number };

/**
 * Makes a waiting version public, or gives it back with words. Refuses its author (the database does too), one that was
 * decided, and an approval by somebody who saw another text standing than stands now.
 */
export async function decideVersion(
  tx: Tx<PersonActor>,
  ground: Ground,
  place: TextPlace,
  number: number,
  { decision, words, position }: Deciding,
): Promise<void> {
  await lockText(tx, place);
  const version = (await versionsOf(tx, place)).find((each) => each.number === number);
  if (!version) throw notFound();
  if (version.state !== 'waiting') throw conflict('already-decided');
  if (decision === 'return' && words === '') throw invalid({ words: 'required' });
  const { personId: deciderId } = tx.actor;
  if (deciderId === version.authorId) throw conflict('same-person-twice');
  const decidedAt = ground.clock.now();
  const isApproved = decision === 'approve';
  await settle(tx, place, number, { state: isApproved ? 'approved' : 'returned', deciderId, decidedAt, words });
  if (isApproved) await publishNext(tx, decidedAt, place, position, number);
  await record(tx, ground, isApproved ? 'library-text-approved' : 'library-text-returned', place, { version: number });
}

async function publishNext(
  tx: Tx<PersonActor>,
  at: Date,
  place: TextPlace,
  seen: number,
  version: number | null,
): Promise<void> {
  const [last] = await publicationsOf(tx, place);
  if ((last?.position ?? 0) !== seen) throw conflict('changed-since-you-opened-it');
  await publish(tx, at, place, seen + 1, version);
}

/** Lets an earlier approved version stand again, or what stands below the console; both were approved before. */
export async function goBack(
  tx: Tx<PersonActor>,
  ground: Ground,
  place: TextPlace,
  { version, position }: { version: number | null; position: number },
): Promise<void> {
  await lockText(tx, place);
  const versions = await versionsOf(tx, place);
  if (versions.length === 0) throw notFound();
  if (version !== null && versions.find(({ number }) => number === version)?.state !== 'approved') throw notFound();
  await publishNext(tx, ground.clock.now(), place, position, version);
  await record(tx, ground, 'library-text-gone-back', place, { version: version ?? 0, position: position + 1 });
}
