import { describe, expect, it } from 'vitest';
import { allowedBy, aMember, thePublic } from '../platform/policy/testing/allowed.ts';
import { communityPolicy, type PersonRelation } from './policy.ts';

const other: PersonRelation = { isSelf: false };
const allowed = allowedBy(communityPolicy, other);

const everybody = ['see-communities', 'see-community', 'set-up', 'sign-in'];
const members = [
  ...everybody,
  'follow-the-log',
  'manage-own-sign-in',
  'see-captured-mail',
  'see-legal-profile',
  'see-lendings',
  'see-people',
  'see-rota',
];
/** What each role gives besides, by hand from the description of the product. */
const byRole: [string, string[]][] = [
  [
    'coordinator',
    [
      'change-people',
      'change-rota',
      'change-settings',
      'export-community',
      'keep-leave',
      'lend-officers',
      'set-legal-profile',
      'vouch-for-colleagues',
      'work-the-desk',
    ],
  ],
  ['administrator', ['change-people', 'change-settings', 'vouch-for-colleagues']],
  ['custodian', ['export-community', 'set-legal-profile', 'vouch-for-colleagues']],
  ['duty-officer', ['work-the-desk']],
  ['overseer', []],
  ['team-member', []],
];
const sorted = (...permissions: string[][]) => [...new Set(permissions.flat())].toSorted();

describe('the policy of a community', () => {
  it.each(byRole)('gives a %s what belongs to the role', (role, more) => {
    expect(allowed(aMember(role))).toEqual(sorted(members, more));
  });

  it.each(byRole)('lets a %s enter their own leave, and change nothing about themselves', (role, more) => {
    const own = more.filter((permission) => permission !== 'change-people');

    expect(allowed(aMember(role), { isSelf: true })).toEqual(sorted(members, own, ['keep-leave']));
  });

  it('lets administrators of the first community, and nobody else, look after the installation', () => {
    const running = byRole.filter(([role]) => allowed(aMember(role), { isFirst: true }).includes('run-installation'));

    expect(running.map(([role]) => role)).toEqual(['administrator']);
    expect(allowed(aMember('administrator'), { isFirst: false })).not.toContain('run-installation');
  });

  it('gives the public nothing but the way in, itself or not', () => {
    expect([allowed(thePublic), allowed(thePublic, { isSelf: true, isFirst: true })]).toEqual([everybody, everybody]);
  });
});
