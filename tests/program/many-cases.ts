import type { PoolClient } from 'pg';
import {
  actionSpot,
  caseSpot,
  type StatementContent,
  sealAt,
  stageSpot,
  statementSpot,
} from '../../src/cases/sealing.ts';
import type { PersonActor } from '../../src/platform/actor.ts';
import { seededChance } from '../../src/platform/chance.ts';
import { virtualClock } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/ids.ts';
import { newRecordKey, wrapForOneself } from '../../src/platform/vault/index.ts';
import { copyCases } from './many-more-cases.ts';
import { inventedWords } from './many-reports.ts';
import type { Program } from './program.ts';

/** `sealed` of them are sealed one by one and led by as many of the people as that takes; the others are copies that open for nobody. */
export type ManyCases = {
  cases: number;
  sealed?: number;
  statementsEach: number;
  actionsEach: number;
  people: readonly PersonActor[];
};

const day = 86_400_000;
const atOnce = 500;
/** In the order in which they refer to each other. */
const tables = [
  'reports',
  'cases',
  'case_reports',
  'stage_visits',
  'lead_changes',
  'wrapped_copies',
  'statements',
  'actions',
];
const stages = ['triage', 'screening', 'assessment', 'management', 'monitoring'];
const outcomes = ['no-concern', 'resolved', 'support-in-place', 'transferred'];
const categories = ['subject', 'target', 'environment', 'precipitating-events'];
const untold: Omit<StatementContent, 'words'> = {
  source: 'A neighbour',
  happened: 'Last week',
  where: '',
  how: 'heard',
  signs: ['M4'],
  protective: [],
  sameSourceAs: null,
  contradicts: [],
  names: [],
  saidBy: null,
};

/** Puts cases of the last year into the database at once, each with its report, sealed and led in turn; one in five is closed. */
export async function keepManyCases(program: Program, plan: ManyCases): Promise<void> {
  const client = await program.databases.owner.connect();
  try {
    // The rules of rows are not what is measured, and they are asked row by row.
    for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
    const sealed = Math.min(plan.sealed ?? plan.cases, plan.cases);
    const leading = Math.ceil((plan.people.length * sealed) / plan.cases);
    const first = { ...plan, people: plan.people.slice(0, leading) };
    for (let from = 0; from < sealed; from += atOnce)
      await keepSome(program, client, first, from, Math.min(from + atOnce, sealed));
    const times = Math.round(plan.cases / sealed) - 1;
    await copyCases(client, { tables, community: program.communityId, people: plan.people, leading, times });
    for (const table of tables) await client.query(`alter table ${table} enable trigger user`);
    await client.query('vacuum analyze');
  } finally {
    client.release();
  }
}

type Rows = Record<string, Record<string, unknown>[]>;

async function keepSome(program: Program, client: PoolClient, plan: ManyCases, from: number, to: number) {
  const rows: Rows = Object.fromEntries(tables.map((table) => [table, []]));
  for (let at = from; at < to; at += 1) addCase(program, plan, at, rows);
  for (const [table, all] of Object.entries(rows))
    for (let begin = 0; begin < all.length; begin += 2_000)
      await insert(client, table, all.slice(begin, begin + 2_000));
}

async function insert(client: PoolClient, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const columns = Object.keys(rows[0]!);
  const asHex = (value: unknown) => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value);
  const json = JSON.stringify(rows.map((row) => Object.fromEntries(columns.map((name) => [name, asHex(row[name])]))));
  const names = columns.join(', ');
  await client.query(
    `insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, $1::json)`,
    [json],
  );
}

function addCase(program: Program, plan: ManyCases, at: number, rows: Rows): void {
  const { ground, communityId: community_id } = program;
  const chance = seededChance(`case ${at}`);
  const now = ground.clock.now().getTime();
  const opened = new Date(now - (at % 365) * day - 3_600_000);
  const ago = { clock: virtualClock(opened), chance };
  const [id, report_id] = [newId(ago.clock, chance), newId(ago.clock, chance)];
  const lead = plan.people[at % plan.people.length]!;
  const deputy = plan.people[(at * 7 + 1 + Math.floor(at / plan.people.length)) % plan.people.length]!;
  const other = deputy === lead ? plan.people[(at + 1) % plan.people.length]! : deputy;
  const key = newRecordKey();
  const number = at.toString(36).toUpperCase().padStart(7, '0');
  const isClosed = at % 5 === 0;
  const closed = isClosed ? new Date(opened.getTime() + (at % 365) * day * 0.5) : null;
  const stage = stages[at % 5]!;
  const by = lead.personId;
  rows.reports!.push({
    community_id,
    id: report_id,
    number,
    channel: at % 3 === 0 ? 'phone' : 'web',
    language: 'en',
    received_at: new Date(opened.getTime() - 1_800_000),
    state: 'decided',
    urgency: 'urgent',
    original_urgency: 'urgent',
    responsible_id: by,
    climbed_to: 'duty',
    first_read_at: opened,
    sealed_past: false,
    outcome: 'opened-case',
    decided_by: by,
    decided_at: opened,
    version: 1,
    content: Buffer.alloc(600, at % 251),
  });
  rows.case_reports!.push({ community_id, case_id: id, report_id, linked_at: opened, linked_by: by, position: 13 });
  rows.cases!.push({
    community_id,
    id,
    number,
    state: isClosed ? 'closed' : 'open',
    stage,
    level_of_concern: 'unrated',
    opened_at: opened,
    opened_by: by,
    lead_id: by,
    deputy_id: other.personId,
    next_review_at: isClosed ? null : new Date(now + ((at % 30) - 2) * day),
    closed_at: closed,
    closed_by: isClosed ? by : null,
    closing_reason: isClosed ? outcomes[at % 4] : null,
    version: 1,
    position: 20,
    review_climbs: 0,
    content: sealAt(key, caseSpot(community_id, id), {
      title: inventedWords(`title ${at}`, 40),
      summary: inventedWords(`summary ${at}`, 400),
    }),
  });
  const visit = newId(ago.clock, chance);
  rows.stage_visits!.push({
    community_id,
    id: visit,
    case_id: id,
    position: 1,
    stage,
    entered_at: opened,
    entered_by: by,
    due_at: new Date(now + (at % 60) * day),
    version: 1,
    exit: isClosed ? 'closed' : null,
    exited_at: closed,
    exited_by: isClosed ? by : null,
    reason: isClosed ? sealAt(key, stageSpot(community_id, id, visit, 'reason'), 'Settled.') : null,
  });
  rows.lead_changes!.push({
    community_id,
    case_id: id,
    position: 2,
    lead_id: by,
    deputy_id: other.personId,
    why: 'opened',
    at: opened,
  });
  for (const person of [lead, other]) {
    const context = { community: community_id, record: id, recipient: person.personId };
    const copy = wrapForOneself(key, person.keyPair, ground.keyStore, context);
    rows.wrapped_copies!.push({
      community_id,
      record_id: id,
      recipient_id: person.personId,
      recipient_kind: 'person',
      generation: copy.generation,
      form: copy.form,
      wrapped: copy.outer,
      created_at: opened,
    });
  }
  for (let each = 0; each < plan.statementsEach; each += 1) {
    const statement = newId(ago.clock, chance);
    const content = sealAt(key, statementSpot(community_id, id, statement), {
      ...untold,
      words: inventedWords(`${at} ${each}`, 300),
    });
    rows.statements!.push({
      community_id,
      id: statement,
      case_id: id,
      position: 3 + each,
      kind: 'told',
      recorded_by: by,
      recorded_at: opened,
      content,
    });
  }
  for (let each = 0; each < plan.actionsEach; each += 1) {
    const isOpen = !isClosed && each === 0;
    const action = newId(ago.clock, chance);
    const sealed = (column: 'content' | 'result') =>
      sealAt(key, actionSpot(community_id, id, action, column), inventedWords(`action ${at}`, 80));
    rows.actions!.push({
      community_id,
      id: action,
      case_id: id,
      position: 14 + each,
      category: categories[each % 4],
      state: isOpen ? 'assigned' : 'done',
      assignee_id: other.personId,
      due_at: new Date(now + ((at % 40) - 3) * day),
      made_by: by,
      made_at: opened,
      version: 1,
      is_referral: false,
      needs_verification: false,
      content: sealed('content'),
      result: isOpen ? null : sealed('result'),
    });
  }
}
