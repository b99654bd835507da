import { membersById } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Sql, Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { identifiersOf, sameIdentifiers } from '../../platform/identifiers/index.ts';
import { openRecordKeys } from '../../platform/keys/index.ts';
import type { Concern, SimilarReports } from '../contract.ts';
import { presentReportRow } from '../present.ts';
import { openConcern, reportKey } from '../queries/open-report.ts';
import { areNearCopies, fingerprintOf } from '../surge/fingerprint.ts';
import { wordsIn } from '../surge/folded-words.ts';
import { mayBeFound } from './searchable.ts';

type Reason = SimilarReports['reports'][number]['reasons'][number];

const weekMilliseconds = 7 * 86_400_000;
const comparedAtMost = 200;
const seed = 0;

type CaseOfReport = (sql: Sql, report: string) => Promise<string | null>;

/**
 * What may belong to an open report, among those that this person can open: near copies and what is said of the same place and
 * time within a week, the very same identifiers at any time, and what somebody linked. Runs from this one report only.
 */
export async function similarTo(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  caseOfReport: CaseOfReport,
): Promise<SimilarReports> {
  const key = await reportKey(tx, ground, id);
  const record = { kind: 'report', id, key } as const;
  const same = await sameIdentifiers(tx, ground, record);
  const reasons = await reasonsByContent(tx, ground, id, key);
  const add = (report: string, reason: Reason) => reasons.set(report, [...(reasons.get(report) ?? []), reason]);
  for (const { kind, id: other, field } of same.matches) if (kind === 'report') add(other, field);
  const linked = await linkedTo(tx, id);
  const cases = same.matches.filter(({ kind }) => kind === 'case');
  return {
    identifiers: await identifiersOf(tx, record),
    reports: await presented(tx, ground, reasons, linked, caseOfReport),
    cases: cases.map(({ id: caseId, field }) => ({ id: caseId, field })),
    askCoordinator: same.mayBeHidden,
  };
}

/** Reports that came within a week of this one and tell the same, or of the same place and time. */
async function reasonsByContent(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  key: Buffer,
): Promise<Map<string, Reason[]>> {
  const mine = await tx.sql.selectFrom('reports').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const at = mine.receivedAt.getTime();
  const others = await tx.sql
    .selectFrom('reports')
    .select(['id', 'communityId', 'receivedAt', 'content'])
    .where('id', '<>', id)
    .where('receivedAt', '>', new Date(at - weekMilliseconds))
    .where('receivedAt', '<', new Date(at + weekMilliseconds))
    .where(mayBeFound(ground.clock.now()))
    .orderBy('receivedAt', 'desc')
    .limit(comparedAtMost)
    .execute();
  const keys = await openRecordKeys(
    tx,
    ground,
    others.map((row) => row.id),
  );
  const told = openConcern(key, mine).concern;
  const reasons = new Map<string, Reason[]>();
  for (const other of others) {
    const otherKey = keys.get(other.id);
    if (!otherKey) continue;
    const found = reasonsBetween(told, openConcern(otherKey, other).concern);
    if (found.length > 0) reasons.set(other.id, found);
  }
  return reasons;
}

/** Why two reports may belong together by what they tell. */
export function reasonsBetween(one: Concern, other: Concern): Reason[] {
  const isCopy = areNearCopies(fingerprintOf(seed, one), fingerprintOf(seed, other));
  const isSame = isAlike(one.where, other.where) && isAlike(one.when, other.when);
  return [...(isCopy ? ['near-copy' as const] : []), ...(isSame ? ['same-place-and-time' as const] : [])];
}

/** Half of the words that say anything, in whatever order. */
function isAlike(one: string, other: string): boolean {
  const [mine, theirs] = [one, other].map((text) => new Set(wordsIn(text).filter((word) => word.length > 2)));
  const shared = [...mine!].filter((word) => theirs!.has(word)).length;
  return shared > 0 && shared * 2 >= Math.min(mine!.size, theirs!.size);
}

async function linkedTo(tx: Tx, id: string): Promise<Set<string>> {
  const links = await tx.sql
    .selectFrom('reportLinks')
    .select(['reportId', 'otherId'])
    .where((is) => is.or([is('reportId', '=', id), is('otherId', '=', id)]))
    .execute();
  return new Set(links.map((link) => (link.reportId === id ? link.otherId : link.reportId)));
}

async function presented(
  tx: Tx<PersonActor>,
  ground: Ground,
  reasons: Map<string, Reason[]>,
  linked: Set<string>,
  caseOfReport: CaseOfReport,
): Promise<SimilarReports['reports']> {
  const wanted = [...new Set([...linked, ...reasons.keys()])];
  if (wanted.length === 0) return [];
  const openable = [...(await openRecordKeys(tx, ground, wanted)).keys()];
  if (openable.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('reports')
    .selectAll()
    .where('id', 'in', openable)
    .orderBy('receivedAt', 'desc')
    .limit(50)
    .execute();
  const names = await membersById(
    tx,
    rows.map((row) => row.responsibleId),
  );
  return Promise.all(
    rows.map(async (row) => ({
      report: presentReportRow(row, names, 0),
      reasons: reasons.get(row.id) ?? [],
      isLinked: linked.has(row.id),
      caseId: await caseOfReport(tx.sql, row.id),
    })),
  );
}
