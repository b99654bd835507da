import type { Selectable } from 'kysely';
import type { TwoPersonActs } from '../../../db/types.ts';
import { type Member, membersById } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { openRecordKeys } from '../../platform/keys/index.ts';
import { askHours } from '../commands/two-people.ts';
import {
  type KeepingPage,
  type OpenAsk,
  type PairedAct,
  type RecordKeeping,
  type RecordKind,
  type RetentionRule,
  recordKinds,
  retentionRules,
  ruleKinds,
} from '../contract.ts';
import type { AllKeptRecords } from '../kept-records.ts';
import { openAskReason } from '../sealing.ts';
import { daysAfter, periodsOf, periodsWithSources } from './periods.ts';

type Names = Map<string, Member>;
const named = (id: string | null, names: Names) => ({ id: id ?? '', name: names.get(id ?? '')?.name ?? '' });

/** How long one record is kept, whether it is held, and what was asked about it. */
export async function keepingOf(
  tx: Tx<PersonActor>,
  ground: Ground,
  kept: AllKeptRecords,
  kind: RecordKind,
  id: string,
): Promise<RecordKeeping> {
  const record = await kept[kind].find(tx, id);
  if (!record) throw notFound();
  const running = await kept[kind].runsSince(tx, id);
  const periods = await periodsOf(tx);
  const renewal = await tx.sql
    .selectFrom('retentionRenewals')
    .select('renewedUntil')
    .where('recordId', '=', id)
    .orderBy('renewedUntil', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    recordKind: kind,
    recordId: id,
    number: record.number,
    runsOut: running && (await endOf(tx, kept, kind, id, running, periods)),
    renewedUntil: renewal?.renewedUntil.toISOString() ?? null,
    hold: (await standingHolds(tx, id))[0] ?? null,
    asks: await openAsks(tx, ground, id),
  };
}

/** When and why a record that came to its end is destroyed: by its rule, or sooner where its ceiling passes before. */
async function endOf(
  tx: Tx,
  kept: AllKeptRecords,
  kind: RecordKind,
  id: string,
  running: { rule: RetentionRule; since: Date },
  periods: Record<RetentionRule, number>,
): Promise<RecordKeeping['runsOut']> {
  const byRule = daysAfter(running.since, periods[running.rule]);
  const ceiling = await kept[kind].ceilingAt(tx, id);
  return ceiling && ceiling < byRule
    ? { rule: 'beyond-ceiling', at: ceiling.toISOString() }
    : { rule: running.rule, at: byRule.toISOString() };
}

/** What is kept, held, asked and destroyed in the whole community; reasons only where the reader holds their key. */
export async function keepingPageOf(tx: Tx<PersonActor>, ground: Ground, kept: AllKeptRecords): Promise<KeepingPage> {
  const periods = await periodsOf(tx);
  return {
    asks: await openAsks(tx, ground),
    holds: await standingHolds(tx),
    expiring: await expiringSoon(tx, ground, kept, periods),
    certificates: await certificatesOf(tx),
    periods: await periodsWithSources(tx),
  };
}

async function openAsks(tx: Tx<PersonActor>, ground: Ground, record?: string): Promise<OpenAsk[]> {
  const query = tx.sql.selectFrom('twoPersonActs').selectAll().where('state', '=', 'asked');
  const rows = await (record ? query.where('recordId', '=', record) : query).orderBy('askedAt').limit(100).execute();
  const names = await membersById(
    tx,
    rows.map((row) => row.askedBy),
  );
  const keys = await openRecordKeys(
    tx,
    ground,
    rows.map((row) => row.id),
  );
  return rows.map((row) => presentAsk(row, names, keys.get(row.id)));
}

const presentAsk = (row: Selectable<TwoPersonActs>, names: Names, key: Buffer | undefined): OpenAsk => ({
  id: row.id,
  act: row.act as PairedAct,
  recordKind: row.recordKind as RecordKind,
  recordId: row.recordId,
  number: row.number,
  askedBy: named(row.askedBy, names),
  askedAt: row.askedAt.toISOString(),
  lapsesAt: new Date(row.askedAt.getTime() + askHours * 3_600_000).toISOString(),
  reason: key ? openAskReason(key, row) : null,
});

async function standingHolds(tx: Tx, record?: string): Promise<KeepingPage['holds']> {
  const query = tx.sql
    .selectFrom('legalHolds as h')
    .innerJoin('twoPersonActs as a', 'a.id', 'h.id')
    .select(['h.id', 'h.recordKind', 'h.recordId', 'h.heldAt', 'a.number', 'a.askedBy', 'a.answeredBy'])
    .where('h.releasedAt', 'is', null);
  const rows = await (record ? query.where('h.recordId', '=', record) : query).orderBy('h.heldAt').limit(200).execute();
  const names = await membersById(
    tx,
    rows.flatMap((row) => [row.askedBy, row.answeredBy ?? row.askedBy]),
  );
  return rows.map((row) => ({
    id: row.id,
    recordKind: row.recordKind as RecordKind,
    recordId: row.recordId,
    number: row.number,
    heldAt: row.heldAt.toISOString(),
    askedBy: named(row.askedBy, names),
    confirmedBy: named(row.answeredBy, names),
  }));
}

const soonDays = 30;

async function expiringSoon(
  tx: Tx,
  ground: Ground,
  kept: AllKeptRecords,
  periods: Awaited<ReturnType<typeof periodsOf>>,
): Promise<KeepingPage['expiring']> {
  const found: KeepingPage['expiring'] = [];
  for (const rule of retentionRules) {
    const kind = ruleKinds[rule];
    const before = daysAfter(ground.clock.now(), soonDays - periods[rule]);
    for (const { id, number, endedAt } of await kept[kind].endedBefore(tx, rule, before, []))
      found.push({
        recordKind: kind,
        recordId: id,
        number,
        rule,
        at: daysAfter(endedAt, periods[rule]).toISOString(),
      });
  }
  const isFound = new Set(found.map(({ recordId }) => recordId));
  for (const kind of recordKinds)
    for (const { id, number, endsAt } of await kept[kind].beyondCeiling(
      tx,
      daysAfter(ground.clock.now(), soonDays),
      [],
    ))
      if (!isFound.has(id))
        found.push({ recordKind: kind, recordId: id, number, rule: 'beyond-ceiling', at: endsAt.toISOString() });
  return found.sort((one, other) => one.at.localeCompare(other.at));
}

async function certificatesOf(tx: Tx): Promise<KeepingPage['certificates']> {
  const rows = await tx.sql
    .selectFrom('shreddings as s')
    .leftJoin('twoPersonActs as a', 'a.id', 's.actId')
    .select([
      's.id',
      's.recordKind',
      's.number',
      's.rule',
      's.days',
      's.shreddedAt',
      's.destroyedAt',
      'a.askedBy',
      'a.answeredBy',
    ])
    .orderBy('s.shreddedAt', 'desc')
    .orderBy('s.id')
    .limit(200)
    .execute();
  const people = (row: (typeof rows)[number]) => [row.askedBy, row.answeredBy].filter((id) => id !== null);
  const names = await membersById(tx, rows.flatMap(people));
  return rows.map((row) => ({
    id: row.id,
    recordKind: row.recordKind as RecordKind,
    number: row.number,
    rule: row.rule,
    days: row.days,
    shreddedAt: row.shreddedAt.toISOString(),
    destroyedAt: row.destroyedAt?.toISOString() ?? null,
    agreedBy: people(row).map((id) => named(id, names)),
  }));
}
