import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededChance } from '../chance.ts';
import { spokenAlphabet } from '../ids.ts';
import { checkCharacter, fromBase32, toBase32 } from './base32.ts';
import {
  lockPrivateKeyWithCode,
  newKeyPair,
  newRecoveryCodes,
  newRecoveryKit,
  readRecoveryKit,
  recoverKeyPair,
  recoveryCodeHash,
  sealTo,
  unlockPrivateKeyWithCode,
} from './index.ts';
import { aKeyStore } from './testing/a-key-store.ts';

describe('base32', () => {
  it('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(fromBase32(toBase32(bytes))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('checks each character and each swap of two of them', () => {
    const line = fc.array(fc.constantFrom(...spokenAlphabet), { minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(line, fc.nat(14), fc.nat(14), fc.constantFrom(...spokenAlphabet), (right, one, other, slip) => {
        const slipped = right.with(one, slip);
        const swapped = right.with(one, right[other]!).with(other, right[one]!);

        for (const wrong of [slipped, swapped].filter((each) => each.join() !== right.join())) {
          expect(checkCharacter(wrong.join(''))).not.toBe(checkCharacter(right.join('')));
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('recovery-kit', () => {
  const kit = newRecoveryKit(seededChance('kit'));

  it('prints each half as four lines of four groups', () => {
    expect(kit.halfA).toMatch(/^(([0-9A-Z]{4} ){3}[0-9A-Z]{4}\n?){4}$/);
    expect(kit.halfB.split('\n')).toHaveLength(4);
  });

  it('opens what was sealed to the community, from both sheets as people type them', () => {
    const person = newKeyPair();
    const sealed = sealTo(kit.publicKey, person.privateKey);

    const read = readRecoveryKit(
      kit.halfA.toLowerCase().replaceAll(' ', '-'),
      kit.halfB.replaceAll('0', 'o').replaceAll('1', 'l'),
    );

    expect(read.ok && recoverKeyPair(sealed, read.keyPair)).toEqual(person);
  });

  it.each([1, 2, 3, 4])('says which sheet holds a slip, in line %i', (line) => {
    const right = kit.halfB.split('\n')[line - 1]!;
    const slipped = kit.halfB.replace(right, (right[0] === '7' ? '8' : '7') + right.slice(1));

    expect(readRecoveryKit(kit.halfA, slipped)).toEqual({ ok: false, wrong: 'typing', half: 'B', line });
  });

  it('says when a sheet is short, is the other half, or is of another kit', () => {
    const other = newRecoveryKit(seededChance('other kit'));

    expect(readRecoveryKit(kit.halfA.slice(0, -1), kit.halfB)).toEqual({ ok: false, wrong: 'length', half: 'A' });
    expect(readRecoveryKit(kit.halfA, kit.halfA)).toEqual({ ok: false, wrong: 'wrong-half', half: 'B' });
    expect(readRecoveryKit(kit.halfA, other.halfB)).toEqual({ ok: false, wrong: 'different-kits' });
  });

  it('has halves that are random by themselves: the same key splits differently each time', () => {
    const key = Buffer.alloc(32, 7);
    const kits = ['one', 'other'].map((seed) => {
      const rest = seededChance(seed);
      let asked = 0;
      return newRecoveryKit({ bytes: (count) => (asked++ === 0 ? key : rest.bytes(count)) });
    });

    const [one, other] = kits;

    expect(one!.publicKey).toEqual(other!.publicKey);
    expect(one!.halfA).not.toBe(other!.halfA);
    expect(one!.halfB).not.toBe(other!.halfB);
    expect(readRecoveryKit(one!.halfA, other!.halfB)).toEqual({ ok: false, wrong: 'different-kits' });
  });
});

describe('recovery-codes', () => {
  it('are ten, all different, and found however they are typed', () => {
    const keyStore = aKeyStore();

    const codes = newRecoveryCodes(seededChance('codes'));

    expect(new Set(codes).size).toBe(10);
    expect(codes[0]).toMatch(/^(\w{4}-){3}\w{4}$/);
    expect(recoveryCodeHash(codes[0]!.toLowerCase().replaceAll('-', ' '), keyStore)).toEqual(
      recoveryCodeHash(codes[0]!, keyStore),
    );
    expect(recoveryCodeHash(codes[0]!, aKeyStore())).not.toEqual(recoveryCodeHash(codes[0]!, keyStore));
  });

  it('each bring the private key back', () => {
    const pair = newKeyPair();
    const [code, another] = newRecoveryCodes(seededChance('codes'));

    const locked = lockPrivateKeyWithCode(pair.privateKey, code!);

    expect(unlockPrivateKeyWithCode(locked, code!)).toEqual(pair);
    expect(unlockPrivateKeyWithCode(locked, another!)).toBeNull();
  });
});
