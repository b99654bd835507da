import { describe, expect, it } from 'vitest';
import { seededChance } from '../chance.ts';
import {
  dummyReceiptHash,
  formatReceipt,
  newReceipt,
  newReceiptSalt,
  openReceipt,
  openWithReceipt,
  parseReceipt,
  receiptGate,
  receiptKey,
  receiptLocatorHash,
  receiptVerifier,
  SealBroken,
  sealWithReceipt,
} from './index.ts';
import { aKeyStore } from './testing/a-key-store.ts';

const digits = newReceipt(seededChance('receipt'));

describe('receipt', () => {
  it('has 24 digits in six groups of four', () => {
    expect(formatReceipt(digits)).toMatch(/^(\d{4} ){5}\d{4}$/);
  });

  it('takes one digit of each byte, and none of those that would make some digits likelier', () => {
    const bytes = Buffer.from([250, 251, 255, ...Array.from({ length: 29 }, (_, at) => 249 - at * 7)]);

    const made = newReceipt({ bytes: () => bytes });

    const expected = Array.from(bytes.subarray(3, 26), (byte) => byte % 10).join('');
    expect(made).toHaveLength(24);
    expect(made.slice(0, 23)).toBe(expected);
  });

  it('is read with blanks around it up to 400 characters, and not looked at beyond', () => {
    expect(parseReceipt(digits.padEnd(400))).toEqual({ ok: true, digits });
    expect(parseReceipt(digits.padEnd(401))).toEqual({ ok: false, wrong: 'length' });
  });

  it.each([
    ['spaces', formatReceipt(digits)],
    ['dashes of several kinds', digits.replace(/(\d{6})/g, '$1–').replace(/^(\d{3})/, '$1-')],
    ['lines and invisible marks', `\u200f ${digits.slice(0, 12)}\n\u00a0${digits.slice(12)}\u200b`],
    ['Arabic-Indic digits', digits.replace(/\d/g, (d) => String.fromCodePoint(0x660 + Number(d)))],
    ['Devanagari digits', digits.replace(/\d/g, (d) => String.fromCodePoint(0x966 + Number(d)))],
    ['full-width digits', digits.replace(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d)))],
    ['Adlam digits beyond the first plane', digits.replace(/\d/g, (d) => String.fromCodePoint(0x1e950 + Number(d)))],
  ])('is read with %s', (_, typed) => {
    expect(parseReceipt(typed)).toEqual({ ok: true, digits });
  });

  it.each([
    ['a letter', `${digits.slice(0, 23)}x`, 'other-characters'],
    ['a fraction sign', `${digits.slice(0, 23)}½`, 'other-characters'],
    ['nothing', '', 'length'],
    ['a digit too few', digits.slice(1), 'length'],
    ['an endless paste', '1'.repeat(100_000), 'length'],
    ['a slip', (BigInt(digits) + 1n).toString().padStart(24, '0'), 'check-digit'],
  ])('is refused with %s', (_, typed, wrong) => {
    expect(parseReceipt(typed)).toEqual({ ok: false, wrong });
  });
});

describe('receipt-key', () => {
  const keyStore = aKeyStore();
  const place = { community: 'c1', record: 'r1' };

  it('opens its mailbox, and is recognised by its verifier', async () => {
    const salt = newReceiptSalt();
    const key = await receiptKey(digits, salt, keyStore);
    const sealed = sealWithReceipt(key, place, Buffer.from('mailbox key'));

    const opened = await openReceipt(digits, { salt, verifier: receiptVerifier(key) }, keyStore);

    expect(opened).toEqual(key);
    expect(openWithReceipt(opened!, place, sealed).toString()).toBe('mailbox key');
  });

  it('is nothing without its row, its salt or this installation’s pepper', async () => {
    const salt = newReceiptSalt();
    const verifier = receiptVerifier(await receiptKey(digits, salt, keyStore));

    const unknown = await openReceipt(digits, undefined, keyStore);
    const otherSalt = await openReceipt(digits, { salt: newReceiptSalt(), verifier }, keyStore);
    const otherPepper = await openReceipt(digits, { salt, verifier }, aKeyStore());

    expect([unknown, otherSalt, otherPepper]).toEqual([null, null, null]);
  });

  it('does not open a mailbox of another report', async () => {
    const key = await receiptKey(digits, newReceiptSalt(), keyStore);
    const sealed = sealWithReceipt(key, place, Buffer.from('mailbox key'));

    expect(() => openWithReceipt(key, { ...place, record: 'r2' }, sealed)).toThrow(SealBroken);
  });

  it('is found by its first eight digits only', () => {
    const sibling = digits.slice(0, 8) + newReceipt(seededChance('other')).slice(8);

    expect(receiptLocatorHash(sibling, keyStore)).toEqual(receiptLocatorHash(digits, keyStore));
    expect(receiptLocatorHash(newReceipt(seededChance('other')), keyStore)).not.toEqual(
      receiptLocatorHash(digits, keyStore),
    );
  });

  it('can be imitated at full cost where there is no row', async () => {
    await expect(dummyReceiptHash(digits, keyStore)).resolves.toBeUndefined();
  });
});

describe('gate', () => {
  /** Work that lasts until the test lets it end. */
  function heldWork() {
    const endings: (() => void)[] = [];
    const most = { running: 0, seen: 0 };
    const work = async () => {
      most.seen = Math.max(most.seen, ++most.running);
      await new Promise<void>((end) => endings.push(end));
      most.running -= 1;
      return 'done';
    };
    return { endings, most, work };
  }

  async function endAll(endings: (() => void)[]) {
    while (endings.length > 0) {
      endings.shift()!();
      await new Promise(setImmediate);
    }
  }

  it('runs no more at once than it says, queues some, and is busy for the rest', async () => {
    const gate = receiptGate({ atOnce: 4, queue: 50 });
    const { endings, most, work } = heldWork();

    const answers = Array.from({ length: 60 }, () => gate.run(work));
    await endAll(endings);
    const settled = await Promise.all(answers);

    expect(most.seen).toBe(4);
    expect(settled.filter((answer) => answer === 'done')).toHaveLength(54);
    expect(settled.slice(54)).toEqual(Array(6).fill('busy'));
    expect(await gate.run(async () => 'free again')).toBe('free again');
  });

  it('goes on after work that failed', async () => {
    const gate = receiptGate({ atOnce: 1, queue: 1 });

    const failed = gate.run(() => Promise.reject(new Error('no memory')));
    const next = gate.run(() => Promise.resolve('done'));

    await expect(failed).rejects.toThrow('no memory');
    await expect(next).resolves.toBe('done');
  });
});
