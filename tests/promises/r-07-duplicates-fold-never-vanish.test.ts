import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededChance } from '../../src/platform/chance.ts';
import type { ConcernInput, ReportRow, TriagePage } from '../../src/reports/contract.ts';
import { aReport } from '../../src/reports/testing/a-report.ts';
import { must } from '../program/must.ts';
import { type Program, startProgram } from '../program/program.ts';
import { type HeldSession, sessionOf } from '../program/sessions.ts';

const isFull = process.env.FORESTALL_PROMISES === 'full';
const copies = isFull ? 10_000 : 300;
const different = 20;
const seed = 20_261_123;

let program: Program;
let duty: HeldSession;
const sent = new Set<string>();
beforeAll(async () => {
  program = await startProgram();
  duty = await sessionOf(program, program.actors.duty);
});
afterAll(() => program.close());

const template =
  'There is somebody at the north gate of the school with a long bag who has been standing there since the morning and keeps looking at the doors while the little ones go in and nobody does anything about it please come';

/** Twenty people who saw one thing, or another, each in words of their own. */
const ownWords = [
  'A boy in my class keeps drawing the corridor by the gym and says Friday will be the last day for some of us.',
  'My brother has bought a knife and sleeps with it; he says that school will be sorry.',
  'I heard two men on the tram talk about the market on Sunday and how crowded it gets at noon.',
  'Somebody wrote in our chat that we should stay at home tomorrow, then deleted it.',
  'There was a man with a long bag at the school this morning, I saw him when I brought my daughter.',
  'At the north gate somebody stood for an hour watching. My son says he was there yesterday as well.',
  'Our neighbour shouts at night that the town hall will pay. He used to be a hunter.',
  'A girl gave me her necklace and said she will not need it any more after the concert.',
  'I work at the pool. A man asked me three times when the changing rooms are full.',
  'He follows my friend home every day and says that nobody else will have her.',
  'Someone keeps posting pictures of the old attack and writes that those were heroes.',
  'My colleague was dismissed and told me on the stairs that he knows where the director lives.',
  'There is a list with names in the boys toilet on the second floor, mine is on it.',
  'My cousin asked me to join something big and to tell nobody, he had a plan of the stadium.',
  'The back door of the church was open again and wires hung out of the fuse box.',
  'A pupil told me in tears that her father wants to take all of them with him.',
  'Saw a white van without plates in front of the synagogue three evenings in a row.',
  'He says voices tell him to clean the world, he stopped taking his medicine in August.',
  'Two boys practised running in and out of the cafeteria with a stopwatch and laughed about it.',
  'My ex writes that if he cannot see the children nobody will, the hearing is on Thursday.',
];

/** The same text with some words changed, as somebody does who does not want to be recognised. */
function nearCopy(at: number): string {
  const chance = seededChance(`${seed} ${at}`).bytes(12);
  const words = template.split(' ');
  for (const byte of chance.subarray(0, 3)) words[byte % words.length] = `w${chance.readUInt16LE(6).toString(36)}`;
  return `${words.join(' ')} ${chance.readUInt32LE(8).toString(36)}`;
}

async function tell(concern: Partial<ConcernInput>): Promise<void> {
  sent.add((await aReport(program.ground, program.communityId, concern)).id);
}

const pageOf = (query: string) => must<TriagePage>(duty.call('GET', `/api/v1/triage?limit=100${query}`));

async function everyRow(query = ''): Promise<ReportRow[]> {
  const rows: ReportRow[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: TriagePage = await pageOf(`${query}${after && `&after=${after}`}`);
    rows.push(...page.rows);
    after = page.next;
  }
  return rows;
}

describe('R-07 duplicates fold, never vanish', () => {
  it(
    `folds ${copies} near copies into one row beside ${different} different reports`,
    async () => {
      for (let at = 0; at < copies; at += 1) {
        if (at % Math.floor(copies / different) === 0 && ownWords[at / Math.floor(copies / different)])
          await tell({ what: ownWords[at / Math.floor(copies / different)]! });
        await tell({ what: nearCopy(at) });
      }

      const rows = await everyRow();

      expect(rows).toHaveLength(different + 1);
      expect(rows.map((row) => row.others).toSorted((one, other) => other - one)).toEqual([
        copies - 1,
        ...Array(different).fill(0),
      ]);
    },
    isFull ? 1_800_000 : 60_000,
  );

  it(
    'opens every one of them',
    async () => {
      const rows = await everyRow();
      const head = rows.find((row) => row.others > 0)!;
      const within = await everyRow(`&inRowOf=${head.id}`);
      const ids = new Set([...rows, ...within].map((row) => row.id));

      for (const id of ids) expect((await duty.call('GET', `/api/v1/reports/${id}`)).status).toBe(200);

      expect(ids).toEqual(sent);
    },
    isFull ? 1_800_000 : 60_000,
  );

  it('pages the duty officer once for the row', async () => {
    const { rows } = await program.databases.owner.query(
      "select count(*)::int as count from mail_messages where template = 'report-waiting'",
    );

    expect(rows).toEqual([{ count: different + 1 }]);
  });

  it('lets what is more urgent stand for the row, and pages anew', async () => {
    await tell({ what: nearCopy(7_777), dangerNow: true });

    const [first] = (await pageOf('')).rows;

    expect(first).toMatchObject({ urgency: 'immediate', others: copies, folded: false });
  });

  it('lets a person take one out, fold it in again and take the whole row apart', async () => {
    const [head] = (await pageOf('')).rows;
    const [one] = (await pageOf(`&inRowOf=${head!.id}`)).rows;
    const change = (id: string, input: object) =>
      must<ReportRow>(duty.call('POST', `/api/v1/reports/${id}/row`, input));

    const out = await change(one!.id, { act: 'take-out' });
    const folded = await change(one!.id, { act: 'fold', into: head!.id });
    const apart = await change(head!.id, { act: 'unfold' });
    const rows = await everyRow();

    expect(out).toMatchObject({ folded: false, others: 0 });
    expect(folded).toMatchObject({ folded: true });
    expect(apart).toMatchObject({ folded: false, others: 0 });
    expect(rows).toHaveLength(sent.size);
  });
});
