import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededChance, systemChance } from '../../src/platform/chance.ts';
import {
  newReceipt,
  newReceiptSalt,
  openReceipt,
  parseReceipt,
  receiptGate,
  receiptKey,
  receiptVerifier,
} from '../../src/platform/vault/index.ts';
import { aKeyStore } from '../../src/platform/vault/testing/a-key-store.ts';

const isFull = process.env.FORESTALL_FULL === '1';
const receipts = isFull ? 1_000_000 : 20_000;
/** Each has 239 slips; the fast set tries them all on fewer receipts. */
const slippedReceipts = isFull ? receipts : 4_000;
const attackSeconds = isFull ? 600 : 2;

/** Every receipt that differs in one digit, or in two neighbours that changed places. */
function* slipsOf(receipt: string): Generator<string> {
  const with_ = (at: number, digits: string) => receipt.slice(0, at) + digits + receipt.slice(at + digits.length);
  for (let at = 0; at < receipt.length; at += 1) {
    for (const digit of '0123456789') if (digit !== receipt[at]) yield with_(at, digit);
    const [one, next] = [receipt[at]!, receipt[at + 1]];
    if (next && one !== next) yield with_(at, next + one);
  }
}

describe('R-04 receipts cannot be guessed or confused', () => {
  it(
    `gives ${receipts} receipts, all different, every digit equally often`,
    () => {
      const seen = new Set<string>();
      const digitCounts = new Array<number>(10).fill(0);

      for (let made = 0; made < receipts; made += 1) {
        const receipt = newReceipt(systemChance);
        seen.add(receipt);
        for (const digit of receipt.slice(0, 23)) digitCounts[Number(digit)]! += 1;
      }

      const expected = (receipts * 23) / 10;
      const chiSquare = digitCounts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      expect(seen.size).toBe(receipts);
      // With nine degrees of freedom an honest draw passes 60 once in 10⁹ runs.
      expect(chiSquare).toBeLessThan(60);
    },
    isFull ? 600_000 : 60_000,
  );

  it(
    `catches every slip of one digit and every swap of neighbours in ${slippedReceipts} receipts`,
    () => {
      const aReceipt = fc.nat().map((seed) => newReceipt(seededChance(seed)));

      fc.assert(
        fc.property(aReceipt, (receipt) => {
          for (const slip of slipsOf(receipt))
            if (parseReceipt(slip).ok) throw new Error(`${slip} passes for ${receipt}`);
          expect(parseReceipt(receipt)).toEqual({ ok: true, digits: receipt });
        }),
        { numRuns: slippedReceipts },
      );
    },
    isFull ? 3_600_000 : 60_000,
  );

  it(
    `gives nothing in ${attackSeconds} s of guessing at full speed, never hashes more than 4 at once, and lets the reporter in`,
    async () => {
      const keyStore = aKeyStore();
      const gate = receiptGate();
      const receipt = newReceipt(systemChance);
      const salt = newReceiptSalt();
      const stored = { salt, verifier: receiptVerifier(await receiptKey(receipt, salt, keyStore)) };
      const seen = { hashing: 0, most: 0, answered: 0, busy: 0, hits: 0 };
      const open = (digits: string) =>
        gate.run(async () => {
          seen.most = Math.max(seen.most, ++seen.hashing);
          const key = await openReceipt(digits, stored, keyStore);
          seen.hashing -= 1;
          return key;
        });
      const guess = async () => {
        const answer = await open(receipt.slice(0, 8) + newReceipt(systemChance).slice(8));
        if (answer === 'busy') seen.busy += 1;
        else seen.answered += 1;
        if (Buffer.isBuffer(answer)) seen.hits += 1;
      };

      const end = performance.now() + attackSeconds * 1000;
      while (performance.now() < end) await Promise.all(Array.from({ length: 80 }, guess));
      const reporter = await open(receipt);

      expect(reporter).toBeInstanceOf(Buffer);
      expect(seen).toMatchObject({ hits: 0, hashing: 0, most: 4 });
      expect(seen.busy).toBeGreaterThan(0);
      expect(seen.answered).toBeGreaterThan(50);
    },
    (attackSeconds + 60) * 1000,
  );
});
