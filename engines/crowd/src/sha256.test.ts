import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256, sha256Of } from './sha256.ts';

describe('sha256', () => {
  it('agrees with the one of the host, whatever the pieces', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(300), (bytes, cut) => {
        const sum = sha256();

        sum.update(bytes.subarray(0, cut));
        sum.update(bytes.subarray(cut));

        expect(sum.hex()).toBe(createHash('sha256').update(bytes).digest('hex'));
      }),
    );
  });

  it('reads text as UTF-8', () => {
    expect(sha256Of('façana')).toBe(createHash('sha256').update('façana').digest('hex'));
  });
});
