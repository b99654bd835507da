import type { CaseImports } from '../src/cases/bring-in/contract.ts';
import { keepManyCases } from '../tests/program/many-cases.ts';
import { type Program, startProgram } from '../tests/program/program.ts';
import { type HeldSession, sessionOf } from '../tests/program/sessions.ts';
import { joinCommunity } from '../tests/program/stage.ts';
import startPostgres from '../tests/setup/postgres.ts';
import type { Row } from './reports.ts';

/** How many cases there are in each run; the last is measured against the goals, the others show what the cost grows with. */
const sizes = (process.env.BENCH_CASES ?? '5000,50000').split(',').map(Number);
const casesEachLeads = 250;
/** Enough for everybody who asks; the others are copies of them in the database. */
const sealed = Number(process.env.BENCH_SEALED ?? 5_000);
const asked = Number(process.env.BENCH_ASKED ?? 200);
const toImport = Number(process.env.BENCH_IMPORT ?? 10_000);

/** My day, case page, week, statement and programme over many cases and a staff that carries as much each, whatever the size. */
export async function benchCases(): Promise<Row[]> {
  const stop = await startPostgres();
  try {
    const rows: Row[] = [];
    for (const size of sizes) rows.push(...(await measure(size)));
    return rows;
  } finally {
    await stop();
  }
}

async function measure(size: number): Promise<Row[]> {
  const program = await startProgram();
  try {
    const people = [];
    for (let each = 0; each < Math.max(4, size / casesEachLeads); each += 1)
      people.push(await joinCommunity(program, `Person ${each}`, ['team-member']));
    const begun = performance.now();
    await keepManyCases(program, { cases: size, sealed, statementsEach: 10, actionsEach: 3, people });
    console.log(
      `${size} cases, ${size * 10} statements, ${people.length} people kept in ${Math.round((performance.now() - begun) / 1_000)} s`,
    );
    const sessions = await Promise.all(people.slice(0, 20).map((person) => sessionOf(program, person)));
    return [...(await asTheTeam(size, sessions)), ...(await asTheCoordinator(size, program))];
  } finally {
    await program.close();
  }
}

async function asTheTeam(size: number, sessions: readonly HeldSession[]): Promise<Row[]> {
  const open: { by: HeldSession; id: string }[] = [];
  for (const by of sessions) {
    const { rows } = (await by.call('GET', '/api/v1/cases')).body as { rows: { id: string }[] };
    for (const { id } of rows) open.push({ by, id });
  }
  const one = (at: number) => open[at % open.length]!;
  const person = (at: number) => sessions[at % sessions.length]!;
  const statement = { kind: 'told', words: 'He said it again, and named the evening.', source: 'A neighbour' };
  return [
    await timed(size, 'my day', 100, (at) => person(at).call('GET', '/api/v1/my-day')),
    await timed(size, 'team week', 100, (at) => person(at).call('GET', '/api/v1/team-week')),
    await timed(size, 'my cases', 100, (at) => person(at).call('GET', '/api/v1/cases')),
    await timed(size, 'case page', 100, (at) => one(at * 7).by.call('GET', `/api/v1/cases/${one(at * 7).id}`)),
    await timed(size, 'saving a statement', 60, (at) =>
      one(at * 11).by.call('POST', `/api/v1/cases/${one(at * 11).id}/statements`, statement),
    ),
  ];
}

async function asTheCoordinator(size: number, program: Program): Promise<Row[]> {
  const coordinator = await sessionOf(program, program.actors.coordinator);
  const rows = [await timed(size, 'programme', 300, () => coordinator.call('GET', '/api/v1/programme'), 30)];
  return size === sizes.at(-1) ? [...rows, await importing(program, coordinator)] : rows;
}

async function importing(program: Program, coordinator: HeldSession): Promise<Row> {
  const { members } = (await coordinator.call('GET', '/api/v1/case-imports')).body as CaseImports;
  const { duty } = program.actors;
  const others = members.filter(({ id }) => id !== duty.personId);
  const lines = Array.from({ length: toImport }, (_, at) => {
    const lead = others[at % others.length]!.email;
    return `Case ${at},What was known.,2026-10-01,${lead},He said it again.,A neighbour`;
  });
  const mapping = { title: 0, summary: 1, openedAt: 2, lead: 3, statement: 4, source: 5 };
  const body = new FormData();
  body.set('options', JSON.stringify({ mapping, stage: 'assessment', leadId: others[0]!.id, deputyId: duty.personId }));
  body.set('file', new File([['title,summary,opened,lead,words,source', ...lines].join('\n')], 'cases.csv'));
  const begun = performance.now();
  const answer = await program.request('POST', '/api/v1/case-imports', { body, headers: coordinator.headers });
  const seconds = (performance.now() - begun) / 1_000;
  const value = `${seconds.toFixed(1)} s, status ${answer.status}`;
  return { name: `import of ${toImport} cases`, value, goal: '≤ 60 s', ok: answer.status === 201 && seconds <= 60 };
}

/** Asks many times, one after the other, after a few that are not counted. */
async function timed(
  size: number,
  name: string,
  goal: number,
  ask: (at: number) => Promise<{ status: number }>,
  times = asked,
): Promise<Row> {
  const taken: number[] = [];
  for (let at = -Math.ceil(times / 5); at < times; at += 1) {
    const begun = performance.now();
    const { status } = await ask(at + times);
    if (status >= 300) throw new Error(`${name} answered ${status}`);
    if (at >= 0) taken.push(performance.now() - begun);
  }
  taken.sort((one, other) => one - other);
  const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))]!;
  const value = `median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms`;
  return { name: `${name}, ${size} cases`, value, goal: `p95 ≤ ${goal} ms`, ok: at(0.95) <= goal };
}
