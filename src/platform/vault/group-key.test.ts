import { describe, expect, it } from 'vitest';
import {
  newGroupKey,
  newKeyPair,
  openGroupKey,
  openSealed,
  rekeyGroup,
  SealBroken,
  sealTo,
  shareGroupKey,
} from './index.ts';

const aMember = (id: string) => ({ id, ...newKeyPair() });

describe('group-key', () => {
  it('gives each member the same pair, and an outsider none', () => {
    const [officer, coordinator, outsider] = [aMember('officer'), aMember('coordinator'), aMember('outsider')];
    const group = newGroupKey([officer, coordinator]);
    const box = sealTo(group.publicKey, Buffer.from('record key'));

    const pairs = [officer, coordinator].map((member, at) => openGroupKey(group.shares[at]!.sealed, member));

    expect(group.shares.map(({ member }) => member)).toEqual(['officer', 'coordinator']);
    for (const pair of pairs) expect(openSealed(pair, box).toString()).toBe('record key');
    expect(() => openGroupKey(group.shares[0]!.sealed, outsider)).toThrow(SealBroken);
  });

  it('lets a member admit another', () => {
    const [officer, newcomer] = [aMember('officer'), aMember('newcomer')];
    const pair = openGroupKey(newGroupKey([officer]).shares[0]!.sealed, officer);

    const share = shareGroupKey(pair, newcomer);

    expect(openGroupKey(share.sealed, newcomer)).toEqual(pair);
  });

  it('leaves whoever has gone without what is sealed to the next version', () => {
    const [staying, leaving] = [aMember('staying'), aMember('leaving')];
    const first = newGroupKey([staying, leaving]);
    const oldPair = openGroupKey(first.shares[1]!.sealed, leaving);

    const second = rekeyGroup(first, [staying]);
    const box = sealTo(second.publicKey, Buffer.from('later'));

    expect(second.version).toBe(2);
    expect(() => openSealed(oldPair, box)).toThrow(SealBroken);
    expect(() => openGroupKey(second.shares[0]!.sealed, leaving)).toThrow(SealBroken);
    expect(openSealed(openGroupKey(second.shares[0]!.sealed, staying), box).toString()).toBe('later');
  });
});
