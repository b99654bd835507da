import type { z } from 'zod';
import { activeWithRoles } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { postMail } from '../../platform/mail/index.ts';
import { caseKey, type LockedCase, lockCaseAt, lockOpenCase } from '../commands/case-row.ts';
import { concernSpot, sealAt } from '../sealing.ts';
import { reviewLength, standardsOf } from '../stages/standards.ts';
import { type RatedLevel, ratedLevels } from '../words/vocabulary.ts';
import type { agreeConcernInput, rateConcernInput } from './contract.ts';
import { beginRound, openRound, wantRatings } from './rounds.ts';

const rank = (level: string) => ratedLevels.indexOf(level as RatedLevel);

const ratingsOf = (tx: Tx, roundId: string) =>
  tx.sql.selectFrom('concernRatings').select(['raterId', 'level', 'slot']).where('roundId', '=', roundId).execute();

/** Gives this person's own rating, once a round. One alone who finds it imminent raises the case to that at once. */
export async function rateConcern(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  input: z.infer<typeof rateConcernInput>,
): Promise<void> {
  const key = await caseKey(tx, ground, caseId);
  const row = await lockOpenCase(tx, caseId);
  const roundId = await beginRound(tx, ground, caseId, row.levelOfConcern === 'unrated' ? 'first' : 'review');
  const { communityId, personId } = tx.actor;
  const given = await ratingsOf(tx, roundId);
  if (given.some((rating) => rating.raterId === personId)) throw conflict('same-person-twice');
  if (given.length === 2) throw conflict('already-answered');
  const { level, confidence, ...content } = input;
  const spot = concernSpot(communityId, caseId, 'concern_ratings', `${roundId} ${personId}`);
  await tx.sql
    .insertInto('concernRatings')
    .values({
      communityId,
      roundId,
      raterId: personId,
      slot: given.length + 1,
      level,
      confidence,
      ratedAt: ground.clock.now(),
      content: sealAt(key, spot, content),
    })
    .execute();
  await recordAct(tx, ground, { act: 'concern-rated', recordKind: 'case', recordId: caseId });
  if (level === 'imminent' && row.levelOfConcern !== 'imminent') await raise(tx, ground, row, roundId);
  if (given.length === 0) await wantRatings(tx, ground, row);
}

async function raise(tx: Tx<PersonActor>, ground: Ground, row: LockedCase, roundId: string): Promise<void> {
  await tx.sql
    .updateTable('concernRounds')
    .set({ raisedAt: ground.clock.now(), raisedBy: tx.actor.personId })
    .where('id', '=', roundId)
    .execute();
  await setLevel(tx, ground, row, 'imminent');
  await recordAct(tx, ground, { act: 'concern-raised', recordKind: 'case', recordId: row.id });
  const coordinators = await activeWithRoles(tx, ['coordinator']);
  for (const person of new Set([row.leadId, row.deputyId, ...coordinators.map(({ id }) => id)]))
    await postMail(tx, ground, person, 'level-imminent', { number: row.number });
}

/** Writes the level on the case and draws the next review near enough for it; never further away. */
async function setLevel(tx: Tx, ground: Ground, row: LockedCase, level: RatedLevel): Promise<void> {
  const latest = ground.clock.now().getTime() + reviewLength(await standardsOf(tx), level);
  const next = new Date(Math.min(latest, row.nextReviewAt?.getTime() ?? latest));
  await tx.sql
    .updateTable('cases')
    .set({ levelOfConcern: level, nextReviewAt: next, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute();
}

/** Makes what the two raters agree on the level of the case; lower than before only where both of them rated lower. */
export async function agreeConcern(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  input: z.infer<typeof agreeConcernInput>,
): Promise<void> {
  const key = await caseKey(tx, ground, caseId);
  const row = await lockCaseAt(tx, caseId, input.version);
  const round = await openRound(tx, caseId);
  const ratings = round ? await ratingsOf(tx, round.id) : [];
  if (!round || ratings.length !== 2) throw invalid({ level: 'two-raters-needed' });
  refuseLevel(row.levelOfConcern, ratings, input.level);
  await tx.sql
    .updateTable('concernRounds')
    .set({
      level: input.level,
      confidence: input.confidence,
      reconciledAt: ground.clock.now(),
      reconciledBy: tx.actor.personId,
      content: sealAt(key, concernSpot(row.communityId, caseId, 'concern_rounds', round.id), input.words),
    })
    .where('id', '=', round.id)
    .execute();
  await setLevel(tx, ground, row, input.level);
  await recordAct(tx, ground, {
    act: 'concern-agreed',
    recordKind: 'case',
    recordId: caseId,
    facts: { level: input.level },
  });
}

/** The same that the database says, beside the field. */
function refuseLevel(before: string, ratings: readonly { level: string }[], level: RatedLevel): void {
  const ranks = ratings.map((rating) => rank(rating.level));
  if (rank(level) < Math.min(...ranks) || rank(level) > Math.max(...ranks))
    throw invalid({ level: 'not-between-the-two' });
  if (rank(level) < rank(before) && Math.max(...ranks) >= rank(before)) throw invalid({ level: 'lowering-needs-both' });
}
