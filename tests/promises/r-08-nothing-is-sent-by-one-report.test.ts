import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseOfReport, linkReport, openCase } from '../../src/cases/index.ts';
import type { PersonActor } from '../../src/platform/actor.ts';
import { seededChance } from '../../src/platform/chance.ts';
import type { Tx } from '../../src/platform/db/database.ts';
import { Refused } from '../../src/platform/errors.ts';
import { checkRelay } from '../../src/reports/commands/check-relay.ts';
import type { OpenedReport, Verification } from '../../src/reports/contract.ts';
import { decideReport, openReport } from '../../src/reports/index.ts';
import { reportKey } from '../../src/reports/queries/open-report.ts';
import { aReport } from '../../src/reports/testing/a-report.ts';
import { type Program, startProgram } from '../program/program.ts';

const walks = Number(process.env.FORESTALL_WALKS ?? (process.env.FORESTALL_PROMISES === 'full' ? 100_000 : 60));
const stepsOfAWalk = 6;
const seed = Number(process.env.SEED ?? 20_261_123);

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.close());

type Dice = (below: number) => number;
const pick = <T>(dice: Dice, list: readonly T[]): T => list[dice(list.length)]!;
const rows = async (text: string, values: unknown[] = []) => (await program.databases.owner.query(text, values)).rows;
const as = <T>(actor: PersonActor, work: (tx: Tx<PersonActor>) => Promise<T>) =>
  program.ground.database.withActor(actor, work);
const opened = (actor: PersonActor, id: string): Promise<OpenedReport> =>
  as(actor, (tx) => openReport(tx, program.ground, id, caseOfReport));

const bases = ['this-report-alone', 'call-back', 'second-source'] as const;
const outcomes = ['emergency-relayed', 'routed-to-support', 'resolved-on-contact', 'misuse'] as const;

/** All that can happen to a report; what a person does to it is written down here, to be compared. */
async function step(dice: Dice, id: string, signed: Map<string, string>): Promise<void> {
  const actor = pick(dice, [program.actors.duty, program.actors.second, program.actors.coordinator]);
  const kind = dice(4);
  if (kind === 0) {
    program.clock.advance((1 + dice(40)) * 60_000);
    return await program.sweep();
  }
  if (kind === 1) {
    const input = { kind: pick(dice, ['call-back', 'hoax-pattern'] as const), words: 'Checked.' };
    const finding = pick(dice, ['confirms', 'contradicts', 'unclear'] as const);
    return await as(actor, async (tx) =>
      checkRelay(tx, program.ground, id, await reportKey(tx, program.ground, id), { ...input, finding }),
    );
  }
  const { version } = await opened(actor, id);
  const outcome = pick(dice, outcomes);
  const basis = pick(dice, bases);
  const decision =
    outcome === 'emergency-relayed'
      ? { outcome, version, reason: 'I called them.', recipient: '112', basis }
      : outcome === 'routed-to-support'
        ? { outcome, version, reason: 'They help.', recipient: 'The health centre' }
        : { outcome, version, reason: 'So it is.' };
  await as(actor, (tx) => decideReport(tx, program.ground, id, decision, { openCase, linkReport }));
  if (outcome === 'emergency-relayed') signed.set(id, `${actor.personId} ${basis}`);
}

/** What must be true of a report at any time: what left for the emergency services left by somebody who signed for it. */
async function faultsOf(id: string, signed: Map<string, string>): Promise<string[]> {
  const relays = await rows(
    "select accountable_id, basis from report_handovers where report_id = $1 and kind = 'relay'",
    [id],
  );
  const found = relays.map((relay) => `${relay.accountable_id} ${relay.basis}`);
  const expected = signed.has(id) ? [signed.get(id)!] : [];
  const { verification, transitions } = await opened(program.actors.duty, id);
  const decided = transitions.filter(({ act, outcome }) => act === 'decided' && outcome === 'emergency-relayed');
  return [
    ...(JSON.stringify(found) === JSON.stringify(expected) ? [] : ['a relay that nobody signed']),
    ...(decided.length === found.length && decided.every(({ by, reason }) => by && reason) ? [] : ['no reason']),
    ...(found.length > 0 && !isShownRightly(verification) ? ['shown as more than is known'] : []),
  ];
}

function isShownRightly(card: Verification | null): boolean {
  if (!card) return false;
  const has = (finding: string) => card.checks.some((check) => check.finding === finding);
  if (has('contradicts')) return card.state === 'contradicted';
  return card.state === (card.basis !== 'this-report-alone' || has('confirms') ? 'confirmed' : 'unverified');
}

describe('R-08 nothing is sent to dispatch by one anonymous report', () => {
  it(
    `in ${walks} walks of ${stepsOfAWalk} steps, seed ${seed}`,
    async () => {
      const faults: string[] = [];
      for (let walk = 0; walk < walks; walk += 1) {
        const bytes = seededChance(`${seed} ${walk}`).bytes(200);
        let at = 0;
        const dice: Dice = (below) => bytes[at++ % bytes.length]! % below;
        const signed = new Map<string, string>();
        const { id } = await aReport(program.ground, program.communityId, {
          what: `He is at the gate with a gun (${walk}).`,
          dangerNow: true,
          imminence: ['weapon-in-hand'],
        });
        for (let taken = 0; taken < stepsOfAWalk; taken += 1) {
          try {
            await step(dice, id, signed);
          } catch (error) {
            if (!(error instanceof Refused)) throw error;
          }
        }
        faults.push(...(await faultsOf(id, signed)).map((fault) => `walk ${walk}: ${fault}`));
      }
      const strangers = await rows(
        'select 1 from mail_messages m left join memberships s using (community_id, person_id) where s.person_id is null',
      );

      expect(faults).toEqual([]);
      expect(strangers).toEqual([]);
    },
    walks * 2_000 + 60_000,
  );
});
