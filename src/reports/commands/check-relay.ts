import type { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import type { checkRelayInput, RelayCheck, Verification } from '../contract.ts';
import { type Names, presentPerson } from '../present.ts';
import { openAt, type Spot, sealAt } from '../sealing.ts';
import { lockReport } from './transitions.ts';

/** Minutes in which a relayed report is to be checked, beside the relay and never before it. */
const checkMinutes = 2;

const wordsSpot = (community: string, report: string, id: string): Spot => ({
  community,
  report,
  table: 'relay_checks',
  column: 'words',
  row: id,
});

/** Records how a report was checked, a relayed one above all, and what came of it; a check is never changed, another one is added. */
export async function checkRelay(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  key: Buffer,
  input: z.infer<typeof checkRelayInput>,
): Promise<void> {
  await lockReport(tx, id);
  const { communityId, personId } = tx.actor;
  const { kind, finding } = input;
  await recordAct(tx, ground, { act: 'relay-checked', recordKind: 'report', recordId: id, facts: { kind, finding } });
  const row = newId(ground.clock, ground.chance);
  await tx.sql
    .insertInto('relayChecks')
    .values({
      communityId,
      id: row,
      reportId: id,
      kind,
      finding,
      personId,
      at: ground.clock.now(),
      words: sealAt(key, wordsSpot(communityId, id, row), input.words),
    })
    .execute();
}

type CheckRow = { id: string; kind: string; finding: string; personId: string; at: Date; words: Buffer };

/** The checks of a report, in their order. */
export const checksOf = (tx: Tx, report: string): Promise<CheckRow[]> =>
  tx.sql
    .selectFrom('relayChecks')
    .select(['id', 'kind', 'finding', 'personId', 'at', 'words'])
    .where('reportId', '=', report)
    .orderBy('id')
    .execute();

/** What is known beside the report itself. Where one source contradicts it, it stays contradicted until somebody looks closer. */
export function verificationOf(basis: string | null, checks: readonly { finding: string }[]): Verification['state'] {
  if (checks.some(({ finding }) => finding === 'contradicts')) return 'contradicted';
  if ((basis ?? 'this-report-alone') !== 'this-report-alone' || checks.some(({ finding }) => finding === 'confirms'))
    return 'confirmed';
  return 'unverified';
}

/** What is known beside the report; null where nothing was relayed and nothing checked. */
export function presentVerification(
  report: { communityId: string; id: string },
  relay: { basis: string | null; dueAt: Date } | undefined,
  checks: readonly CheckRow[],
  key: Buffer,
  names: Names,
): Verification | null {
  if (!relay && checks.length === 0) return null;
  return {
    state: verificationOf(relay?.basis ?? null, checks),
    basis: (relay?.basis ?? null) as Verification['basis'],
    dueAt: relay ? new Date(relay.dueAt.getTime() - (15 - checkMinutes) * 60_000).toISOString() : null,
    checks: checks.map((check) => ({
      kind: check.kind as RelayCheck['kind'],
      finding: check.finding as RelayCheck['finding'],
      by: presentPerson(check.personId, names),
      at: check.at.toISOString(),
      words: openAt<string>(key, wordsSpot(report.communityId, report.id, check.id), check.words),
    })),
  };
}
