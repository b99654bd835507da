import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareReport, receiveReport } from '../../src/reports/commands/receive-report.ts';
import { concern } from '../../src/reports/contract.ts';
import { newToken } from '../../src/reports/surge/form-token.ts';
import { isProof } from '../../src/reports/surge/proof-of-work.ts';
import { doWork } from '../program/do-work.ts';
import { type Program, startProgram } from '../program/program.ts';

const replays = process.env.FORESTALL_PROMISES === 'full' ? 1_000 : 200;

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.close());

/** One of many who send the same work on a bad day, each with words of their own. */
async function send(token: string, proof: string, at: number): Promise<void> {
  const { ground, communityId } = program;
  const told = concern.parse({ dangerNow: false, what: `Words ${at}`, language: 'en' });
  const arrival = { token, formAge: 60, hasProof: isProof(token, proof), isSurge: true, fromNetwork: 1 };
  const prepared = await prepareReport(ground);
  await ground.database.withActor({ kind: 'public', communityId }, (tx) =>
    receiveReport(tx, ground, told, prepared, 'web', arrival),
  );
}

const lanes = async () =>
  (await program.databases.owner.query('select lane, count(*)::int as count from reports group by lane order by lane'))
    .rows;

describe('R-06 proof of work can be used once', () => {
  it(`puts exactly one of ${replays} that send the same work at once in front, and keeps them all`, async () => {
    const token = newToken(program.ground);
    const proof = doWork(token);

    await Promise.all(Array.from({ length: replays }, (_, at) => send(token, proof, at)));

    expect(await lanes()).toEqual([
      { lane: 'front', count: 1 },
      { lane: 'ordinary', count: replays - 1 },
    ]);
  }, 180_000);

  it('takes no work that was done for another form, or in part', () => {
    const [token, other] = [newToken(program.ground), newToken(program.ground)];
    const proof = doWork(token);

    expect(isProof(token, proof)).toBe(true);
    expect(isProof(other, proof)).toBe(false);
    expect(isProof(token, proof.split(',').slice(1).join())).toBe(false);
    expect(isProof(token, '')).toBe(false);
  });
});
