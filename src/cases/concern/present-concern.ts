import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { ConcernRatings, ConcernRounds, ConcernTriggers } from '../../../db/types.ts';
import { type Member, membersById } from '../../community/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import { named } from '../present.ts';
import { concernSpot, openAt } from '../sealing.ts';
import type { concernRound, concernTrigger, rating } from './contract.ts';

type Round = z.infer<typeof concernRound>;
type Rating = z.infer<typeof rating>;
type Reasons = { reasonsFor: string; reasonsAgainst: string; unknowns: string };

/** Every round of a case, the newest first, and the dates on which it asks again. What another rated is kept from whoever has still to rate. */
export async function concernOf(
  tx: Tx,
  caseId: string,
  key: Buffer,
  reader: string,
): Promise<{ rounds: Round[]; triggers: z.infer<typeof concernTrigger>[] }> {
  const rounds = await tx.sql
    .selectFrom('concernRounds')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('position', 'desc')
    .execute();
  const ratings = await tx.sql
    .selectFrom('concernRatings as rating')
    .innerJoin('concernRounds as round', 'round.id', 'rating.roundId')
    .selectAll('rating')
    .where('round.caseId', '=', caseId)
    .orderBy('rating.slot')
    .execute();
  const triggers = await tx.sql
    .selectFrom('concernTriggers')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('at')
    .execute();
  const people = rounds.flatMap((round) => [round.askedBy, round.raisedBy, round.reconciledBy]);
  const names = await membersById(tx, [
    ...people.filter((id): id is string => id !== null),
    ...ratings.map((each) => each.raterId),
  ]);
  const byRound = Map.groupBy(ratings, (each) => each.roundId);
  return {
    rounds: rounds.map((round) => presentRound(round, byRound.get(round.id) ?? [], names, key, reader)),
    triggers: triggers.map((trigger) => presentTrigger(trigger, key)),
  };
}

function presentRound(
  round: Selectable<ConcernRounds>,
  ratings: readonly Selectable<ConcernRatings>[],
  names: Map<string, Member>,
  key: Buffer,
  reader: string,
): Round {
  const mayCompare =
    round.reconciledAt !== null || ratings.length === 2 || ratings.some((each) => each.raterId === reader);
  const spot = concernSpot(round.communityId, round.caseId, 'concern_rounds', round.id);
  return {
    id: round.id,
    why: round.why as Round['why'],
    reason: round.reason
      ? openAt<NonNullable<Round['reason']>>(
          key,
          concernSpot(round.communityId, round.caseId, 'concern_rounds', round.id, 'reason'),
          round.reason,
        )
      : null,
    askedAt: round.askedAt.toISOString(),
    askedBy: round.askedBy ? named(round.askedBy, names) : null,
    ratings: ratings.map((each) => presentRating(each, round.caseId, names, mayCompare ? key : null)),
    raisedBy: round.raisedBy ? named(round.raisedBy, names) : null,
    agreed:
      round.content && round.reconciledAt && round.reconciledBy
        ? {
            level: round.level as Rating['level'] & string,
            confidence: round.confidence as Rating['confidence'] & string,
            words: openAt<string>(key, spot, round.content),
            by: named(round.reconciledBy, names),
            at: round.reconciledAt.toISOString(),
          }
        : null,
  };
}

function presentRating(
  each: Selectable<ConcernRatings>,
  caseId: string,
  names: Map<string, Member>,
  key: Buffer | null,
): Rating {
  const spot = concernSpot(each.communityId, caseId, 'concern_ratings', `${each.roundId} ${each.raterId}`);
  const kept = { level: null, confidence: null, reasonsFor: null, reasonsAgainst: null, unknowns: null };
  const shown = key && {
    level: each.level as Rating['level'],
    confidence: each.confidence as Rating['confidence'],
    ...openAt<Reasons>(key, spot, each.content),
  };
  return { rater: named(each.raterId, names), ratedAt: each.ratedAt.toISOString(), ...(shown ?? kept) };
}

function presentTrigger(trigger: Selectable<ConcernTriggers>, key: Buffer): z.infer<typeof concernTrigger> {
  const spot = concernSpot(trigger.communityId, trigger.caseId, 'concern_triggers', trigger.id);
  return {
    id: trigger.id,
    ...openAt<{ kind: z.infer<typeof concernTrigger>['kind']; note: string }>(key, spot, trigger.content),
    at: trigger.at.toISOString(),
    askedAt: trigger.askedAt?.toISOString() ?? null,
  };
}
