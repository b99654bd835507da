import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { StageVisits } from '../../../db/types.ts';
import type { Member } from '../../community/index.ts';
import { named } from '../present.ts';
import { openAt, stageSpot } from '../sealing.ts';
import type { stageVisit } from './contract.ts';

type Visit = z.infer<typeof stageVisit>;

/** One stay in a stage, opened with the case's key. */
export function presentVisit(visit: Selectable<StageVisits>, names: Map<string, Member>, key: Buffer): Visit {
  const spot = (column: 'answers' | 'reason') => stageSpot(visit.communityId, visit.caseId, visit.id, column);
  return {
    id: visit.id,
    stage: visit.stage as Visit['stage'],
    enteredAt: visit.enteredAt.toISOString(),
    enteredBy: named(visit.enteredBy, names),
    dueAt: visit.dueAt.toISOString(),
    answers: visit.answers ? openAt<Record<string, string>>(key, spot('answers'), visit.answers) : {},
    version: visit.version,
    exit: visit.exit as Visit['exit'],
    exitedAt: visit.exitedAt?.toISOString() ?? null,
    exitedBy: visit.exitedBy ? named(visit.exitedBy, names) : null,
    reason: visit.reason?.length ? openAt<string>(key, spot('reason'), visit.reason) : null,
  };
}
