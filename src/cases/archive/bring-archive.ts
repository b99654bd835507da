import { lockMembers, recipientsFor } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId, spokenNumber } from '../../platform/ids.ts';
import { finishImport, progressOf } from '../../platform/imports/index.ts';
import { shareRecordKey } from '../../platform/keys/index.ts';
import { postMail } from '../../platform/mail/index.ts';
import { newRecordKey } from '../../platform/vault/index.ts';
import { recordLead } from '../commands/change-lead.ts';
import { caseSpot, sealAt } from '../sealing.ts';
import { enterStage } from '../stages/walk-stages.ts';
import { bringActions, bringPeople, bringStatements, type Into } from './bring-parts.ts';
import type { BringArchiveOptions } from './contract.ts';
import { keepArchive } from './kept-archive.ts';
import { type Checked, openActions } from './look-at.ts';
import type { Unpacked } from './pack.ts';

export type Arriving = { importId: string; unpacked: Unpacked; checked: Checked; options: BringArchiveOptions };

const dayMilliseconds = 86_400_000;
/** Nobody here has rated it: it is looked at as soon as a case that was opened here. */
const firstReviewDays = 1;

/** How many parts an archive has, as they are told while it is brought in. */
export const partsOf = ({ archive }: Unpacked): number =>
  archive.rows.statements.length + archive.rows.casePeople.length + openActions(archive).length + 1;

/**
 * Makes a new case of what an archive holds, led from the first instant by these two, who alone hold its key: statements,
 * people and open actions become this case's own under new ids, and the archive is kept beside it as it came. All of it or nothing.
 */
export async function bringArchive(
  tx: Tx<PersonActor>,
  ground: Ground,
  { importId, unpacked, checked, options }: Arriving,
): Promise<{ id: string; number: string }> {
  const { archive } = unpacked;
  const into = await newCase(tx, ground, archive.case, options);
  const told = progressOf(ground, tx.actor, importId);
  let done = 0;
  const tell = async () => {
    done += 1;
    await told(done);
  };
  const people = await bringPeople(tx, ground, into, archive, tell);
  await bringStatements(tx, ground, into, archive, checked.pictures, people, tell);
  await bringActions(tx, ground, into, archive, tell);
  await keepArchive(tx, ground, into, unpacked, checked.proof);
  await recordAct(tx, ground, {
    act: 'case-brought-in',
    recordKind: 'case',
    recordId: into.caseId,
    facts: {
      archive: unpacked.file.toString('hex'),
      from: archive.from.id,
      proven: checked.proof?.entries ?? 0,
      statements: archive.rows.statements.length,
    },
  });
  await finishImport(tx, ground, importId, 'case-archives', partsOf(unpacked));
  for (const [part, person] of [
    ['lead', options.leadId],
    ['deputy', options.deputyId],
  ] as const)
    if (person !== tx.actor.personId) await postMail(tx, ground, person, `now-${part}`, { number: into.number });
  return { id: into.caseId, number: into.number };
}

/** An open case with lead and deputy, at the stage that it had; its level of concern is not taken over. */
async function newCase(
  tx: Tx<PersonActor>,
  ground: Ground,
  { stage, content: { title, summary } }: Unpacked['archive']['case'],
  { leadId, deputyId }: BringArchiveOptions,
): Promise<Into> {
  if (leadId === deputyId) throw invalid({ deputyId: 'same-person-twice' });
  const active = await lockMembers(tx, [leadId, deputyId]);
  if (!active.has(leadId)) throw invalid({ leadId: 'not-an-active-member' });
  if (!active.has(deputyId)) throw invalid({ deputyId: 'not-an-active-member' });
  const { communityId, personId } = tx.actor;
  const now = ground.clock.now();
  const caseId = newId(ground.clock, ground.chance);
  const key = newRecordKey();
  const number = spokenNumber(ground.chance);
  await tx.sql
    .insertInto('cases')
    .values({
      communityId,
      id: caseId,
      number,
      stage,
      openedAt: now,
      openedBy: personId,
      leadId,
      deputyId,
      nextReviewAt: new Date(now.getTime() + firstReviewDays * dayMilliseconds),
      content: sealAt(key, caseSpot(communityId, caseId), { title, summary }),
    })
    .execute();
  await shareRecordKey(tx, ground, caseId, key, await recipientsFor(tx, [leadId, deputyId]));
  const facts = { channel: 'archive' };
  await recordAct(tx, ground, { act: 'case-opened', recordKind: 'case', recordId: caseId, facts });
  await enterStage(tx, ground, caseId, stage);
  await recordLead(tx, ground, caseId, { leadId, deputyId }, 'opened');
  return { communityId, caseId, key, number, leadId };
}
