import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import { cleanImage } from '../../platform/files/clean-image.ts';
import type { Ground } from '../../platform/ground.ts';
import type { BroughtCase, CaseArchive } from './contract.ts';
import { archiveOf } from './kept-archive.ts';
import { type Table, tables } from './read-rows.ts';

type Event = BroughtCase['story'][number];
type Row = Record<string, unknown>;

/** Whence a case came and what was recorded of it there: each kind in its own order, as it stands in the archive. */
export async function broughtCaseOf(tx: Tx<PersonActor>, ground: Ground, caseId: string): Promise<BroughtCase> {
  const { archive, sha256, proof, broughtAt, broughtBy } = await archiveOf(tx, ground, caseId);
  const names = new Map(archive.staff.map(({ id, name }) => [id, name]));
  return {
    from: archive.from.community,
    number: archive.case.number,
    madeAt: archive.madeAt,
    broughtAt: broughtAt.toISOString(),
    broughtBy,
    sha256,
    levelOfConcern: archive.case.levelOfConcern,
    proof,
    story: [
      ...archive.reports.map(reportEvent),
      ...tables.flatMap((kind) => archive.rows[kind].map((row) => eventOf(kind, row, names))),
    ],
    files: archive.files.map(({ id, of }) => ({ id, of })),
  };
}

const reportEvent = ({ number, receivedAt, concern, conversation }: CaseArchive['reports'][number]): Event => ({
  kind: 'reports',
  at: receivedAt,
  by: null,
  texts: [number, concern.what, ...conversation.map(({ words }) => words)].filter((text) => text !== ''),
});

const moments = ['recordedAt', 'madeAt', 'at', 'enteredAt', 'askedAt', 'ratedAt', 'reviewedAt', 'offeredAt'];
const laterMoments = [
  'writtenAt',
  'closedAt',
  'joinedAt',
  'linkedAt',
  'declaredAt',
  'addedAt',
  'putOffAt',
  'validatedAt',
];
const people = ['recordedBy', 'madeBy', 'enteredBy', 'askedBy', 'raterId', 'reviewedBy', 'fromId', 'writtenBy'];
const laterPeople = ['closedBy', 'byId', 'linkedBy', 'addedBy', 'validatedBy', 'personId', 'leadId'];

const firstOf = (row: Row, columns: readonly string[]): string | null =>
  columns.map((column) => row[column]).find((value): value is string => typeof value === 'string') ?? null;

function eventOf(kind: Table, row: Row, names: ReadonlyMap<string, string>): Event {
  const by = firstOf(row, [...people, ...laterPeople]);
  return {
    kind,
    at: firstOf(row, [...moments, ...laterMoments]),
    by: by && (names.get(by) ?? null),
    texts: wordsIn(kind, row),
  };
}

/** What people wrote in their own words: by column, and of these what is no code and no date. */
const written = [
  'content',
  'result',
  'fallback',
  'note',
  'answers',
  'reason',
  'guardianReason',
  'companion',
  'outcome',
  'withdrawal',
  'extension',
  'answer',
  'reopenedBecause',
];
/** Of these contents only some fields are words; the rest are codes and numbers of other rows. */
const wordsOf: Partial<Record<Table, readonly string[]>> = {
  statements: ['words', 'source', 'happened', 'where'],
  actions: ['words', 'service'],
  casePeople: ['pseudonym', 'name', 'note'],
  disclosures: ['recipient', 'necessity'],
};
const isNoWord = /^([0-9a-f-]{36}|\d{4}-\d\d-\d\dT[\d:.]+Z|[a-z]+(-[a-z]+)+)$/;

function wordsIn(kind: Table, row: Row): string[] {
  const some = wordsOf[kind];
  return written.flatMap((column) => {
    const value = row[column];
    const isChosen = column === 'content' && some && typeof value === 'object' && value !== null;
    return leaves(isChosen ? some.map((name) => (value as Row)[name]) : value);
  });
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return value === '' || isNoWord.test(value) ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

/** A picture that came with an archive, made anew from its pixels before anybody sees it. */
export async function broughtPicture(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  fileId: string,
): Promise<Buffer> {
  const { archive } = await archiveOf(tx, ground, caseId);
  const file = archive.files.find(({ id }) => id === fileId);
  const clean = file && (await cleanImage(Buffer.from(file.base64, 'base64')));
  if (!clean) throw notFound();
  return clean;
}
