import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dammDigit } from '../../src/platform/vault/damm.ts';
import { newReceipt, parseReceipt } from '../../src/platform/vault/index.ts';
import { aReport } from '../../src/reports/testing/a-report.ts';
import { type Program, startProgram } from '../program/program.ts';
import { median, pValue } from '../program/timings.ts';

const isFull = process.env.FORESTALL_PROMISES === 'full';
const tries = isFull ? 2_000 : 60;

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.close());

/** The right locator with another secret, with a check digit that fits. */
function wrongSecret(receipt: string): string {
  const body = receipt.slice(0, 8) + newReceipt(program.ground.chance).slice(8, 23);
  return body + String(dammDigit(body));
}

const open = async (receipt: string) => {
  const begun = performance.now();
  const answer = await program.request('POST', '/api/v1/receipts/open', { body: { receipt } });
  return {
    milliseconds: performance.now() - begun,
    status: answer.status,
    text: answer.text,
    headers: JSON.stringify([...answer.headers]),
  };
};

describe('R-05 wrong and unknown receipts look the same', () => {
  it('in every byte of the answer, and within the noise of its time', { timeout: 600_000 }, async () => {
    const { receipt } = await aReport(program.ground, program.communityId);
    const wrong: Awaited<ReturnType<typeof open>>[] = [];
    const unknown: Awaited<ReturnType<typeof open>>[] = [];

    for (let turn = 0; turn < tries; turn += 1) {
      const pair = [
        () => open(wrongSecret(receipt)).then((answer) => void wrong.push(answer)),
        () => open(newReceipt(program.ground.chance)).then((answer) => void unknown.push(answer)),
      ];
      for (const ask of turn % 2 ? pair : pair.toReversed()) await ask();
    }

    const seen = new Set([...wrong, ...unknown].map(({ status, text, headers }) => `${status} ${text} ${headers}`));
    expect(seen.size).toBe(1);
    expect(wrong[0]!.status).toBe(404);
    const times = [wrong, unknown].map((answers) => answers.map((each) => each.milliseconds)) as [number[], number[]];
    const [ofWrong, ofUnknown] = times.map(median) as [number, number];
    const p = pValue(...times);
    console.log(`medians: wrong ${ofWrong.toFixed(2)} ms, unknown ${ofUnknown.toFixed(2)} ms, p = ${p.toFixed(3)}`);
    // A time is a promise on a quiet machine only: the full set is run on one.
    if (isFull) expect(Math.abs(ofWrong - ofUnknown)).toBeLessThan(2);
    if (isFull) expect(p).toBeGreaterThan(0.01);
  });

  it('has teeth: a receipt that opens looks different, and a mistyped one is told before any hash', async () => {
    const { receipt } = await aReport(program.ground, program.communityId);

    const right = await open(receipt);
    const slip = parseReceipt(`${receipt.slice(0, 23)}${(Number(receipt[23]) + 1) % 10}`);

    expect(right.status).toBe(200);
    expect('digits' in slip).toBe(false);
  });
});
